/** The English word list, so that a real word is never "corrected" into a name. */
import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';

/** A table of the words by their hash: positions in the list, which is kept as it is read. */
interface WordTable {
  readonly list: Buffer;
  /** Position of a word plus one, or 0 for none; a power of two long. */
  readonly slots: Uint32Array;
}

const NEWLINE = 10;
let table: WordTable | undefined;

/** Whether the word is in the English word list. The list is read when it is first asked. */
export function isEnglishWord(lower: string): boolean {
  table ??= readWords();
  const word = Buffer.from(lower);
  const { list, slots } = table;
  for (let slot = hashOf(word, 0, word.length) & (slots.length - 1); slots[slot] !== 0; ) {
    const at = slots[slot]! - 1;
    if (list[at + word.length] === NEWLINE && list.compare(word, 0, word.length, at, at + word.length) === 0)
      return true;
    slot = (slot + 1) & (slots.length - 1);
  }
  return false;
}

function readWords(): WordTable {
  const list = Buffer.concat([readFileSync(wordListPath), Buffer.from('\n')]);
  const slots = new Uint32Array(1 << 19);
  for (let at = 0, end = list.indexOf(NEWLINE); end >= 0; at = end + 1, end = list.indexOf(NEWLINE, at)) {
    if (end === at) continue;
    let slot = hashOf(list, at, end) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = at + 1;
  }
  return { list, slots };
}

/** FNV-1a over bytes. */
function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}
