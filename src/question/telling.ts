/**
 * Verbs that only carry what is asked: that a text tells of something ("whom does the report mark as new"), and that somebody does what the
 * asked noun says already ("what verdict did NAME reach").
 */
import { means, type Span } from '../lookup/index.ts';
import type { Asked } from './question.ts';
import type { Reading } from './reading.ts';

/** "the report marks": a text that tells of something, with the verb. */
export function toldByText(q: Reading): Span[] {
  return ofText(q, 'text-tells');
}

/** "the report ties": a text that gives a cause, with the verb. */
export function explainedByText(q: Reading): Span[] {
  return ofText(q, 'text-explains');
}

function ofText(q: Reading, verbs: string): Span[] {
  if (!q.has(verbs)) return [];
  const found: Span[] = [];
  for (let i = q.first('publication'); i >= 0; i = q.first('publication', i + 1)) {
    const [text, verb] = [q.spanAt(i), q.spanAt(i + 1)];
    // "which report names it" asks for the text.
    const tells = q.is(i - 1, 'determiner') && !q.is(i - 2, 'wh') && !q.is(i, 'pronoun-thing') && q.is(i + 1, verbs);
    if (tells && text?.end === i + 1 && verb) found.push(text, verb);
  }
  return found;
}

/** "what verdict did NAME reach", "what conclusion was drawn": the verb after a noun for words or thoughts. */
export function carriedBy(q: Reading, { form, head }: Asked): Span | undefined {
  if ((form !== 'what' && form !== 'which') || !head || !q.is(head.end, 'auxiliary') || !isThought(q, head))
    return undefined;
  for (let i = head.end + 1; i < q.words.length && !/[,;:?.]/u.test(q.words[i]!.gap); i++) {
    if (q.is(i, 'carries')) return q.spanAt(i);
    const span = q.spanAt(i);
    // Past the subject and words that say nothing: a verb of its own is what is asked about.
    if (!span || !(means(span, 'e:') || span.meanings.includes('l') || span.meanings.length === 0)) return undefined;
  }
  return undefined;
}

/** Whether the noun is one for what is said or thought: a deed in words, or one that asks for a thing or a reason alone. */
function isThought(q: Reading, { start, meanings }: Span): boolean {
  if (['statement', 'wording', 'grounds'].some((part) => q.is(start, part))) return true;
  return meanings.some((m) => m === 'a:thing' || m === 'a:reason') && meanings.some((m) => m.startsWith('p:'));
}

/** "which practices will they oppose": a noun that only classes what another word, a verb of its own, asks for. */
export function classIn(q: Reading, content: readonly Span[], asked: Asked): Span | undefined {
  const { head } = asked;
  if ((asked.form !== 'what' && asked.form !== 'which') || !head || !q.is(head.end - 1, 'classes')) return undefined;
  const carried = carriedBy(q, asked);
  const firm = content.some(
    (s) => s !== head && s !== carried && means(s, 'p:') && !means(s, 'e:') && !s.meanings.includes('l'),
  );
  return firm ? head : undefined;
}

/** "the format called NAME": the noun before a name, and the word that joins them. */
export function calledBy(q: Reading): Span[] {
  const found: Span[] = [];
  for (let i = q.first('so-called'); i > 1; i = q.first('so-called', i + 1)) {
    const [noun, joins] = [q.spanAt(i - 1), q.spanAt(i)];
    const next = joins && q.spanAt(q.is(joins.end, 'determiner') ? joins.end + 1 : joins.end);
    const named = next && (means(next, 'e:') || means(next, 'v:'));
    if (noun && joins?.start === i && named && q.is(noun.start - 1, 'determiner') && !means(noun, 'e:'))
      found.push(noun, joins);
  }
  return found;
}
