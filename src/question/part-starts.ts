/** Where in a sentence a further part begins: "and when", "and by whom", ", and give its class", "together with his rank". */
import { askedNoun } from './asked-noun.ts';
import type { Reading } from './reading.ts';

/** An asking word stands at most so many words after the preposition that its part begins with. */
const REACH = 4;

/** Whether a part begins at a word, of a sentence (or what is left of it) that begins at `from`. */
export function beginsPart(q: Reading, from: number, i: number): boolean {
  const { gap } = q.words[i]!;
  if (isAdded(q, i)) return asksAt(q, i) || q.is(i, 'auxiliary') || beginsWithNoun(q, i);
  // "who was asked, where, and by whom"
  if (gap.includes(',') && endsAsk(q, i + (isPreposition(q, i) ? 2 : 1)) && asksAt(q, i)) return true;
  const joiner = joinerBefore(q, i);
  if (joiner === undefined) return false;
  const comma = /[,;:]/u.test(q.words[joiner]!.gap);
  if (asksAt(q, i) || (comma && q.is(i, 'auxiliary'))) return true;
  if (comma && isClauseLike(q, from, i)) return true;
  if (opensWith(q, from, 'auxiliary')) return false;
  if (q.is(i, 'order-to') || q.is(i, 'list') || q.is(i, 'identify'))
    return namesAsked(q, i + 1) || asksAt(q, i + 1) || (comma && q.is(i + 1, 'determiner'));
  const orders = ['order-to', 'list', 'identify'].some((part) => opensWith(q, from, part));
  if (!orders) return false;
  return (
    q.is(i, 'own-pronoun') || (namesAsked(q, i) && (comma || q.is(joiner, 'joiner-pair') || q.is(i, 'determiner')))
  );
}

/** "rank + name": whether a sign for "and" stands before a word. */
export function isAdded(q: Reading, i: number): boolean {
  return /[+&]/u.test(q.words[i]!.gap);
}

/** "What did A say about X, and B about Y?": a name and a preposition that the question has too. */
export function isClauseLike(q: Reading, from: number, i: number): boolean {
  const span = q.spanAt(i);
  if (span?.start !== i || !span.meanings.some((m) => m.startsWith('e:')) || !isPreposition(q, span.end)) return false;
  const { lower } = q.words[span.end]!;
  return q.words.slice(from, i).some((w) => w.lower === lower);
}

/** The index of the joiner that ends before a word. */
function joinerBefore(q: Reading, i: number): number | undefined {
  if (q.is(i - 1, 'joiner')) return i - 1;
  if (q.is(i - 2, 'joiner-pair')) return i - 2;
  return q.is(i - 3, 'joiner-pair') && q.is(i - 1, 'during') ? i - 3 : undefined;
}

function opensWith(q: Reading, from: number, part: string): boolean {
  let first = from;
  while (q.is(first, 'opener')) first++;
  return q.is(first, part);
}

/** "when …", "by whom", "against the background of which war" */
function asksAt(q: Reading, i: number): boolean {
  if (q.is(i, 'wh')) return true;
  if (!isPreposition(q, i)) return false;
  for (let k = i + 1; k < Math.min(i + 1 + REACH, q.words.length) && !/[,;:]/u.test(q.words[k]!.gap); k++)
    if (q.is(k, 'wh')) return true;
  return false;
}

/** "its class", "the medium …", "that neighbour": a noun for what can be asked, after articles. */
function namesAsked(q: Reading, i: number): boolean {
  let at = i;
  while (q.is(at, 'determiner') || q.is(at, 'own')) at++;
  return at < q.words.length && askedNoun(q, at).noun !== null;
}

/** "… + number of passengers": of names that a sign joins, neither asks. */
function beginsWithNoun(q: Reading, i: number): boolean {
  let at = i;
  while (q.is(at, 'determiner')) at++;
  return askedNoun(q, at).head?.start === at && !q.spanAt(at)!.meanings.some((m) => m.startsWith('e:'));
}

/** Whether what asks ends before a word: "…, where, and", "and when?" */
export function endsAsk(q: Reading, i: number): boolean {
  return i >= q.words.length || q.is(i, 'joiner') || /[,;:?]/u.test(q.words[i]!.gap);
}

/** Whether the word can open a part of its own: "by whom", "from which sides". */
export function isPreposition(q: Reading, i: number): boolean {
  return ['preposition', 'by', 'of', 'oblique', 'with', 'during', 'before', 'after', 'inside'].some((c) => q.is(i, c));
}

/** The word after what asks in a part: "in what year | did it happen", "how many bombers | took part". */
export function askEnd(q: Reading, from: number, to: number): number {
  let i = from;
  while (i < to && !q.is(i, 'wh')) i++;
  if (i >= to) return from;
  if (!q.is(i, 'what') && !q.is(i + 1, 'quantity') && !q.is(i, 'own')) return i + 1;
  const start = q.is(i + 1, 'quantity') ? i + 2 : i + 1;
  const noun = askedNoun(q, start);
  let end = Math.max(start, noun.noun === null ? start : noun.end);
  if (noun.noun === null)
    while (end < to && end < start + 3 && !stops(q, end) && !(end > start && /[,;:]/u.test(q.words[end]!.gap))) end++;
  return Math.min(end, to);
}

function stops(q: Reading, i: number): boolean {
  const span = q.spanAt(i);
  const acts = span?.meanings.some((m) => m.startsWith('p:')) && !span.meanings.some((m) => /^[ate]:/u.test(m));
  return q.is(i, 'auxiliary') || q.is(i, 'joiner') || isPreposition(q, i) || acts === true;
}
