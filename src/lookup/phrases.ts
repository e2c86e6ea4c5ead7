/** The phrases of the lexicon that begin at a word, and what they mean there. */
import type { Entry, Lexicon, Meaning } from './lexicon.ts';
import type { Word } from './words.ts';

/** The longest phrases at a word. */
export interface Phrase {
  /** How many words it has. */
  readonly length: number;
  readonly meanings: readonly Meaning[];
  /** The phrase, where it is the only one of its words. */
  readonly entry: Entry | undefined;
}

/**
 * Finds the longest phrase that begins at a word and means something there.
 * @param caseless nothing in the text tells names by their capitals
 */
export function longestAt(words: readonly Word[], at: number, lexicon: Lexicon, caseless: boolean): Phrase | undefined {
  const entries = lexicon.goingOn(words[at]!.base, words[at + 1]?.base);
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    if (!matchesAt(entry, words, at)) continue;
    // Those of one length that fit, all of which can be meant.
    const { length } = entry.keys;
    let more: Entry[] | undefined;
    while (entries[i + 1]?.keys.length === length)
      if (matchesAt(entries[++i]!, words, at)) (more ??= [entry]).push(entries[i]!);
    const meanings = more ? meaningsOfAll(more, words[at]!, caseless) : meaningsOf(entry, words[at]!, caseless);
    if (meanings.length > 0) return { length, meanings, entry: more ? undefined : entry };
  }
  return undefined;
}

/** Whether the words from an index on are those of a phrase. */
export function matchesAt(entry: Entry, words: readonly Word[], at: number): boolean {
  const { keys, written } = entry;
  if (at + keys.length > words.length) return false;
  for (let i = 0; i < keys.length; i++) {
    const word = words[at + i]!;
    if (word.base !== keys[i]) return false;
    const name = written?.[i];
    if (name !== undefined && word.lower !== name && word.lower !== `${name}s`) return false;
  }
  return true;
}

/** All that a word or phrase can mean. @param caseless nothing in the text tells names by their capitals */
function meaningsOf(entry: Entry, word: Word, caseless: boolean): readonly Meaning[] {
  // Only a word that can also be light is misread.
  if (caseless || !entry.light) return entry.meanings;
  const upper = isUpper(word);
  // Most words have nothing to leave out, and share the list.
  if (!upper && !entry.code) return entry.meanings;
  return entry.meanings.filter((meaning) => !isCodeMisread(entry, meaning, upper));
}

/** All that several phrases of the same words can mean. */
function meaningsOfAll(entries: readonly Entry[], word: Word, caseless: boolean): readonly Meaning[] {
  const sure = caseless || !entries.some((e) => e.light);
  const upper = isUpper(word);
  const meanings = new Set<Meaning>();
  for (const entry of entries)
    for (const meaning of entry.meanings) if (sure || !isCodeMisread(entry, meaning, upper)) meanings.add(meaning);
  return [...meanings];
}

/** "us" in a sentence with capitals is the pronoun, "US" the country; where nothing has capitals both are possible. */
function isCodeMisread(entry: Entry, meaning: Meaning, upper: boolean): boolean {
  return entry.code ? !upper : upper && meaning === 'l';
}

function isUpper({ text }: Word): boolean {
  return text.length > 1 && text === text.toUpperCase();
}
