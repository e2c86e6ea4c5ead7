/**
 * The hard gates: where a question and a fact cannot both be right. Each rule names the part of the question that fails; an
 * empty list means that nothing speaks against the fact.
 */
import { overlaps, type Store, within } from '../facts/index.ts';
import { means, type Span } from '../lookup/index.ts';
import { type DateConstraint, type Question, type Role, weekdayOfDay } from '../question/index.ts';
import type { Profile } from './profile.ts';

/** All gates, by what a fact fails at; for the ablation of `npm run eval`. */
export const CONFLICT_KINDS = [
  'name',
  'stranger',
  'speaker',
  'role',
  'date',
  'finer-date',
  'number',
  'document',
  'contrast',
  'opposite',
  'excluded-name',
  'never',
  'office',
  'predicate',
  'slot',
  'excluded',
] as const;

/** The gate that a fact fails. */
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** One reason why a fact does not answer a question. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** The part of the question that fails, as written. */
  readonly failed: string;
}

/** Everything a gate looks at. */
export interface GateInput {
  readonly store: Store;
  readonly question: Question;
  readonly profile: Profile;
  readonly opposed: readonly Opposed[];
  /** Predicate classes that some fact of the store has. */
  readonly classes: ReadonlySet<string>;
}

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

type Gate = (input: GateInput) => Conflict[];

/** A name in the question must be in the fact. */
const names: Gate = ({ question, profile }) =>
  question.names
    .filter(
      (n) =>
        !question.asides.has(n.span) &&
        !n.entities.some((id) => profile.entities.has(id) || (profile.kin.has(id) && !question.subjects.includes(n))),
    )
    .map((n) => ({ kind: 'name', failed: n.span.text }));

/** An event that the question turns on (not one that only sets the scene: "before the signing") must be the fact's. */
const events: Gate = ({ question, profile }) =>
  question.content
    .filter(
      (s) =>
        means(s, 'v:') &&
        !means(s, 'e:') &&
        !question.asides.has(s) &&
        !question.scenes.has(s) &&
        !s.meanings.some((m) => m.startsWith('v:') && profile.concepts.has(m)) &&
        !s.telling.every((b) => profile.concepts.has(`w:${b}`)),
    )
    .map((s) => ({ kind: 'name', failed: s.text }));

/** "which countries besides China and Russia …": a fact that knows of nobody else does not answer. */
const exclusions: Gate = ({ question, profile }) => {
  const excluded = question.content.filter((s) => question.excluded.has(s) && means(s, 'e:'));
  const ids = new Set(excluded.flatMap((s) => s.meanings.map((m) => m.slice(2))));
  const who = (profile.fact.who ?? []).map((v) => v.entity);
  const asksWho = question.asked.wants.some((w) => w === 'person' || w === 'country');
  if (!asksWho || excluded.length === 0 || who.length === 0 || who.some((id) => id === undefined || !ids.has(id)))
    return [];
  return [{ kind: 'excluded', failed: excluded.map((s) => s.text).join(', ') }];
};

/** A well-known name that no document holds. */
const strangers: Gate = ({ question, profile }) =>
  question.content
    .filter(
      (s) =>
        question.foreign.includes(s) ||
        (means(s, 's:') && !means(s, 'e:') && !question.asides.has(s) && !saysWords(profile, s)),
    )
    .map((s) => ({ kind: 'stranger', failed: s.text }));

function saysWords(profile: Profile, span: Span): boolean {
  return span.bases.every((b) => profile.words.has(b));
}

/** Who is said to have said it must be who said it. */
const speakers: Gate = ({ question, profile }) =>
  question.speakers
    .filter((n) => !n.entities.some((id) => profile.speakers.has(id) || profile.voices.has(id)))
    .map((n) => ({ kind: 'speaker', failed: n.span.text }));

/** What the question turns on happens in no fact of the store at all ("apologised", "resigned"). */
const predicates: Gate = ({ question, profile, classes }) => {
  // Only the first role: a clause inside another's words may use any verb.
  const [first] = question.roles;
  const unheard =
    first?.agent &&
    (first.subject || question.asked.form === 'yes-no') &&
    first.classes.length > 0 &&
    !first.classes.some((c) => classes.has(c))
      ? first
      : undefined;
  if (unheard) return [{ kind: 'predicate', failed: sayRole(unheard) }];
  const verb = question.mainVerb;
  if (!verb || question.asides.has(verb) || verb.meanings.includes('l')) return [];
  const asked = verb.meanings.filter((m) => m.startsWith('p:')).map((m) => m.slice(2));
  const elsewhere = verb.meanings.some((m) => /^[etkv]:/u.test(m));
  if (
    asked.length === 0 ||
    elsewhere ||
    asked.some((c) => classes.has(c)) ||
    verb.telling.every((b) => profile.concepts.has(`w:${b}`))
  )
    return [];
  return [{ kind: 'predicate', failed: verb.text }];
};

/** The fact must have the predicate with the same agent and patient, where it has the predicate at all. */
const roles: Gate = ({ question, profile }) =>
  question.roles.filter((role) => contradicts(role, profile)).map((role) => ({ kind: 'role', failed: sayRole(role) }));

function contradicts(role: Role, profile: Profile): boolean {
  const frames = profile.frames.filter((f) => role.classes.some((c) => f.classes.has(c)));
  if (frames.length === 0) {
    // Whatever it is said to do, who only suffers in this fact does not act in it.
    const acts = profile.frames.some((f) => role.agent?.some((id) => f.agents.has(id)));
    return (
      role.subject === true &&
      role.agent !== undefined &&
      !acts &&
      profile.frames.some((f) => role.agent!.some((id) => f.patients.has(id)))
    );
  }
  return !frames.some(
    (f) =>
      !isReversed(role, f) &&
      fills(role.agent, f.agents) &&
      (fills(role.patient, f.patients) || (role.beside && fills(role.patient, f.agents))),
  );
}

