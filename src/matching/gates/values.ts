/** Gates over the values of a fact: its numbers, contrastive words, and attributes that it does not give. */
import { means, type Span } from '../../lookup/index.ts';
import type { Question } from '../../question/index.ts';
import { keysOf, type Profile } from '../profile.ts';
import { type Gate, once } from './gate.ts';

/** A number must be one of the fact's, where the fact counts anything; the number of things asked for ("which two issues") is none. */
export const numbers: Gate = ({ question, profile }) =>
  question.numbers
    .filter(
      ({ value, span }) =>
        value !== 1 &&
        !measuresTime(question, span) &&
        !question.asides.has(span) &&
        !profile.numbers.has(value) &&
        !profile.words.has(span.bases[0]!) &&
        !(value <= 4 && (question.asked.form !== 'yes-no' || profile.numbers.size === 0)),
    )
    .map(({ span }) => ({ kind: 'number', failed: span.text }));

/** "six months before": a length of time, not a count. */
function measuresTime(question: Question, span: Span): boolean {
  return question.timeUnits.has(span.end);
}

const contrasts = once((question: Question) =>
  question.content.filter((s) => means(s, 'c:') && !question.asides.has(s) && !question.softContrasts.has(s)),
);

/** "first", "next", "only", "other" must be in the fact. */
export const contrast: Gate = ({ question, profile }) =>
  contrasts(question)
    .filter((s) => !s.bases.some((b) => profile.words.has(b) || profile.concepts.has(`w:${b}`)))
    .map((s) => ({ kind: 'contrast', failed: s.text }));

const seldomGiven = once((question: Question) =>
  question.spans.filter((s) => means(s, 'n:') && !question.asides.has(s)),
);

/** An attribute that reports seldom give, and that this fact does not give; a way to ask for it in the same words says that it does. */
export const never: Gate = ({ question, profile, sameAsk }) =>
  seldomGiven(question)
    .filter(
      (s) =>
        !s.meanings.some((m) => m.startsWith('n:') && profile.concepts.has(m)) &&
        !sameAsk?.toLowerCase().includes(s.text.toLowerCase()) &&
        !countsItself(question, s, profile),
    )
    .map((s) => ({ kind: 'never', failed: s.text }));

/** "how many soldiers": of a fact that counts soldiers, it is no attribute that is seldom given. */
function countsItself({ asked }: Question, span: Span, { units }: Profile): boolean {
  const counted = span.bases.at(-1)!;
  return asked.form === 'how-many' && asked.words.has(span.start) && units.has(`w:${counted}`);
}

/** "how many warships": the noun right after the asking words. */
const countedIn = once((question: Question): Span | undefined => {
  if (question.asked.form !== 'how-many') return undefined;
  const after = Math.max(...question.asked.words) + 1;
  for (const s of question.spans) {
    if (s.end <= after) continue;
    // What is done ("were wounded") is not what is counted, and a phrase that begins among the asking words holds the noun itself.
    if (s.start >= after + 4 || s.start < after || (means(s, 'p:') && !means(s, 'a:'))) return undefined;
    if (question.content.includes(s) && s.meanings.some((m) => /^[tak]:/u.test(m)) && !means(s, 'e:')) return s;
  }
  return undefined;
});

/** Who counts officials does not say how many ships there were. */
export const counted: Gate = ({ question, profile }) => {
  const span = countedIn(question);
  if (!span || profile.numbers.size === 0 || keysOf(span).some((key) => profile.units.has(key))) return [];
  return [{ kind: 'slot', failed: span.text }];
};

/** Who came before or after somebody in office is in a fact only where its words say so. */
export const succession: Gate = ({ question, profile }) =>
  question.succession === null || ['predecessor', 'successor'].some((w) => profile.concepts.has(`t:${w}`))
    ? []
    : [{ kind: 'never', failed: question.succession }];

/** "which country did not attend": a fact in which it happens, and which denies nothing, does not say who did not. */
export const denial: Gate = ({ store, question, profile }) => {
  if (!question.denies || profile.fact.polarity === 'denied') return [];
  const denying = store.vocabulary.grammar.negation ?? [];
  return denying.some((word) => profile.words.has(word)) ? [] : [{ kind: 'opposite', failed: question.text }];
};
