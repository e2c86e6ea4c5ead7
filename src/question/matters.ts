/** Questions for what was spoken of: "what did they discuss", "about which topics have they been talking". */
import type { Asked, NameMention } from './question.ts';
import type { Reading } from './reading.ts';

/** What was spoken of is asked for: in which words, and of whom. */
export interface Matter {
  readonly said: string;
  /** Those named before the word, who spoke of it. */
  readonly by: readonly NameMention[];
}

/** Whether a question asks for what somebody spoke of; null where it does not. */
export function matterIn(q: Reading, { form, wants, head }: Asked, names: readonly NameMention[]): Matter | null {
  if (!['what', 'which', 'list', 'any'].includes(form) || wants.some((w) => w !== 'thing')) return null;
  const isTopic = head !== null && q.is(head.start, 'topic');
  const tells = isTopic || q.has('about');
  const at = q.words.findIndex((_, i) => q.is(i, 'discusses') || (tells && q.is(i, 'talks')));
  if (at < 0) return null;
  return { said: q.words[at]!.text, by: names.filter(({ span }) => span.start < at) };
}
