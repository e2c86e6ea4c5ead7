/** What a question asks for: an ordered list of rules over its words, the first that fits wins. */
import { means, type Span } from '../lookup/index.ts';
import { askedNoun, nounBefore, nounOfValue } from './asked-noun.ts';
import { monthOf } from './calendar.ts';
import { claimIn } from './claims.ts';
import type { Asked, Form, Wanted } from './question.ts';
import type { Reading } from './reading.ts';
import { isRelative } from './relative.ts';

type Rule = (q: Reading) => Asked | undefined;

/** What the asking words want, by their class. */
const WANTS = {
  who: ['person', 'country', 'organisation', 'agency'],
  whom: ['person', 'country', 'organisation'],
  whose: ['person', 'country', 'organisation', 'agency'],
  when: ['date'],
  where: ['place'],
  why: ['reason'],
} as const satisfies Readonly<Record<string, readonly Wanted[]>>;

const PLAIN = Object.keys(WANTS) as (keyof typeof WANTS)[];

/** Those that may only join a clause to what stands before it. */
const JOINING: ReadonlySet<string> = new Set<keyof typeof WANTS>(['when', 'where', 'who']);

const at = (q: Reading, i: number) => q.words[i]?.lower ?? '';
const range = (from: number, to: number) => new Set(Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i));

/** "how many bombers …", "how much …", "number of …", "count the …", "total …" */
const howMany: Rule = (q) => {
  for (let i = 0; i < q.words.length; i++) {
    if (q.is(i, 'how') && q.is(i + 1, 'quantity')) {
      const often = q.is(i + 1, 'often');
      return {
        form: 'how-many',
        wants: often ? ['number', 'thing', 'manner'] : ['number'],
        noun: null,
        head: null,
        words: range(i, i + 2),
      };
    }
    if (q.is(i, 'count') && (q.is(i + 1, 'genitive') || i === 0))
      return { form: 'how-many', wants: ['number'], noun: null, head: null, words: range(i, i + 1) };
  }
  return undefined;
};

/** "compare …", "difference between …", "how does … differ", "… versus …" */
const compare: Rule = (q) => {
  const asking = q.has('wh');
  const claims = q.is(opening(q), 'auxiliary');
  const i = q.words.findIndex(
    (_, k) => q.is(k, 'compare') && !(asking && q.is(k, 'versus')) && !(claims && k > 2 && q.is(k + 1, 'held-against')),
  );
  return i < 0 ? undefined : { form: 'compare', wants: [], noun: null, head: null, words: range(i, i + 1) };
};

/** "timeline of …", "chronology", "in order", "sequence of events" */
const timeline: Rule = (q) => {
  const i = q.words.findIndex((_, k) => q.is(k, 'timeline') || q.is(k - 1, 'in-order'));
  return i < 0 ? undefined : { form: 'timeline', wants: ['date'], noun: null, head: null, words: range(i, i + 1) };
};

/** "which came first …", "what happened earlier, A or B", "did A precede B" */
const order: Rule = (q) => {
  const preceding = q.words.findIndex(
    (_, k) => q.is(k, 'comes-before') && q.is(k - 1, 'what') && q.is(k + 1, 'determiner') && q.is(k + 2, 'other'),
  );
  if (preceding > 0)
    return { form: 'order', wants: ['date'], noun: null, head: null, words: range(preceding, preceding + 3) };
  const comparing = q.words.findIndex(
    (_, k) =>
      q.is(k, 'order') &&
      (q.is(k - 1, 'happen') ||
        q.is(k - 1, 'auxiliary') ||
        q.is(k - 1, 'what') ||
        k === 0 ||
        /[,:?]/u.test(q.words[k + 1]?.gap ?? '?')) &&
      !q.is(k + 1, 'ordinal') &&
      !q.is(k + 1, 'order-no-more') &&
      // "the first in person"; "earlier in November" only dates what is put in order.
      (!q.is(k + 1, 'in') || monthOf(at(q, k + 2)) !== undefined || /^\d/u.test(at(q, k + 2))),
  );
  const or = q.first('or');
  const which = q.first('what');
  if (comparing < 0 || (or < 0 && !(which >= 0 && q.is(comparing - 1, 'happen')))) return undefined;
  return { form: 'order', wants: ['date'], noun: null, head: null, words: range(comparing, comparing + 1) };
};

/** "list …", "name …", "enumerate …", "give me all …" */
const list: Rule = (q) => {
  const i = q.words.findIndex(
    (_, k) =>
      q.is(k, 'list') &&
      k < 6 &&
      !q.is(k + 1, 'genitive') &&
      !q.is(k - 1, 'determiner') &&
      // "whom does the report name"
      !q.is(k - 1, 'publication'),
  );
  if (i < 0) return undefined;
  const noun = askedNoun(q, i + 1);
  return { form: 'list', wants: noun.wants, noun: noun.noun, head: noun.head, words: range(i, noun.end) };
};

