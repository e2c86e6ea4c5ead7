/** Who must have said it: "according to NAME", "what did NAME say", "NAME's remarks". */
import type { Store } from '../facts/index.ts';
import { means, type Span } from '../lookup/index.ts';
import type { Asked, NameMention } from './question.ts';
import type { Reading } from './reading.ts';
import { beforeOf } from './scenes.ts';

/** Of the names, those whose words are asked for; none that is set aside, or that can say nothing. */
export function speakersOf(
  q: Reading,
  names: readonly NameMention[],
  { form }: Asked,
  asides: ReadonlySet<Span>,
  store: Store,
): NameMention[] {
  return names.filter(
    (name) =>
      !asides.has(name.span) &&
      (speaks(q, name, (id) => canSpeak(store, id)) ||
        owns(q, name.span, form) ||
        isTopicOf(q, name, store) ||
        isQuoted(q, name) ||
        givesReason(q, name) ||
        governs(q, name) ||
        isSeatOf(q, name)),
  );
}

/** "Mr NAME, what he said about it": the person who opens the question is the one who said it. */
function isTopicOf(q: Reading, { span, entities }: NameMention, store: Store): boolean {
  if (span.start > 1 || !entities.every((id) => store.entities.get(id)?.kind === 'person')) return false;
  return q.words.some(
    (_, i) =>
      i >= span.end &&
      // "what he was telling", "his words", "the minister's own words": an office may stand for him.
      ((q.is(i, 'pronoun-person') && tellsAt(q, q.is(i + 1, 'auxiliary') ? i + 2 : i + 1)) ||
        ((q.is(i, 'own') || q.is(i, 'pronoun-person')) && q.is(i + 1, 'wording'))),
  );
}

/** "he told", "he was telling" */
function tellsAt(q: Reading, i: number): boolean {
  return q.is(i, 'say') || q.is(i, 'telling');
}

/** "Quote me NAME on it": the order opens the question, and only a title stands before the name. */
function isQuoted(q: Reading, { span }: NameMention): boolean {
  const at = q.is(0, 'to-quote') ? (q.is(1, 'asker') ? 2 : 1) : -1;
  return at === span.start;
}

/** "What does NAME give as the reason", "what explanation does NAME offer": whose reason it is. */
function givesReason(q: Reading, { span }: NameMention): boolean {
  const verb = q.is(span.end, 'gives') || (q.is(span.end, 'auxiliary') && q.is(span.end + 1, 'gives'));
  return verb && q.has('grounds');
}

/** "NAME's own government, it said nothing?": whoever governs beside the name speaks for it. */
function governs(q: Reading, { span }: NameMention): boolean {
  const at = q.is(span.end, 'own') ? span.end + 1 : span.end;
  const body = q.spanAt(at);
  if (body?.start !== at || means(body, 'e:') || !body.meanings.some((m) => q.governing.has(m))) return false;
  const verb = PRONOUNS.some((part) => q.is(body.end, part)) ? body.end + 1 : body.end;
  return q.is(verb, 'say');
}

/** By which somebody may be named again. */
const PRONOUNS = ['pronoun-person', 'pronoun-people', 'pronoun-thing'];

/** "NAME, what did the government there say": whoever speaks there speaks for the place that opens the question. */
function isSeatOf(q: Reading, { span }: NameMention): boolean {
  if (span.start > 2 || !/[,:;-]/u.test(q.words[span.end]?.gap ?? '')) return false;
  return q.words.some(
    (_, i) =>
      i > span.end &&
      q.is(i, 'pronoun-place') &&
      q.is(i + 1, 'say') &&
      q.spanAt(i - 1)?.meanings.some((m) => q.governing.has(m)) === true,
  );
}

/** "what did he say", "his remarks": a person named before must have said it. */
export function pronounSpeaks(q: Reading): boolean {
  return q.words.some((_, i) => q.is(i, 'pronoun-person') && (q.is(i + 1, 'say') || q.is(i + 1, 'statement')));
}

/** "modi's comment on the patrol", "the words of NAME": where nothing else is asked, whose words they are. */
function owns(q: Reading, span: Span, form: Asked['form']): boolean {
  if (!['any', 'what', 'how', 'said', 'list'].includes(form)) return false;
  const before = beforeOf(q, span);
  return (
    // Written in haste, the apostrophe is left out, or all of the ending.
    q.is(span.end, 'statement') ||
    // "NAME's exact words"
    (q.words[span.end - 1]!.possessive && q.is(span.end + 1, 'wording')) ||
    (q.is(before, 'genitive') && q.is(before - 1, 'statement'))
  );
}

/** A ship or an exercise says nothing. */
function canSpeak(store: Store, id: string): boolean {
  const kind = store.entities.get(id)?.kind;
  return kind !== 'vessel' && kind !== 'exercise';
}

/** "according to NAME", "what did NAME say", "NAME said": the name is the speaker. */
function speaks(q: Reading, { span, entities }: NameMention, canSpeak: (entity: string) => boolean): boolean {
  const before = q.is(span.start - 1, 'to') || q.is(span.start - 1, 'determiner') ? span.start - 2 : span.start - 1;
  if (q.is(before, 'according') || q.is(span.start - 1, 'according')) return true;
  if (q.words[span.end - 1]!.possessive || !entities.some(canSpeak)) return false;
  // "what answered NAME", "what has commented NAME": in this order too, the name is who said it.
  if (
    (q.is(before, 'say') || q.is(before, 'speaks')) &&
    q.is(q.is(before - 1, 'auxiliary') ? before - 2 : before - 1, 'what')
  )
    return true;
  // "the words NAME used"
  if (q.is(before, 'wording') && q.is(span.end, 'uses')) return true;
  // "… reported what NAME said": the clause is the object of another verb, whose subject is asked for.
  if (span.start > 2 && q.is(span.start - 1, 'what') && q.words.slice(0, span.start - 1).some((_, i) => q.is(i, 'wh')))
    return false;
  // "are A and B called …": the names are one subject.
  let first = span.start;
  while (q.is(first - 1, 'joins') && q.spanAt(first - 2)) first = q.spanAt(first - 2)!.start;
  for (let i = span.end; i < Math.min(span.end + 2, q.words.length); i++) {
    if (/[,;:.?-]/u.test(q.words[i]!.gap)) return false;
    // "whats NAME say" is written in haste for "what does NAME say".
    const hasty = q.is(first - 2, 'what') && q.is(i, 'say-plain');
    if (q.is(i, 'be') || (!hasty && q.is(first - 1, 'be') && !/(?:ing|s)$/u.test(q.words[i]!.lower))) return false;
    // "the drill cited by NAME": a participle, whose agent stands after it; "NAME said to NAME" is no passive.
    if (q.is(i, 'say')) {
      const hearer = q.is(i + 1, 'to') && q.spanAt(i + 2);
      return !q.is(i + 1, 'to') || (hearer && means(hearer, 'e:')) ? !q.is(i + 1, 'by') : false;
    }
  }
  return false;
}
