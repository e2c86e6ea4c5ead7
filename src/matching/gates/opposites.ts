/** The gate over contraries: words of the question of which the fact holds the opposite, or which its curator excluded. */
import type { Store } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import type { Question } from '../../question/index.ts';
import { type Conflict, type ConflictKind, type Gate, OPEN } from './gate.ts';

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
  /** The groups that hold a phrase with this first word: a question says something of few of them. */
  readonly openedBy: ReadonlyMap<string, readonly (readonly (readonly Phrase[])[])[]>;
}

/** Brings the vocabulary's antonyms and closed sets to bases, once for a store; a class of topics or deeds ("t:video") stands for its words. */
export function opposedGroups(store: Store, baseOf: (lower: string) => string): OpposedGroups {
  const phrase = (words: string): Phrase =>
    words
      .toLowerCase()
      .split(/[\s-]+/u)
      .map(baseOf);
  const bring = (sets: readonly (readonly (readonly string[])[])[]) =>
    sets.map((groups) => groups.map((group) => group.flatMap((words) => wordsOf(store, words)).map(phrase)));
  const [antonyms, oneOf] = [bring(store.vocabulary.antonyms), bring(store.vocabulary.one_of)];
  const openedBy = new Map<string, (readonly (readonly Phrase[])[])[]>();
  for (const group of [...antonyms, ...oneOf])
    for (const first of new Set(group.flat().map((words) => words[0]!)))
      openedBy.set(first, [...(openedBy.get(first) ?? []), group]);
  return { antonyms, oneOf, openedBy };
}

/** A phrase, or the phrases of the class that it names. */
function wordsOf({ vocabulary }: Store, words: string): readonly string[] {
  const [kind, id] = [words.slice(0, 2), words.slice(2)];
  if (kind === 't:') return vocabulary.topics[id] ?? [];
  return kind === 'p:' ? (vocabulary.predicates[id] ?? []) : [words];
}

/** The words of a question that have opposites. */
export function opposedIn(question: Question, groups: OpposedGroups): Opposed[] {
  const claims = question.asked.form === 'yes-no';
  const asked = new Set(
    describing(question)
      .filter((s) => !means(s, 'e:'))
      .flatMap((s) => s.bases),
  );
  const opened = new Set([...asked].flatMap((base) => groups.openedBy.get(base) ?? []));
  if (opened.size === 0) return [];
  const relevant = claims ? [...groups.antonyms, ...groups.oneOf] : groups.oneOf;
  return relevant.flatMap((group) => {
    if (!opened.has(group)) return [];
    const sides = group.map((phrases) => phrases.find((phrase) => phrase.every((b) => asked.has(b))));
    const mine = sides.findIndex((side) => side !== undefined);
    const said = sides.flatMap((side) => (side ? [side] : []));
    // "from the north and the south, was it?" claims both; who asks what of two contraries holds neither against a fact.
    if (mine < 0 || (said.length > 1 && !(claims && groups.oneOf.includes(group)))) return [];
    return [
      {
        said: said.flat().join(' '),
        same: group.flatMap((phrases, i) => (sides[i] ? phrases : [])),
        against: group.flatMap((phrases, i) => (sides[i] ? [] : phrases)),
      },
    ];
  });
}

/** What may have an opposite; of a claim, small words too ("a short one"), which elsewhere carry no constraint. */
function describing({ asked, content, spans, asides }: Question): readonly Span[] {
  const said = new Set(content);
  const isSmall = (s: Span) => s.meanings.length === 1 && means(s, 'l') && s.end === s.start + 1;
  const claimed = asked.form === 'yes-no' ? spans.filter((s) => said.has(s) || isSmall(s)) : content;
  return claimed.filter((s) => !asides.has(s));
}

const isName = (s: Span) => means(s, 'e:') || means(s, 's:');

/** The fact holds the opposite of a word of the question. */
export const opposites: Gate = ({ question, opposed }) => {
  // Who is said to be the only one has a gate of its own.
  const asked = describing(question).filter((s) => !question.alone.some((a) => a.word === s));
  if (asked.length === 0 && opposed.length === 0) return null;
  const bases = new Set(asked.filter((s) => !isName(s)).flatMap((s) => s.bases));
  const named = new Set(asked.filter(isName).map((s) => s.bases.join(' ')));
  const opening = new Set(asked.filter(isName).map((s) => s.bases[0]));
  const firsts = new Set([...bases, ...opening]);
  const begins = (phrase: Phrase) => firsts.has(phrase[0]!);
  // "the patrol over the Sea of NAME": what the fact's own event is called claims nothing of who did what in it.
  const called = asked.filter((s) => means(s, 'v:') && !isName(s)).map((s) => ({ events: s.meanings, bases: s.bases }));
  return ({ excludes, words, of }) => {
    if (excludes.length === 0 && opposed.length === 0) return OPEN;
    // Most phrases begin with no word of the question.
    if (opposed.length === 0 && !excludes.some(begins)) return OPEN;
    const found: (Conflict & { bases: string[] })[] = [];
    // However many words say it, one contradiction is one.
    const add = (kind: ConflictKind, failed: string, bases: readonly string[]) => {
      const known = found.find((o) => o.kind === kind);
      if (known) known.bases.push(...bases);
      else found.push({ kind, failed, bases: [...bases] });
    };
    const says = (phrase: Phrase) => phrase.every((b) => words.has(b));
    for (const phrase of excludes) {
      const first = phrase[0]!;
      const isSaid = bases.has(first) && phrase.every((b) => bases.has(b));
      if (!isSaid && !(opening.has(first) && named.has(phrase.join(' ')))) continue;
      if (says(phrase) || called.some((c) => c.events.includes(`v:${of}`) && phrase.every((b) => c.bases.includes(b))))
        continue;
      const spans = asked.filter((s) => s.bases.some((b) => phrase.includes(b)));
      const kind = spans.some(isName) ? 'excluded-name' : 'opposite';
      add(
        kind,
        spans.map((s) => s.text).join(' '),
        spans.flatMap((s) => s.bases),
      );
    }
    for (const { said, same, against } of opposed)
      if (!same.some(says) && against.some(says)) add('opposite', said, said.split(' '));
    return found;
  };
};
