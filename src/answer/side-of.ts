/** The fact that one side of a comparison is about ("the signing", "NAME with his jab"), that side read as a question of its own. */
import type { Store } from '../facts/index.ts';
import type { Candidate, FactIndex, Matches } from '../matching/index.ts';
import type { Question } from '../question/index.ts';
import { dayOf } from './day-of.ts';

/** A side's fact explains at least this share of its words. */
const ENOUGH = 0.5;
/** … and where its day is all that will be said of it, this. */
const ENOUGH_DATED = 0.6;

/** A fact that explains this share of a side's words explains all that matters. */
const ALL = 0.95;

/** The fact that tells an event stands for it when its score is this near to the best. */
const NEAR = 3;

/** What a side's fact must be. */
export interface Sought {
  /** It must have a day, since it is to be put in order of time. */
  readonly dated?: boolean;
  /** It must be of this document. */
  readonly document?: string;
}

/** Facts whose scores are this near to each other fit as well. */
const EVEN = 0.1;

/** The fact of a side. */
export interface Side extends Candidate {
  /** Its words name one event, or one person who speaks, or only one event's facts explain all of them: nothing else can be meant. */
  readonly sure: boolean;
}

/**
 * Finds the fact of a side.
 */
export function sideOf(
  question: Question,
  { clean, barred }: Matches,
  { dated = false, document }: Sought,
  index: FactIndex,
  store: Store,
): Side | undefined {
  const people = question.names.flatMap(({ entities }) => {
    const all = entities.filter((id) => store.entities.get(id)?.kind === 'person');
    return all.length > 0 && all.length === entities.length ? [all] : [];
  });
  const events = new Set(
    question.content.flatMap((s) => s.meanings.flatMap((m) => (m.startsWith('v:') ? m.slice(2) : []))),
  );
  const speaker = people.length === 1 && question.names.length === 1 && events.size === 0 ? people[0] : undefined;
  // What one who is named said may be called by any noun ("his jab").
  const isKnown = (c: Candidate) =>
    c.evidence.coverage >= (dated ? ENOUGH_DATED : ENOUGH) && (!document || c.profile.fact.document === document);
  const known = clean.where(isKnown);
  const called = speaker ? barred.where((c) => isKnown(c) && c.conflicts.every((k) => k.kind === 'predicate')) : [];
  const fitting = [...known, ...called].filter(
    (c) => !dated || (dayOf(store, c.profile) && (!speaker || speaker.some((id) => isHeard(c, id, store)))),
  );
  // Of an event that is named no other event's fact gives the day, though it speaks of that event too.
  const own = fitting.filter((c) => events.has(c.profile.fact.of));
  const isOwn =
    events.has((known[0] ?? called[0])?.profile.fact.of ?? '') || (own[0] && fitting[0]!.score - own[0].score < NEAR);
  const rivals = isOwn ? own : fitting;
  const best = rivals[0];
  if (!best) return undefined;
  if (dated && !speaker && !happens(question)) return undefined;
  if (dated && !isOwn && rivals.some((c) => isRival(c, best, store))) return undefined;
  const near = rivals.filter((c) => best.score - c.score < NEAR);
  const telling = near.find(
    (c) =>
      (!dated || c.profile.fact.of === best.profile.fact.of) &&
      index.postings(`v:${c.profile.fact.of}`, 1)[0] === c.profile,
  );
  const chosen = speaker ? best : (telling ?? best);
  const isClear =
    chosen.evidence.coverage >= ALL && !rivals.some((c) => isAsFull(c, chosen, store) && chosen.score - c.score < NEAR);
  const sure = speaker !== undefined || (events.size === 1 && events.has(chosen.profile.fact.of)) || isClear;
  const { profile, evidence, conflicts, link, taught, score } = chosen;
  return { profile, evidence, conflicts, link, taught, score, sure };
}

/** Whether a fact of another event, of another day, explains as much. */
function isAsFull({ profile, evidence }: Candidate, chosen: Candidate, store: Store): boolean {
  return (
    profile.fact.of !== chosen.profile.fact.of &&
    evidence.coverage >= ALL &&
    dayOf(store, profile)?.from !== dayOf(store, chosen.profile)?.from
  );
}

/** The dated facts of two sides; what names several things alone is of the document that the other side is of. */
export function datedPair(find: (text: string, sought: Sought) => Side | undefined, first: string, second: string) {
  const [a, b] = [find(first, { dated: true }), find(second, { dated: true })];
  const beside = (text: string, other: Side | undefined) =>
    other && find(text, { dated: true, document: other.profile.fact.document });
  return [a ?? beside(first, b), b ?? beside(second, a)] as const;
}

/** Whether the words name what can have a day: what is done or is, a day, a text; a country has none. */
function happens(question: Question): boolean {
  return (
    question.dates.length > 0 ||
    question.namesText ||
    question.content.some((s) => s.meanings.some((m) => /^[vkptd]:/u.test(m)) || s.meanings.length === 0)
  );
}

/** Whether another event, of another day, fits the words as well. */
function isRival(c: Candidate, best: Candidate, store: Store): boolean {
  return (
    c.profile.fact.of !== best.profile.fact.of &&
    best.score - c.score < EVEN &&
    dayOf(store, c.profile)!.from !== dayOf(store, best.profile)!.from
  );
}

/** Whether the fact is of an occasion on which somebody spoke, not one on which others spoke of him. */
function isHeard({ profile }: Candidate, person: string, store: Store): boolean {
  if (profile.fact.speaker === person) return true;
  const event = store.events.get(profile.fact.of);
  return profile.voices.has(person) && (event?.participants?.some((v) => v.entity === person) ?? false);
}
