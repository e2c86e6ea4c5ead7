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

/** Cuts phrases around a question off its start and end ("quick question:", "thanks in advance"). */
export function createChatterCutter(store: Store): (text: string) => string {
  const phrases = [...store.vocabulary.chatter]
    .sort((a, b) => b.length - a.length)
    .map((p) => ({ phrase: p.toLowerCase(), closing: ` ${p.toLowerCase()}` }));
  return (text) => {
    let rest = text;
    for (let cut = true; cut; ) {
      cut = false;
      const lower = rest.toLowerCase();
      const trimmed = lower.replace(/[^\p{L}\p{N}]+$/u, '');
      for (const { phrase, closing } of phrases) {
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