/** "which sea areas …", "what kind of vessel …", "in what month …", "what was …" */
const whichWhat: Rule = (q) => {
  for (let i = 0; i < q.words.length; i++) {
    if (!q.is(i, 'what')) continue;
    const noun = nounBefore(q, i) ?? nounOfValue(q, i) ?? askedNoun(q, i + 1);
    const form: Form = q.is(i, 'which') ? 'which' : 'what';
    return {
      form,
      wants: noun.wants.length > 0 ? noun.wants : ['thing'],
      noun: noun.noun,
      head: noun.head,
      words: range(i, Math.max(i + 1, noun.end)),
    };
  }
  return undefined;
};

/** "who …", "by whom …", "when …", "where …", "why …", anywhere in the question */
const plainWh: Rule = (q) => {
  for (let i = 0; i < q.words.length; i++) {
    const word = q.is(i, 'wh') ? PLAIN.find((part) => q.is(i, part)) : undefined;
    if (!word || (JOINING.has(word) && isRelative(q, i))) continue;
    const wants = WANTS[word];
    if (word === 'whose') {
      const noun = askedNoun(q, i + 1);
      return { form: 'who', wants, noun: null, head: null, words: range(i, Math.max(i + 1, noun.end)) };
    }
    return { form: word, wants, noun: null, head: null, words: range(i, i + 1) };
  }
  return undefined;
};

/** "how is called the ship that …", "how the ship is named": asks for a name. */
const howCalled: Rule = (q) => {
  const i = q.first('how');
  if (i < 0 || !q.has('called')) return undefined;
  const called = q.first('called', i + 1);
  if (called < 0 || called > i + CALLED || !(q.is(i + 1, 'be') || q.is(called - 1, 'be'))) return undefined;
  const noun = askedNoun(q, called + 1);
  const { wants, head } = noun.wants.length > 0 ? noun : askedNoun(q, i + 1);
  return { form: 'what', wants: wants.length > 0 ? wants : ['thing'], noun: null, head, words: range(i, called + 1) };
};

/** "how did they meet", "how does … describe" */
const how: Rule = (q) => {
  const i = q.first('how');
  return i < 0
    ? undefined
    : { form: 'how', wants: ['manner', 'thing'], noun: null, head: null, words: range(i, i + 1) };
};

/** Between "how" and "called" stand at most so many words. */
const CALLED = 6;

/** Index of the first word after conjunctions and interjections. */
function opening(q: Reading): number {
  return q.words.findIndex((_, i) => !(i < 3 && q.is(i, 'opener')));
}

/** "did …", "was …", "is …", "r joint patrols …" */
const yesNo: Rule = (q) => {
  const claimed = q.is(0, 'claim') || !q.is(opening(q), 'auxiliary') ? claimIn(q) : undefined;
  if (claimed) return { form: 'yes-no', wants: [], noun: null, head: null, words: claimed };
  const first = opening(q);
  if (first >= 0 && q.is(first, 'auxiliary'))
    return { form: 'yes-no', wants: [], noun: null, head: null, words: range(first, first + 1) };
  // "they were in one place?": a pronoun stands before the auxiliary.
  const pronoun = ['people', 'person'].some((p) => q.is(first, `pronoun-${p}`)) && q.is(first + 1, 'auxiliary');
  if (pronoun && !q.has('wh'))
    return { form: 'yes-no', wants: [], noun: null, head: null, words: range(first + 1, first + 2) };
  const tag = q.words.findIndex((w, i) => i > 1 && q.is(i, 'auxiliary') && !q.is(i + 1, 'wh') && /[,;:-]/u.test(w.gap));
  if (tag >= 0) return { form: 'yes-no', wants: [], noun: null, head: null, words: range(tag, tag + 1) };
  const last = q.words.at(-1);
  if (last && q.is(q.words.length - 1, 'tag') && q.words.length > 3)
    return { form: 'yes-no', wants: [], noun: null, head: null, words: range(q.words.length - 1, q.words.length) };
  return undefined;
};

/** "roadmap signatories?", "quad summit venue city": an asked noun in a fragment */
const fragment: Rule = (q) => {
  const day = q.spans.find((s) => s.start < 3 && means(s, 'a:date') && (q.is(s.end, 'of') || q.is(s.end, 'oblique')));
  if (day) return { form: 'any', wants: ['date'], noun: day.text, head: day, words: new Set() };
  const wantsOf = (span: Span) =>
    means(span, 'e:') ? [] : span.meanings.filter((m) => m.startsWith('a:')).map((m) => m.slice(2) as Wanted);
  for (const last of q.spans.slice().reverse()) {
    if (wantsOf(last).length === 0) continue;
    // "the ship in the strait, name": of what the name is asked, stands before.
    const named = q.is(last.start, 'naming')
      ? q.spans.find((s) => s !== last && wantsOf(s).length > 0 && !wantsOf(s).includes('thing'))
      : undefined;
    const span = named ?? last;
    const wants = wantsOf(span);
    return { form: 'any', wants, noun: span.text, head: span, words: new Set() };
  }
  return { form: 'any', wants: [], noun: null, head: null, words: new Set() };
};

