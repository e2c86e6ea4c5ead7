/** "PLA officer on the ship - rank & name", "Friday patrol: date and who got alarmed": one topic, and what is asked of it. */
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
    if (q.words[of]!.lower !== 'of' || to - of < 2) continue;
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
