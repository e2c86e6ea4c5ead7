/** "PLA officer on the ship - rank & name", "Friday patrol: date and who got alarmed": one topic, and what is asked of it. */
import { askedNoun } from './asked-noun.ts';
import { isPreposition } from './part-starts.ts';
import type { Part } from './question.ts';
import type { Reading } from './reading.ts';
import { type Stretch, textOf } from './text-of.ts';

/** A topic says at least so many words. */
const TOPIC = 1;

/** A noun that is asked for stands with at most so many words. */
const LONGEST = 3;

/** The parts of a message that ends with a list of what is asked; none where it does not. */
export function listedAtEnd(q: Reading, { from, to }: Stretch): Part[] {
  for (let i = from + TOPIC; i < to; i++) {
    if (!/[-–—:,]/u.test(q.words[i]!.gap) || !/\s/u.test(q.words[i]!.gap)) continue;
    const items = itemsOf(q, i, to);
    if (items.length < 2 || !items.some((item) => isItem(q, item))) continue;
    if (!items.every((item) => isItem(q, item) || isNoun(q, item))) continue;
    const topic = textOf(q.words, from, i);
    return items.map((item) => {
      const text = textOf(q.words, item.from, item.to);
      return { text, whole: [`${topic} - ${text}`], pronoun: null, shares: 'topic' };
    });
  }
  return [];
}

/** "name and type of the ship", "rank + name of NAME's envoy": nouns that are asked for, and of what. */
export function listedAtStart(q: Reading, { from, to }: Stretch): Part[] {
  let first = from;
  while (q.is(first, 'opener') || q.is(first, 'determiner')) first++;
  for (let of = first + 2; of < Math.min(first + 2 * LONGEST + 1, to); of++) {
    if (!q.is(of, 'genitive') || to - of < 2) continue;
    const items = itemsOf(q, first, of);
    if (items.length < 2 || !items.every((item) => isItem(q, item) && !q.is(item.from, 'wh'))) continue;
    const topic = textOf(q.words, of, to);
    return items.map((item) => {
      const text = `${textOf(q.words, item.from, item.to)} ${topic}`;
      return { text, whole: [text], pronoun: null, shares: 'topic' };
    });
  }
  return [];
}

/** "Of the summit give the city, the date and who came": what is asked for is listed after an order, and its topic stands before. */
export function listedAfterOrder(q: Reading, { from, to }: Stretch): Part[] {
  let first = from;
  while (q.is(first, 'opener') || isPreposition(q, first) || q.is(first, 'determiner')) first++;
  const order = q.words.findIndex(
    (_, i) => i > first + TOPIC && i < to && ['order-to', 'list', 'identify'].some((part) => q.is(i, part)),
  );
  if (order < 0 || isPreposition(q, order - 1) || q.is(order - 1, 'determiner')) return [];
  const listed = itemsOf(q, order + 1, to);
  const items = listed.map((item) => ({ ...item, from: afterArticles(q, item.from) }));
  if (items.length < 2 || items.some((item) => item.from >= item.to)) return [];
  // Beside two things that are asked for, a third may be called by a word that no table has.
  const wanted = items.map((item) => namesWanted(q, item));
  if (wanted.filter(Boolean).length < 2 || !items.every((item, n) => wanted[n] || item.from > listed[n]!.from))
    return [];
  const topic = textOf(q.words, first, order);
  return items.map((item) => {
    const text = textOf(q.words, item.from, item.to);
    return { text, whole: [`${topic} - ${text}`], pronoun: null, shares: 'topic' };
  });
}

/** Whether a noun for what can be asked stands at the beginning of an item, or ends it: "date", "four leaders", "number of aircraft". */
function namesWanted(q: Reading, { from, to }: Stretch): boolean {
  const { head } = askedNoun(q, from);
  return head !== null && head.start < to;
}

function afterArticles(q: Reading, from: number): number {
  let at = from;
  while (q.is(at, 'determiner') || q.is(at, 'joiner')) at++;
  return at;
}

function itemsOf(q: Reading, from: number, to: number): Stretch[] {
  const items: { from: number; to: number }[] = [{ from, to }];
  for (let i = from + 1; i < to; i++) {
    if (!q.is(i, 'joiner') && !/[,&+/]/u.test(q.words[i]!.gap)) continue;
    items.at(-1)!.to = i;
    items.push({ from: q.is(i, 'joiner') ? i + 1 : i, to });
  }
  return items.filter((item) => item.to > item.from);
}

/** "rank", "full name", "by whom", "who got alarmed" */
function isItem(q: Reading, { from, to }: Stretch): boolean {
  if (q.is(from, 'wh') || (isPreposition(q, from) && q.is(from + 1, 'wh'))) return true;
  let at = from;
  while (q.is(at, 'determiner')) at++;
  if (at >= to || to - at > LONGEST) return false;
  for (let span = q.spanAt(at); at < to; span = q.spanAt(at)) {
    if (!span?.meanings.some((m) => m.startsWith('a:'))) return false;
    at = span.end;
  }
  return true;
}

/** "rocket": one word beside others that are asked for, no name and no deed. */
function isNoun(q: Reading, { from, to }: Stretch): boolean {
  const span = q.spanAt(to - 1);
  return to - from === 1 && span?.meanings.every((m) => /^[at]:/u.test(m)) === true;
}
