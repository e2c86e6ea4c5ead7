/** Questions for the one at the head of somebody ("who is the commander of NAME", "who leads NAME"), or for one within ("who at NAME"). */
import type { Word } from '../lookup/index.ts';
import type { Asked, NameMention } from './question.ts';
import type { Reading } from './reading.ts';

/** The name at whose head somebody stands, and the word that asks for him. */
export interface Headed {
  /** Null where it is no name ("who led the flight"). */
  readonly name: NameMention | null;
  readonly word: Word;
  /** It is a person, who is only pointed to: "his commander". */
  readonly ofPerson: boolean;
}

/** At whose head stands the one who is asked for; null where no head is asked for. */
export function headedIn(q: Reading, asked: Asked, names: readonly NameMention[]): Headed | null {
  // "the commander of NAME, how is he called": who is asked for opens the question.
  const opening = past(q, 0, ['determiner']);
  const opens = asked.form === 'what' && asked.words.size > 0 && [...asked.words].some((i) => q.is(i, 'called'));
  if (!(asked.form === 'who' || opens || (asked.head && asked.wants.includes('person')))) return null;
  const last = Math.max(...asked.words);
  const nameAt = (i: number) => names.find(({ span }) => span.start === i) ?? null;
  const headOf = (name: NameMention | null, at: number) =>
    name ? { name, word: q.words[at]!, ofPerson: false } : null;
  // "which commander of NAME": the noun may be among the words that ask.
  const noun =
    asked.head && q.is(asked.head.start, 'heads')
      ? asked.head.start
      : opens && q.is(opening, 'heads')
        ? opening
        : past(q, last + 1, ['be', 'determiner']);
  if (q.is(noun, 'heads') && q.is(noun + 1, 'heads-of')) return headOf(nameAt(past(q, noun + 2, ['determiner'])), noun);
  if (q.is(noun, 'heads') && q.is(noun - 1, 'pronoun-person'))
    return { name: null, word: q.words[noun]!, ofPerson: true };
  // "who is NAME's commander"
  const before = nameAt(noun);
  const owned = before ? past(q, before.span.end, ['own']) : -1;
  if (q.is(owned, 'heads')) return headOf(before, owned);
  // "who leads NAME", "which general commands NAME", "which officer led the flight"
  const verb = [last, last + 1].find((i) => q.is(i, 'leads'));
  if (verb === undefined) return null;
  return { name: nameAt(past(q, verb + 1, ['determiner'])), word: q.words[verb]!, ofPerson: false };
}

/** The name right after "who at"; null where none stands there. */
export function insideOf(q: Reading, { form, words }: Asked, names: readonly NameMention[]): NameMention | null {
  if (form !== 'who') return null;
  const next = Math.max(...words) + 1;
  if (!q.is(next, 'inside')) return null;
  const at = past(q, next + 1, ['determiner']);
  return names.find(({ span }) => span.start === at) ?? null;
}

/** The first word from one on that plays none of the parts. */
function past(q: Reading, i: number, parts: readonly string[]): number {
  let at = i;
  while (parts.some((part) => q.is(at, part))) at++;
  return at;
}