/** Whom the question makes the patient is the agent of the frame, and nothing else. */
function isReversed(role: Role, frame: Profile['frames'][number]): boolean {
  const patientActs = role.patient?.some((id) => frame.doers.has(id) && !frame.patients.has(id)) ?? false;
  return patientActs && !role.beside && !frame.patientless;
}

/** An empty slot of a frame restricts nothing. */
function fills(entities: readonly string[] | undefined, slot: ReadonlySet<string>): boolean {
  return !entities || slot.size === 0 || entities.some((id) => slot.has(id));
}

function sayRole(role: Role): string {
  return [role.agent?.join('/'), role.classes[0], role.patient?.join('/')].filter(Boolean).join(' ');
}

/** A date must fit the fact's; a fact known to the month is not claimed for a day. */
const dates: Gate = ({ store, question, profile }) =>
  question.dates.flatMap((date): Conflict[] => {
    const verdict = fitsDate(date, profile, store);
    return verdict === 'fits' ? [] : [{ kind: verdict, failed: date.text }];
  });

function fitsDate(date: DateConstraint, profile: Profile, store: Store): 'fits' | 'date' | 'finer-date' {
  // A date that the fact's own words hold ("in 2014") is in it, whenever the fact itself took place.
  if (!date.relative && date.bases?.length && date.bases.every((b) => profile.words.has(b))) return 'fits';
  if (date.relative && date.bases?.every((b) => profile.concepts.has(`w:${b}`))) return 'fits';
  if (profile.dates.length === 0) {
    if (date.open) return 'fits';
    // A weekday or a day without a year cannot be held against the day of a report; nothing says that the fact fits it.
    if (!date.interval) return 'date';
    const document = store.documents.get(profile.fact.document)!;
    const reported = [document.published, document.covers].filter((d) => d !== null);
    const month = date.interval.from.slice(0, 7);
    if (date.interval.from === date.interval.to) return reported.includes(date.interval.from) ? 'fits' : 'date';
    return reported.some((d) => d.startsWith(month) || d.slice(0, 4) === yearOf(date)) ? 'fits' : 'date';
  }
  let finer = false;
  for (const days of profile.dates) {
    if (date.orInterval && within(days, date.orInterval)) return 'fits';
    if (date.weekday !== undefined && days.from === days.to && weekdayOfDay(days.from) !== date.weekday) continue;
    if (
      date.anyYear !== undefined &&
      !days.from.slice(5).startsWith(date.anyYear) &&
      !days.to.slice(5).startsWith(date.anyYear)
    )
      continue;
    if (date.interval) {
      if (!overlaps(days, date.interval)) continue;
      if (!within(days, date.interval)) {
        finer = true;
        continue;
      }
    }
    return 'fits';
  }
  return finer ? 'finer-date' : 'date';
}

function yearOf(date: DateConstraint): string | undefined {
  const { from, to } = date.interval!;
  return from.slice(5) === '01-01' && to.slice(5) === '12-31' ? from.slice(0, 4) : undefined;
}

/** A number must be one of the fact's, where the fact counts anything; the number of things asked for ("which two issues") is none. */
const numbers: Gate = ({ question, profile }) =>
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

/** A document that the question names. */
const documents: Gate = ({ question, profile }) =>
  question.documents.length === 0 || question.documents.includes(profile.fact.document)
    ? []
    : [{ kind: 'document', failed: question.documents.join(', ') }];

/** "first", "next", "only", "other" must be in the fact. */
const contrast: Gate = ({ question, profile }) =>
  question.content
    .filter(
      (s) =>
        means(s, 'c:') &&
        !question.asides.has(s) &&
        !question.softContrasts.has(s) &&
        !s.bases.some((b) => profile.words.has(b) || profile.concepts.has(`w:${b}`)),
    )
    .map((s) => ({ kind: 'contrast', failed: s.text }));

/** The fact holds the opposite of a word of the question. */
const opposites: Gate = ({ question, profile, opposed }) => {
  const asked = question.content.filter((s) => !question.asides.has(s));
  const isName = (s: Span) => means(s, 'e:') || means(s, 's:');
  const bases = new Set(asked.filter((s) => !isName(s)).flatMap((s) => s.bases));
  const named = new Set(asked.filter(isName).map((s) => s.bases.join(' ')));
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

/** An attribute that reports seldom give, and that this fact does not give. */
const never: Gate = ({ question, profile }) =>
  question.spans
    .filter(
      (s) =>
        means(s, 'n:') &&
        !question.asides.has(s) &&
        !s.meanings.some((m) => m.startsWith('n:') && profile.concepts.has(m)),
    )
    .map((s) => ({ kind: 'never', failed: s.text }));

/** An office named without its holder must be one that somebody in the fact holds. */
const offices: Gate = ({ question, profile }) =>
  question.offices
    .filter(
      ({ ids, of }) =>
        (of !== null || question.asked.form === 'who') &&
        !ids.some((id) =>
          of
            ? of.some((o) => profile.offices.has(`${id} of ${o}`))
            : profile.offices.has(id) || profile.concepts.has(`f:${id}`),
        ),
    )
    .map(({ span }) => ({ kind: 'office', failed: span.text }));

/** All gates, in the order in which a refusal names them. */
const GATES: readonly Gate[] = [
  strangers,
  names,
  exclusions,
  events,
  offices,
  documents,
  never,
  speakers,
  predicates,
  roles,
  dates,
  numbers,
  opposites,
  contrast,
];

/** Everything that speaks against the fact. */
export function conflictsOf(input: GateInput): Conflict[] {
  return GATES.flatMap((gate) => gate(input));
}
