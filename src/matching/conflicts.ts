/**
 * The hard gates: where a question and a fact cannot both be right. Each rule names the part of the question that fails; an
 * empty list means that nothing speaks against the fact.
 */
import { overlaps, type Store, within } from '../facts/index.ts';
import { means, type Span } from '../lookup/index.ts';
import { type DateConstraint, type Question, type Role, weekdayOfDay } from '../question/index.ts';
import type { Profile } from './profile.ts';

/** The gate that a fact fails. */
export type ConflictKind =
  | 'name'
  | 'stranger'
  | 'speaker'
  | 'role'
  | 'date'
  | 'finer-date'
  | 'number'
  | 'document'
  | 'contrast'
  | 'opposite'
  | 'never';

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
  /** Entities that pronouns may stand for; names among them never conflict. */
  readonly baseOf: (lower: string) => string;
}

type Gate = (input: GateInput) => Conflict[];

/** A name in the question must be in the fact. */
const names: Gate = ({ question, profile }) =>
  question.names
    .filter((n) => !n.entities.some((id) => profile.entities.has(id)) && !saysWords(profile, n.span))
    .map((n) => ({ kind: 'name', failed: n.span.text }));

/** A well-known name that no document holds. */
const strangers: Gate = ({ question, profile }) =>
  question.content
    .filter((s) => means(s, 's:') && !means(s, 'e:') && !saysWords(profile, s))
    .map((s) => ({ kind: 'stranger', failed: s.text }));

function saysWords(profile: Profile, span: Span): boolean {
  return span.bases.every((b) => profile.words.has(b));
}

/** Who is said to have said it must be who said it. */
const speakers: Gate = ({ question, profile }) =>
  question.speakers
    .filter((n) => !n.entities.some((id) => profile.speakers.has(id) || profile.frames.some((f) => f.agents.has(id))))
    .map((n) => ({ kind: 'speaker', failed: n.span.text }));

/** The fact must have the predicate with the same agent and patient, where it has the predicate at all. */
const roles: Gate = ({ question, profile }) =>
  question.roles.filter((role) => contradicts(role, profile)).map((role) => ({ kind: 'role', failed: sayRole(role) }));

function contradicts(role: Role, profile: Profile): boolean {
  const frames = profile.frames.filter((f) => role.classes.some((c) => f.classes.has(c)));
  if (frames.length === 0) return false;
  return !frames.some((f) => fills(role.agent, f.agents) && fills(role.patient, f.patients, f.agents));
}

/** An empty slot of a frame restricts nothing. A patient may also stand beside the agents ("patrolled with"). */
function fills(
  entities: readonly string[] | undefined,
  slot: ReadonlySet<string>,
  beside?: ReadonlySet<string>,
): boolean {
  if (!entities) return true;
  if (slot.size === 0 && !beside) return true;
  if (slot.size === 0 && beside) return true;
  return entities.some((id) => slot.has(id) || beside?.has(id));
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
  const words = date.text.toLowerCase().split(/\s+/u);
  if (date.relative && words.every((w) => profile.fact.says.toLowerCase().includes(w))) return 'fits';
  if (profile.dates.length === 0) {
    if (date.open) return 'fits';
    const document = store.documents.get(profile.fact.document)!;
    const reported = [document.published, document.covers].filter((d) => d !== null);
    if (date.interval)
      return reported.some((d) => d.startsWith(date.interval!.from.slice(0, 7)) || d.slice(0, 4) === yearOf(date))
        ? 'fits'
        : 'date';
    return 'fits';
  }
  let finer = false;
  for (const days of profile.dates) {
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

/** A number must be one of the fact's, unless it only counts what the question itself names ("the two countries"). */
const numbers: Gate = ({ question, profile }) =>
  question.numbers
    .filter(
      ({ value, span }) =>
        !profile.numbers.has(value) && !profile.words.has(span.bases[0]!) && !countsSides(question, span, value),
    )
    .map(({ span }) => ({ kind: 'number', failed: span.text }));

function countsSides(question: Question, span: Span, value: number): boolean {
  const next = question.spans.find((s) => s.start === span.end);
  return value <= 4 && (next === undefined || means(next, 'a:') || next.meanings.includes('l'));
}

/** A document that the question names. */
const documents: Gate = ({ question, profile }) =>
  question.documents.length === 0 || question.documents.includes(profile.fact.document)
    ? []
    : [{ kind: 'document', failed: question.documents.join(', ') }];

/** "first", "next", "only", "other" must be in the fact. */
const contrast: Gate = ({ question, profile }) =>
  question.content
    .filter((s) => means(s, 'c:') && !s.bases.some((b) => profile.words.has(b) || profile.concepts.has(`w:${b}`)))
    .map((s) => ({ kind: 'contrast', failed: s.text }));

/** The fact holds the opposite of a word of the question. */
const opposites: Gate = ({ store, question, profile, baseOf }) => {
  const asked = new Set(question.content.flatMap((s) => s.bases));
  const found: Conflict[] = [];
  for (const span of question.content)
    if (span.bases.some((b) => profile.excludes.has(b) && !profile.words.has(b)))
      found.push({ kind: 'opposite', failed: span.text });
  const side = (words: readonly string[], has: (base: string) => boolean) =>
    words.find((w) => w.split(' ').every((part) => has(baseOf(part))));
  for (const pair of store.vocabulary.antonyms)
    for (const [here, there] of [pair, [...pair].reverse()] as [string[], string[]][]) {
      const said = side(here, (b) => asked.has(b));
      if (said && !side(here, (b) => profile.words.has(b)) && side(there, (b) => profile.words.has(b)))
        found.push({ kind: 'opposite', failed: said });
    }
  for (const set of store.vocabulary.one_of) {
    const index = set.findIndex((group) => side(group, (b) => asked.has(b)));
    if (index < 0 || side(set[index]!, (b) => profile.words.has(b))) continue;
    if (set.some((group, i) => i !== index && side(group, (b) => profile.words.has(b))))
      found.push({ kind: 'opposite', failed: side(set[index]!, (b) => asked.has(b))! });
  }
  return found;
};

/** An attribute that reports seldom give, and that this fact does not give. */
const never: Gate = ({ question, profile }) =>
  question.spans
    .filter((s) => means(s, 'n:') && !s.bases.every((b) => profile.words.has(b) || profile.concepts.has(`w:${b}`)))
    .map((s) => ({ kind: 'never', failed: s.text }));

/** All gates, in the order in which a refusal names them. */
const GATES: readonly Gate[] = [
  strangers,
  names,
  documents,
  never,
  speakers,
  roles,
  dates,
  numbers,
  opposites,
  contrast,
];

/** Names of the gates, for the ablation of `npm run eval`. */
export const GATE_NAMES = [
  'strangers',
  'names',
  'documents',
  'never',
  'speakers',
  'roles',
  'dates',
  'numbers',
  'opposites',
  'contrast',
] as const;

/** Everything that speaks against the fact. */
export function conflictsOf(input: GateInput): Conflict[] {
  return GATES.flatMap((gate) => gate(input));
}
