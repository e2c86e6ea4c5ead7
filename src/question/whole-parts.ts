/** What a part leaves to another: "under which exercise was it rehearsed, and by how many bombers", "who spoke in May and who in June". */

import type { Span } from '../lookup/index.ts';
import { askEnd, isAdded, isPreposition } from './part-starts.ts';
import type { Reading } from './reading.ts';
import { type Stretch, textOf } from './text-of.ts';

/** A part as questions of its own, with the words that it shares with another part, the likeliest first; none where it has all. */
export function completed(q: Reading, parts: readonly Stretch[], n: number): string[] {
  const part = parts[n]!;
  const end = askEnd(q, part.from, part.to);
  const topic = n > 0 && sameSentence(q, parts[0]!, part) ? topicOf(q, parts[0]!) : '';
  // "the launch: date + number of passengers", "ship name + what kind"
  if (isAdded(q, part.from) && n > 0 && (end === part.from || end === part.to)) {
    const shared = topic || besideNoun(q, parts[0]!);
    if (shared) return [shared + textOf(q.words, part.from, part.to)];
  }
  if (end === part.from) return [];
  if (namesBefore(q, part, end)) return [];
  const asking = textOf(q.words, part.from, end);
  // "What seizure, and in what year, does the agency name": the verb comes after the last of what is asked.
  if (end === part.to) {
    const rest = (of: Stretch | undefined) => restOf(q, of, topic !== '');
    const shared = rest(parts[n + 1]) || rest(parts[n - 1]) || rest(parts[0]);
    return shared || topic ? [`${topic}${asking} ${shared}`.trim()] : [];
  }
  if (n === 0) return [];
  if (/,/u.test(q.words[end]!.gap) && q.is(end, 'auxiliary'))
    return [`${topic}${asking} ${textOf(q.words, end, part.to)}`];
  const filled = gapFilled(q, parts[n - 1]!, part, end);
  if (filled.length > 0) return filled.map((text) => topic + text);
  return topic ? [topic + textOf(q.words, part.from, part.to)] : [];
}

/** Whether the part asks only, and what it asks of stands in the next. */
export function borrows(q: Reading, parts: readonly Stretch[], n: number): boolean {
  const { from, to } = parts[n]!;
  const end = askEnd(q, from, to);
  if (end !== to || n + 1 === parts.length || namesBefore(q, parts[n]!, end)) return false;
  return to - from === 1 || restOf(q, parts[n + 1]) !== '';
}

/** "and in what words": whether a part does nothing but ask. */
export function onlyAsks(q: Reading, { from, to }: Stretch): boolean {
  return askEnd(q, from, to) === to;
}

/** "Wei Fenghe, who": whom the part is about stands in it. */
function namesBefore(q: Reading, { from }: Stretch, end: number): boolean {
  for (let i = from; i < end && !q.is(i, 'wh'); i++)
    if (q.spanAt(i)?.meanings.some((m) => /^[ev]:/u.test(m)) || q.is(i, 'pronoun-person')) return true;
  return false;
}

function sameSentence(q: Reading, first: Stretch, part: Stretch): boolean {
  return !q.words.slice(first.from + 1, part.from + 1).some((w) => /[?.!;]/u.test(w.gap));
}

/** What a part says beside what it asks; empty where it says nothing, or points to another part (`told`: to a topic told). */
function restOf(q: Reading, of: Stretch | undefined, told = false): string {
  const from = of ? askEnd(q, of.from, of.to) : 0;
  if (!of || from <= of.from || from >= of.to) return '';
  for (let i = from; i < of.to && !told; i++) if (q.is(i, 'pronoun-person') || q.is(i, 'pronoun-thing')) return '';
  return textOf(q.words, from, of.to);
}

/** "X's remarks: ", "In the agency's view, ": what stands before what is asked, set off by a mark. */
function topicOf(q: Reading, first: Stretch): string {
  for (let i = first.from; i < first.to; i++) {
    if (i > first.from && /[:,–—-]\s|\s[–—-]/u.test(q.words[i]!.gap))
      return textOf(q.words, first.from, i) + q.words[i]!.gap.replace('"', '');
    if (q.is(i, 'wh')) return '';
  }
  return '';
}

/** "ship name", "names of the two chiefs": of what it is that a noun asks. */
function besideNoun(q: Reading, { from, to }: Stretch): string {
  const last = q.spanAt(to - 1);
  const asks = (s: Span | undefined) => s?.meanings.some((m) => m.startsWith('a:')) === true;
  if (to - from > 1 && asks(last) && last!.start > from) return `${textOf(q.words, from, last!.start)}: `;
  const first = q.spanAt(from);
  return asks(first) && q.is(first!.end, 'genitive') ? `${textOf(q.words, first!.end + 1, to)}: ` : '';
}

/** "who was quoted on X, and who on Y", "who spoke for X and who Y": the second has the verb of the first. */
function gapFilled(q: Reading, before: Stretch, part: Stretch, end: number): string[] {
  const from = askEnd(q, before.from, before.to);
  const shared = isPreposition(q, end)
    ? q.words.findLastIndex((w, i) => i > from && i < before.to && w.lower === q.words[end]!.lower)
    : isName(q, end) && nameEnd(q, end) === part.to
      ? q.words.findIndex((_, i) => i > from && i < before.to && isName(q, i))
      : -1;
  if (shared < 0) return [];
  const after = isName(q, shared) ? textOf(q.words, nameEnd(q, shared), before.to) : '';
  const asking = textOf(q.words, part.from, end);
  return [`${asking} ${textOf(q.words, from, shared)} ${textOf(q.words, end, part.to)} ${after}`.trim()];
}

/** "What did A say about X, and B about Y?": the clause that follows has all of the first but who and of what. */
export function likeFirst(q: Reading, first: Stretch, part: Stretch): string[] {
  const end = askEnd(q, first.from, first.to);
  const preposition = nameEnd(q, part.from);
  const said = q.words.findIndex((w, i) => i > end && i < first.to && w.lower === q.words[preposition]?.lower);
  if (!q.is(end, 'auxiliary') || !isName(q, end + 1) || said < 0) return [];
  const verb = textOf(q.words, nameEnd(q, end + 1), said);
  const asking = textOf(q.words, first.from, end + 1);
  return [`${asking} ${textOf(q.words, part.from, preposition)} ${verb} ${textOf(q.words, preposition, part.to)}`];
}

/** Whether a name is all of what begins at a word. */
export function isName(q: Reading, i: number): boolean {
  const span = q.spanAt(i);
  return span?.start === i && span.meanings.some((m) => m.startsWith('e:'));
}

/** The word after a name. */
export function nameEnd(q: Reading, i: number): number {
  return isName(q, i) ? q.spanAt(i)!.end : i;
}
