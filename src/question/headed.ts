/** Questions for the one at the head of somebody: "who is the commander of NAME", "NAME's chief", "who leads NAME". */
import type { Word } from '../lookup/index.ts';
import type { Asked, NameMention } from './question.ts';
import type { Reading } from './reading.ts';

/** The name at whose head somebody stands, and the word that asks for him. */
export interface Headed {
  /** Null where it is no name ("who led the flight"). */
  readonly name: NameMention | null;
  readonly word: Word;
}

/** At whose head stands the one who is asked for; null where no head is asked for. */
export function headedIn(q: Reading, asked: Asked, names: readonly NameMention[]): Headed | null {
  if (!(asked.form === 'who' || (asked.head && asked.wants.includes('person')))) return null;
  const last = Math.max(...asked.words);
  const past = (i: number, parts: readonly string[]) => {
    let at = i;
    while (parts.some((part) => q.is(at, part))) at++;
    return at;
  };
  const nameAt = (i: number) => names.find(({ span }) => span.start === i) ?? null;
  const headOf = (name: NameMention | null, at: number) => (name ? { name, word: q.words[at]! } : null);
  // "which commander of NAME": the noun may be among the words that ask.
  const noun = asked.head && q.is(asked.head.start, 'heads') ? asked.head.start : past(last + 1, ['be', 'determiner']);
  if (q.is(noun, 'heads') && q.is(noun + 1, 'heads-of')) return headOf(nameAt(past(noun + 2, ['determiner'])), noun);
  // "who is NAME's commander"
  const before = nameAt(noun);
  const owned = before ? past(before.span.end, ['own']) : -1;
  if (q.is(owned, 'heads')) return headOf(before, owned);
  // "who leads NAME", "which general commands NAME", "which officer led the flight"
  const verb = [last, last + 1].find((i) => q.is(i, 'leads'));
  return verb === undefined ? null : { name: nameAt(past(verb + 1, ['determiner'])), word: q.words[verb]! };
}
