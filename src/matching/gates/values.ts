/** Gates over the values of a fact: its numbers, contrastive words, and attributes that it does not give. */
import { SLOTS, wordClass } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import type { Question } from '../../question/index.ts';
import { keysOf, type Profile } from '../profile.ts';
import { type Conflict, failing, type Gate, OPEN } from './gate.ts';

/** A number must be one of the fact's, where the fact counts anything; the number of things asked for ("which two issues") is none. */
export const numbers: Gate = ({ question }) => {
  const asked = question.numbers.filter(
    ({ value, span }) => value !== 1 && !measuresTime(question, span) && !question.asides.has(span),
  );
  if (asked.length === 0) return null;
  const claims = question.asked.form === 'yes-no';
  return (profile) =>
    failing(
      asked,
      ({ value, span }) =>
        !profile.numbers.has(value) &&
        !profile.words.has(span.bases[0]!) &&
        !(value <= FEW && (!claims || (profile.numbers.size === 0 && mayCount(profile.fact, value)))),
      // Who counts something else does not contradict the number.
      ({ span }) => ({ kind: countsAnother(question, span, profile) ? 'slot' : 'number', failed: span.text }),
    );
};

/** "eight agencies": whether a fact that says what it counts counts something else. */
function countsAnother({ spans }: Question, number: Span, { units }: Profile): boolean {
  const noun = spans.find((s) => s.start === number.end);
  return noun !== undefined && noun.meanings.length > 0 && !keysOf(noun).some((key) => units.has(key));
}

/** "30 is 2.5 times as many: how many were there before?": who gives a number does not ask for it. */
export const given: Gate = ({ question: { asked, numbers, chooses } }) => {
  if (asked.form === 'yes-no' || chooses || !asked.wants.includes('number')) return null;
  const told = new Set(numbers.map((n) => n.value).filter((n) => n > FEW || !Number.isInteger(n)));
  if (told.size === 0) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: asked.noun ?? asked.form }];
  return ({ fact }) => {
    const counts = (fact.number ?? []).flatMap((v) => v.number ?? []);
    return counts.length > 0 && counts.every((n) => told.has(n)) ? conflict : OPEN;
  };
};

/** So many may be the number of those named ("the two countries"), which no fact has to give as a number. */
const FEW = 4;

/** "did the two ministers speak": a fact that lists others than so many contradicts the number. */
function mayCount(fact: Profile['fact'], value: number): boolean {
  const lists = SLOTS.map((slot) => fact[slot]?.length ?? 0).filter((length) => length > 1);
  return lists.length === 0 || lists.includes(value);
}

/** "six months before": a length of time, not a count. */
function measuresTime(question: Question, span: Span): boolean {
  return question.timeUnits.has(span.end);
}

/** "first", "next", "only", "other" must be in the fact. */
export const contrast: Gate = ({ question }) => {
  const contrasts = question.content.filter(
    (s) => means(s, 'c:') && !question.asides.has(s) && !question.softContrasts.has(s),
  );
  if (contrasts.length === 0) return null;
  // What only a way to ask holds, a fact does not claim.
  const claims = question.asked.form === 'yes-no';
  return (profile) =>
    failing(
      contrasts,
      (s) => !s.bases.some((b) => profile.words.has(b) || (!claims && profile.concepts.has(`w:${b}`))),
      (s) => ({ kind: 'contrast', failed: s.text, bases: s.bases }),
    );
};

/** An attribute that reports seldom give, and that this fact does not give; a way to ask for it in the same words says that it does. */
export const never: Gate = ({ question }) => {
  const seldomGiven = question.spans.filter(
    (s) => means(s, 'n:') && (!question.asides.has(s) || isAskedNoun(question, s)),
  );
  if (seldomGiven.length === 0) return null;
  return (profile, sameAsk) =>
    failing(
      seldomGiven,
      (s) =>
        !s.meanings.some((m) => m.startsWith('n:') && profile.concepts.has(m)) &&
        !sameAsk?.toLowerCase().includes(s.text.toLowerCase()) &&
        !countsItself(question, s, profile),
      (s) => ({ kind: 'never', failed: s.text }),
    );
};

/** "which variant or model": a noun beside the one that is asked for is asked for as well, though a choice sets it aside. */
function isAskedNoun({ asked, words }: Question, { start, end }: Span): boolean {
  if (asked.form !== 'which' && asked.form !== 'what') return false;
  const last = Math.max(...asked.words);
  const between = words.slice(Math.min(...asked.words) + 1, end);
  return start > Math.min(...asked.words) && start <= last + BESIDE && !between.some((w) => /[^\s-]/u.test(w.gap));
}

/** Words between the asked noun and one beside it. */
const BESIDE = 2;

/** "how many soldiers": of a fact that counts soldiers, it is no attribute that is seldom given. */
function countsItself({ asked }: Question, span: Span, { units }: Profile): boolean {
  const counted = span.bases.at(-1)!;
  return asked.form === 'how-many' && asked.words.has(span.start) && units.has(`w:${counted}`);
}

/** "how many warships": the noun right after the asking words. */
function countedIn(question: Question): Span | undefined {
  if (question.asked.form !== 'how-many') return undefined;
  const after = Math.max(...question.asked.words) + 1;
  for (const s of question.spans) {
    if (s.end <= after) continue;
    // What is done ("were wounded") is not what is counted, and a phrase that begins among the asking words holds the noun itself.
    if (s.start >= after + 4 || s.start < after || (means(s, 'p:') && !means(s, 'a:'))) return undefined;
    if (question.content.includes(s) && s.meanings.some((m) => /^[tak]:/u.test(m)) && !means(s, 'e:')) return s;
  }
  return undefined;
}

/** Who counts officials does not say how many ships there were. */
export const counted: Gate = ({ question }) => {
  const span = countedIn(question);
  if (!span) return null;
  const keys = keysOf(span);
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: span.text }];
  return (profile) => (profile.numbers.size === 0 || keys.some((key) => profile.units.has(key)) ? OPEN : conflict);
};

/** "how many members has NAME": of a list that NAME stands in, the count is not NAME's own. */
export const ownCount: Gate = ({ question }) => {
  const named = question.names.filter((n) => !question.asides.has(n.span));
  if (question.asked.form !== 'how-many' || named.length === 0) return null;
  const conflict: readonly Conflict[] = [{ kind: 'name', failed: named.map((n) => n.span.text).join(', ') }];
  return ({ fact }) => {
    const counts = (fact.number ?? []).flatMap((v) => v.number ?? []);
    const ids = fact.thing?.map((v) => v.entity) ?? [];
    const isListed =
      ids.length > 1 && counts.includes(ids.length) && named.every((n) => n.entities.some((id) => ids.includes(id)));
    return isListed ? conflict : OPEN;
  };
};

/** Who came before or after somebody in office is in a fact only where its words say so. */
export const succession: Gate = ({ store, question }) => {
  if (question.succession === null) return null;
  const conflict: readonly Conflict[] = [{ kind: 'never', failed: question.succession }];
  const telling = [...wordClass(store, 'succession')];
  return (profile) => (telling.some((meaning) => profile.concepts.has(meaning)) ? OPEN : conflict);
};

/** "which country did not attend": a fact in which it happens, and which denies nothing, does not say who did not. */
export const denial: Gate = ({ store, question }) => {
  if (!question.denies) return null;
  const denying = [...wordClass(store, 'negation')];
  const conflict: readonly Conflict[] = [{ kind: 'opposite', failed: question.text }];
  return (profile) =>
    profile.fact.polarity === 'denied' || denying.some((word) => profile.words.has(word)) ? OPEN : conflict;
};