/** All rules, in the order in which they are tried. */
const RULES: readonly Rule[] = [
  orWhat,
  putUp,
  compare,
  timeline,
  order,
  whether,
  identify,
  claim,
  listFirst,
  howCalled,
  howMany,
  whichWhatFirst,
  list,
  yesNoFirst,
  plainWh,
  whichWhat,
  how,
  yesNo,
  fragment,
];

/** "A stabilising factor: is that what he called it?": the auxiliary that opens a clause comes before any asking word. */
function claim(q: Reading): Asked | undefined {
  const asking = q.first('wh');
  const opens = q.words.findIndex(
    // "the summit, was where" asks.
    (w, i) => q.is(i, 'auxiliary') && (i === 0 || (/[:;,-]/u.test(w.gap) && !q.is(i + 1, 'wh'))),
  );
  if (opens < 0 || asking < 0 || opens > asking) return undefined;
  return { form: 'yes-no', wants: [], noun: null, head: null, words: range(opens, opens + 1) };
}

/** "Identify the ship that …": asks which. */
function identify(q: Reading): Asked | undefined {
  const i = q.words.findIndex((_, k) => k < 3 && q.is(k, 'identify'));
  if (i < 0) return undefined;
  const { wants, noun, head, end } = askedNoun(q, i + 1);
  return {
    form: 'which',
    wants: wants.length > 0 ? wants : ['thing'],
    noun,
    head,
    words: range(i, Math.max(i + 1, end)),
  };
}

/** "Global Thunder: is it a storm or what?": the guess before "or what" asks what it is. */
function orWhat(q: Reading): Asked | undefined {
  const i = q.words.findIndex(
    (_, k) =>
      q.is(k, 'or') && q.is(k + 1, 'or-what') && (k + 2 >= q.words.length || /[?!.,]/u.test(q.words[k + 2]!.gap)),
  );
  if (i < 0) return undefined;
  const before = q.words.slice(1, i);
  if (!q.is(q.first('auxiliary'), 'be') || before.some((w, k) => q.is(k, 'wh') || /[.?!]/u.test(w.gap)))
    return undefined;
  return { form: 'what', wants: ['thing'], noun: null, head: null, words: range(i, i + 2) };
}

/** "could you tell me whether they met": the clause asks, whatever the frame around it is. */
function whether(q: Reading): Asked | undefined {
  // "is it true that they met": the same frame in other words; "who was it that said so" asks who.
  const asks = q.first('wh');
  const i = q.words.findIndex(
    (_, k) => q.is(k, 'whether') || (k < 6 && q.is(k, 'embeds') && q.is(k - 1, 'tag') && (asks < 0 || asks > k)),
  );
  return i < 0 ? undefined : { form: 'yes-no', wants: [], noun: null, head: null, words: range(0, i + 1) };
}

/** "Run through what he said": an order to list comes before the asking word of what is to be listed. */
function listFirst(q: Reading): Asked | undefined {
  const asking = q.first('wh');
  const asked = list(q);
  return asked && asking >= 0 && Math.min(...asked.words) < asking ? asked : undefined;
}

/** A question that opens with "which" or "what" is settled by it, whatever follows. */
function whichWhatFirst(q: Reading): Asked | undefined {
  const first = q.first('wh');
  return first >= 0 && q.is(first, 'what') ? whichWhat(q) : undefined;
}

/** "Claim: NAME said so": put up for a yes or a no, whatever is in it. */
function putUp(q: Reading): Asked | undefined {
  const words = q.is(0, 'puts-up') ? claimIn(q) : undefined;
  return words && { form: 'yes-no', wants: [], noun: null, head: null, words };
}

/** A question that opens with an auxiliary is a yes/no question, whatever follows. */
function yesNoFirst(q: Reading): Asked | undefined {
  const asked = yesNo(q);
  return asked?.words.has(opening(q)) ? asked : undefined;
}

/** Decides what the question asks for: takes its words as read, gives the asked slot of the first rule that fits. */
export function findAsked(q: Reading): Asked {
  for (const rule of RULES) {
    const asked = rule(q);
    if (asked) return asked;
  }
  return { form: 'any', wants: [], noun: null, head: null, words: new Set() };
}
