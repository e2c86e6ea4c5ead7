/** "NAME: a storm, a weapon, or what?": guesses at what it is, which ask no more than "what is NAME". */
import { means } from '../lookup/index.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** The question that such guesses ask; undefined where a text is none. */
export function asDefinition(q: Reading): string | undefined {
  const or = q.words.length - 2;
  if (or < 2 || !q.is(or, 'or') || !q.is(or + 1, 'or-what')) return undefined;
  const mark = q.words.findIndex((w, i) => i > 0 && i < or && /[:,]|\s[-–—]\s/u.test(w.gap));
  if (mark < 0) return undefined;
  const named = q.spans.filter((s) => s.end <= mark && !s.meanings.includes('l'));
  const isNamed = named.length === 1 && (means(named[0]!, 'e:') || means(named[0]!, 'v:'));
  const asks = q.words.some((_, i) => i < or && (q.is(i, 'wh') || q.is(i, 'auxiliary')));
  const others = q.spans.some((s) => s.start >= mark && s.end <= or && s.meanings.some((m) => /^[evkds]:/u.test(m)));
  return isNamed && !asks && !others ? `what is ${textOf(q.words, 0, mark)}` : undefined;
}
