/** The noun that is asked for: "which sea areas", "what official grounds". */
import type { Span } from '../lookup/index.ts';
import type { Wanted } from './question.ts';
import type { Reading } from './reading.ts';

/** The nouns after an asking word: what they want, the word after them, as written, and the one that counts. */
interface AskedNoun {
  readonly wants: Wanted[];
  readonly end: number;
  readonly noun: string | null;
  readonly head: Span | null;
}

/** Reads the nouns from a word on: those of the tables that stand within four words, before a verb begins. */
export function askedNoun(q: Reading, from: number): AskedNoun {
  const wants = new Set<Wanted>();
  let end = from;
  let noun: string | null = null;
  let head: Span | null = null;
  let count = 0;
  /** "the name of the ship" asks for a ship. */
  const isName = () => head !== null && q.is(head.start, 'naming');
  for (let i = from; i < Math.min(from + 4, q.words.length); ) {
    const span = q.spanAt(i);
    if (!span || span.start !== i) break;
    // "which official said": one noun, and what was said by whom it asks for.
    if (count === 1 && wants.has('person') && isSaid(q, span)) break;
    // "what happened the day before": the noun after it is not asked for.
    if (wants.size === 0 && isPast(span) && span.meanings.includes('a:thing')) break;
    const nouns = isPast(span) ? [] : span.meanings.filter((m) => m.startsWith('a:')).map((m) => m.slice(2) as Wanted);
    if (nouns.length > 0) {
      // Of nouns in a row, the last is asked for: "what official grounds", "which sea areas".
      if (wants.size === 0 || wants.has('thing') || end === span.start || isName()) {
        if (end === span.start || isName()) wants.clear();
        for (const n of nouns) wants.add(n);
        noun = q.words
          .slice(from, span.end)
          .map((w) => w.text)
          .join(' ');
        end = span.end;
        head = span;
        count++;
      } else break;
    } else if (wants.size > 0 && !q.is(i, 'genitive') && !(isName() && q.is(i, 'determiner'))) break;
    else if (q.is(i, 'auxiliary')) break;
    i = span.end;
  }
  return { wants: [...wants], end, noun, head };
}

/** Values that a noun names by itself: "the date of", "the reason for". */
const VALUES: ReadonlySet<Wanted> = new Set(['date', 'place', 'number', 'reason']);

/** "what was the date of NAME", "what is the reason for it": the noun after the verb is asked for. */
export function nounOfValue(q: Reading, i: number): AskedNoun | undefined {
  if (!q.is(i + 1, 'be')) return undefined;
  let from = i + 2;
  while (q.is(from, 'determiner')) from++;
  const noun = askedNoun(q, from);
  const valued = noun.wants.length > 0 && noun.wants.every((w) => VALUES.has(w));
  // "the exact date of": a word that tells nothing may stand before it.
  const starts = noun.head?.start === from || (noun.head?.start === from + 1 && q.spanAt(from)?.meanings.includes('l'));
  return valued && starts && q.is(noun.end, 'of') ? noun : undefined;
}

/** "the exact date on which NAME did it": the noun that the clause belongs to is asked for. */
export function nounBefore(q: Reading, i: number): AskedNoun | undefined {
  if (!q.is(i, 'which') || !(q.is(i - 1, 'preposition') || q.is(i - 1, 'oblique'))) return undefined;
  const head = q.spanAt(i - 2);
  const marked = [i - 1, i].some((k) => /[,;:]/u.test(q.words[k]!.gap));
  if (!head || head.end !== i - 1 || marked || askedNoun(q, i + 1).head?.start === i + 1) return undefined;
  const wants = head.meanings.filter((m) => m.startsWith('a:')).map((m) => m.slice(2) as Wanted);
  return wants.length > 0 && !wants.includes('thing') ? { wants, end: i + 1, noun: head.text, head } : undefined;
}

/** "which country hosted": a verb in the past is no noun, though its base is one. */
function isPast({ text, bases }: Span): boolean {
  return bases.length === 1 && text.toLowerCase() !== bases[0] && /ed$/u.test(text.toLowerCase());
}

/** "which official said": a verb of saying in the past, in whatever form. */
function isSaid(q: Reading, { start, text, bases }: Span): boolean {
  const form = text.toLowerCase();
  return q.is(start, 'say') && bases.length === 1 && form !== bases[0] && !/s$/u.test(form);
}
