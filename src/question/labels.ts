/** Labelled lists, written as the sentences that they stand for: "(a) who …? (b) when …?", "which of them: 1) A 2) B", "sort these: a) A b) B". */

/** Function words by the part that they play, as the vocabulary has them. */
type Grammar = Readonly<Record<string, readonly string[]>>;

/** A label, by itself between blanks or at the start: "(a)", "b)", "1.", "(2)". */
const LABEL = /(?<=^|[\s,;:?])\(?([A-Ha-h]|[1-9])([).])(?=\s)/gu;

/** A topic before a list says more words than this; fewer only say that a list follows ("two things:"). */
const TOPIC = 3;

/** A labelled list, with what stands before and after it. */
interface Labelled {
  readonly stem: string;
  readonly items: readonly string[];
  /** "and" or "or", where one joins the last item. */
  readonly joint: string | undefined;
  readonly tail: string;
}

/** The text without its labels; as it is, where it has no list of at least two in order. */
export function withoutLabels(text: string, grammar: Grammar): string {
  const list = labelledIn(text, grammar);
  return list ? written(list, grammar) : text;
}

function labelledIn(text: string, { and = [], or = [] }: Grammar): Labelled | undefined {
  const labels = [...text.matchAll(LABEL)];
  const first = labels.findIndex((m) => /^[aA1]$/u.test(m[1]!));
  if (first < 0) return undefined;
  const run = [labels[first]!];
  for (const label of labels.slice(first + 1)) if (follows(run.at(-1)!, label)) run.push(label);
  if (run.length < 2) return undefined;
  const between = run.map((label, n) => text.slice(label.index + label[0].length, run[n + 1]?.index).trim());
  const last = /^(.*?[^.?!])[.?!]+["')]*\s+(\S.*)$/u.exec(between.at(-1)!);
  const joints = [...and, ...or];
  const penult = /^(.*?)[\s,;]+(\p{L}+)$/u.exec(between.at(-2)!);
  const joint = penult && joints.includes(penult[2]!.toLowerCase()) ? penult[2] : undefined;
  const items = between.map((item, n) => {
    const whole =
      n === between.length - 1 ? (last?.[1] ?? item) : n === between.length - 2 && joint ? penult![1]! : item;
    return whole.replace(/[\s,;.?]+$/u, '');
  });
  return items.every(Boolean)
    ? { stem: text.slice(0, run[0]!.index).trim(), items, joint, tail: last?.[2] ?? '' }
    : undefined;
}

/** Whether a label is the next after another of the same kind. */
function follows(one: RegExpMatchArray, next: RegExpMatchArray): boolean {
  return one[2] === next[2] && next[1]!.charCodeAt(0) === one[1]!.charCodeAt(0) + 1;
}

function written({ stem, items, joint, tail }: Labelled, grammar: Grammar): string {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  const holds = (text: string, ...parts: readonly string[]) =>
    words(text).some((w) => parts.some((part) => grammar[part]?.includes(w)));
  const opens = (text: string, ...parts: readonly string[]) => holds(words(text)[0] ?? '', ...parts);
  const [or = ''] = grammar.or ?? [];
  const [and = ''] = grammar.and ?? [];
  const [gap = ''] = grammar.gap ?? [];
  const listed = (by: string) => `${items.slice(0, -1).join(', ')} ${by} ${items.at(-1)}`;
  const asking = items.filter((item) => holds(item, 'wh') || opens(item, 'auxiliary', 'list', 'identify', 'order-to'));
  const end = tail ? ` ${tail}` : '';
  if (asking.length === items.length || (stem === '' && asking.length === 0)) {
    const topic = words(stem).length > TOPIC ? `${stem} ` : '';
    return items.map((item) => `${topic}${item}?`).join(' ') + end;
  }
  if (asking.length > 0 || joint !== undefined) return `${stem} ${listed(joint ?? and)}${end || '?'}`;
  // What is to be sorted, or put right, is all of it meant.
  if (holds(stem, 'arrange')) return `${stem} ${items.join('; ')}.${end}`;
  if (holds(stem, 'amend', 'slip')) return `${stem} ${listed(and)}.${end}`;
  if (opens(stem, 'auxiliary')) return `${stem} ${listed(or)}?${end}`;
  const asked = stem.replace(/[\s:?,.-]+$/u, '');
  return `${asked}${holds(stem, 'wh') ? '' : ` ${gap}`}: ${listed(or)}?${end}`;
}
