/** The English word list, so that a real word is never "corrected" into a name. */
import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';

const NEWLINE = 10;

/** The list is in order by so many first letters (further on, a few words are not). */
const ORDERED = 3;

/** The words, each between two line ends. */
let list: Buffer | undefined;

/** Whether the word is in the English word list. The list is read when it is first asked, and searched as it is. */
export function isEnglishWord(lower: string): boolean {
  if (!/^[a-z]+$/u.test(lower)) return false;
  list ??= Buffer.from(`\n${readFileSync(wordListPath, 'latin1')}\n`, 'latin1');
  const prefix = lower.slice(0, ORDERED);
  // A brace comes after all letters.
  const group = list.subarray(lineFrom(list, prefix) - 1, lineFrom(list, `${prefix}{`));
  return group.includes(`\n${lower}\n`, 0, 'latin1');
}

/** Where the first line begins that does not come before `text`; the end of the list where there is none. */
function lineFrom(lines: Buffer, text: string): number {
  const wanted = Buffer.from(text, 'latin1');
  let [low, high] = [1, lines.length];
  while (low < high) {
    const start = lines.lastIndexOf(NEWLINE, (low + high) >> 1) + 1;
    const at = Math.max(low, Math.min(start, high));
    const end = lines.indexOf(NEWLINE, at);
    if (end < 0 || at >= high) return high;
    if (lines.compare(wanted, 0, wanted.length, at, Math.min(end, at + wanted.length)) < 0) low = end + 1;
    else high = at;
  }
  return low;
}
