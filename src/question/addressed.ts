/** Whom a reply is given to: "what did NAME answer to NAME", "what reply did NAME get". */
import { type Store, wordClass } from '../facts/index.ts';
import type { NameMention } from './question.ts';
import type { Reading } from './reading.ts';

/** Between "to" and the name of whom it is given to stand at most so many words ("to this protest of NAME"). */
const APART = 3;

/** The names that a reply asked about goes to; none where no reply is asked about. */
export function addressedIn(q: Reading, names: readonly NameMention[], store: Store): NameMention[] {
  const classes = new Set([...wordClass(store, 'reply')].map((name) => `p:${name}`));
  const reply = q.spans.find((s) => s.meanings.some((m) => classes.has(m)));
  if (!reply) return [];
  return names.filter(({ span }) => {
    if (span.start < reply.end || q.words.slice(reply.end, span.start).some((w) => /[.?!]/u.test(w.gap))) return false;
    if (q.is(span.end, 'gets')) return true;
    for (let i = span.start - 1; i >= Math.max(reply.start, span.start - 1 - APART); i--) {
      if (q.is(i, 'to')) return true;
      if (names.some((other) => other.span.start <= i && i < other.span.end)) return false;
    }
    return false;
  });
}
