/** Whole messages that are no questions: greetings, thanks, a call for help. */
import type { Store } from '../facts/index.ts';
import { normalise } from '../lookup/index.ts';

/** Gives the reply to a message that is small talk and nothing else, or undefined. */
export type SmallTalk = (text: string) => string | undefined;

/** Reads the small talk of a store's vocabulary. */
export function createSmallTalk(store: Store): SmallTalk {
  const plain = (text: string) =>
    normalise(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}']+/gu, ' ')
      .trim();
  const replies = new Map<string, string>();
  for (const { words, reply } of store.vocabulary.small_talk) for (const word of words) replies.set(plain(word), reply);
  return (text) => replies.get(plain(text));
}

/** So many letters of its beginning or end tell a phrase from most others. */
const LETTERS = 2;

/** Cuts phrases around a question off its start and end ("quick question:", "thanks in advance"). */
export function createChatterCutter(store: Store): (text: string) => string {
  const phrases = [...store.vocabulary.chatter]
    .sort((a, b) => b.length - a.length)
    .map((p) => ({ phrase: p.toLowerCase(), closing: ` ${p.toLowerCase()}` }));
  // Most questions begin and end with the letters of no phrase, or of few.
  const [opening, closingWith] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()];
  const note = (by: Map<string, Set<number>>, letters: string, at: number) =>
    by.set(letters, (by.get(letters) ?? new Set()).add(at));
  phrases.forEach(({ phrase, closing }, at) => {
    note(opening, phrase.slice(0, LETTERS), at);
    note(closingWith, closing.slice(-LETTERS), at);
  });
  const none: ReadonlySet<number> = new Set();
  /** The phrases that a text may begin or end with, the longest first. */
  const likely = (lower: string, trimmed: string) => {
    const found = new Set([
      ...(opening.get(lower.slice(0, 1)) ?? none),
      ...(opening.get(lower.slice(0, LETTERS)) ?? none),
      ...(closingWith.get(trimmed.slice(-LETTERS)) ?? none),
    ]);
    return [...found].sort((a, b) => a - b).map((at) => phrases[at]!);
  };
  return (text) => {
    let rest = text;
    for (let cut = true; cut; ) {
      cut = false;
      const lower = rest.toLowerCase();
      const trimmed = lower.replace(/[^\p{L}\p{N}]+$/u, '');
      for (const { phrase, closing } of likely(lower, trimmed)) {
        if (
          lower.startsWith(phrase) &&
          /^[^\p{L}\p{N}']/u.test(lower.slice(phrase.length)) &&
          lower.length > phrase.length + 3
        ) {
          rest = rest.slice(phrase.length).replace(/^[^\p{L}\p{N}"'(#@]+/u, '');
          cut = true;
          break;
        }
        if (trimmed.endsWith(closing) && lower.length > phrase.length + 8) {
          rest = rest.slice(0, trimmed.length - phrase.length).replace(/[\s,;:-]+$/u, '');
          cut = true;
          break;
        }
      }
    }
    return rest;
  };
}
