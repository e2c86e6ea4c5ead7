/** The gate over contraries: words of the question of which the fact holds the opposite, or which its curator excluded. */
import type { Store } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import type { Question } from '../../question/index.ts';
import { type Conflict, type Gate, once } from './gate.ts';

/** A phrase as the bases of its words. */
type Phrase = readonly string[];

/** A word of the question that has an opposite: a fact with `against` and nothing of `same` contradicts it. */
export interface Opposed {
  readonly said: string;
  readonly same: readonly Phrase[];
  readonly against: readonly Phrase[];
}

/** Groups of words of which a fact holds one, as bases: the antonyms and closed sets of the vocabulary. */
export interface OpposedGroups {
  /** Pairs of contraries; they speak only to a claim (a yes/no question), not to what a question is about. */
  readonly antonyms: readonly (readonly (readonly Phrase[])[])[];
  readonly oneOf: readonly (readonly (readonly Phrase[])[])[];
}

/** Brings the vocabulary's antonyms and closed sets to bases, once for a store. */
export function opposedGroups(store: Store, baseOf: (lower: string) => string): OpposedGroups {
  const phrase = (words: string): Phrase =>
    words
      .toLowerCase()
      .split(/[\s-]+/u)
      .map(baseOf);
  const bring = (sets: readonly (readonly (readonly string[])[])[]) =>
    sets.map((groups) => groups.map((group) => group.map(phrase)));
  return { antonyms: bring(store.vocabulary.antonyms), oneOf: bring(store.vocabulary.one_of) };
}

/** The words of a question that have opposites. */
export function opposedIn(question: Question, groups: OpposedGroups): Opposed[] {
  const asked = new Set(
    question.content.filter((s) => !question.asides.has(s) && !means(s, 'e:')).flatMap((s) => s.bases),
  );
  const relevant = question.asked.form === 'yes-no' ? [...groups.antonyms, ...groups.oneOf] : groups.oneOf;
  return relevant.flatMap((group) => {
    const sides = group.map((phrases) => phrases.find((phrase) => phrase.every((b) => asked.has(b))));
    const mine = sides.findIndex((side) => side !== undefined);
    if (mine < 0 || sides.filter((side) => side !== undefined).length > 1) return [];
    return [
      {
        said: sides[mine]!.join(' '),
        same: group[mine]!,
        against: group.flatMap((phrases, i) => (i === mine ? [] : phrases)),
      },
    ];
  });
}

const isName = (s: Span) => means(s, 'e:') || means(s, 's:');

/** What the question says and does not set aside: its spans, the bases of its words, and its names. */
const saying = once((question: Question) => {
  const asked = question.content.filter((s) => !question.asides.has(s));
  return {
    asked,
    bases: new Set(asked.filter((s) => !isName(s)).flatMap((s) => s.bases)),
    named: new Set(asked.filter(isName).map((s) => s.bases.join(' '))),
  };
});

/** The fact holds the opposite of a word of the question. */
export const opposites: Gate = ({ question, profile, opposed }) => {
  if (profile.excludes.length === 0 && opposed.length === 0) return [];
  const { asked, bases, named } = saying(question);
  const holds = (phrases: readonly Phrase[]) => phrases.some((phrase) => phrase.every((b) => profile.words.has(b)));
  const excluded = profile.excludes
    .filter(
      (phrase) =>
        (named.has(phrase.join(' ')) || phrase.every((b) => bases.has(b))) &&
        !phrase.every((b) => profile.words.has(b)),
    )
    .map((phrase) => asked.filter((s) => s.bases.some((b) => phrase.includes(b))))
    .map(
      (spans): Conflict => ({
        kind: spans.some(isName) ? 'excluded-name' : 'opposite',
        failed: spans.map((s) => s.text).join(' '),
      }),
    );
  const contrary = opposed
    .filter(({ same, against }) => !holds(same) && holds(against))
    .map(({ said }): Conflict => ({ kind: 'opposite', failed: said }));
  const found = [...excluded, ...contrary];
  // However many words say it, one contradiction is one.
  return found.filter((c, i) => found.findIndex((o) => o.kind === c.kind) === i);
};
