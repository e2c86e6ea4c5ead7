/** From a question to ranked candidates: facts with the evidence for them and all that speaks against them. */
import type { Question } from '../question/index.ts';
import { type Evidence, evidenceOf, type Weighed, weigh } from './evidence.ts';
import type { FactIndex } from './fact-index.ts';
import { type Conflict, type ConflictKind, conflictsOf, opposedIn } from './gates/index.ts';
import type { Profile } from './profile.ts';
import { leansOn, linkOf, type ThreadState } from './thread.ts';

/** A fact that may answer. */
export interface Candidate {
  readonly profile: Profile;
  readonly evidence: Evidence;
  readonly conflicts: readonly Conflict[];
  /** How strongly it belongs to the thread (0–3). */
  readonly link: number;
  /** Evidence and link together, before conflicts. */
  readonly score: number;
}

/** All that matching found. */
export interface Matches {
  readonly weighed: Weighed;
  /** Without a conflict, best first. */
  readonly clean: readonly Candidate[];
  /** With conflicts, best first, those with fewer conflicts before equals. */
  readonly barred: readonly Candidate[];
  /** Whether the thread was needed. */
  readonly followsUp: boolean;
}

/** A concept that more facts than this have does not select candidates by itself, when a rarer one does. */
const COMMON = 2_000;

function candidatesFor(weighed: Weighed, index: FactIndex, thread: ThreadState | undefined): Profile[] {
  const found = new Set<Profile>();
  const keys = weighed.spans.flatMap((s) => s.keys).map((key) => index.postings(key));
  const lists = keys.filter((l) => l.length > 0).sort((a, b) => a.length - b.length);
  for (const list of lists) {
    if (list.length > COMMON && found.size > 0) continue;
    for (const profile of list.slice(0, COMMON)) found.add(profile);
  }
  for (const id of thread?.facts ?? []) {
    const profile = index.byId.get(id);
    if (profile) found.add(profile);
  }
  for (const id of thread?.events ?? []) for (const profile of index.postings(`v:${id}`)) found.add(profile);
  return [...found];
}

function isPerson(index: FactIndex, id: string): boolean {
  return index.store.entities.get(id)?.kind === 'person';
}

/** Forms that ask for a value a fact has or has not: without it the fact is no answer. */
const SLOT_FORMS: ReadonlySet<string> = new Set(['when', 'where', 'how-many']);

/** Whether the question asks for a value of one kind: "when", "how many", "which officer". */
function asksValue({ asked }: Question): boolean {
  return SLOT_FORMS.has(asked.form) || (asked.head !== null && asked.wants.every((w) => w === 'person'));
}

/** Of many candidates, only those that share the most weight with the question are looked at closely. */
const LOOKED_AT = 60;

function shortList(
  profiles: readonly Profile[],
  weighed: Weighed,
  thread: ThreadState | undefined,
): readonly Profile[] {
  if (profiles.length <= LOOKED_AT) return profiles;
  const shared = (profile: Profile) => {
    let sum = linkOf(profile, thread);
    for (const { keys, weight } of weighed.spans) {
      let best = 0;
      for (const key of keys) best = Math.max(best, profile.concepts.get(key) ?? 0);
      sum += weight * best;
    }
    return sum;
  };
  return profiles
    .map((profile) => ({ profile, sum: shared(profile) }))
    .sort((a, b) => b.sum - a.sum || a.profile.order - b.profile.order)
    .slice(0, LOOKED_AT)
    .map(({ profile }) => profile);
}

/**
 * Ranks the facts for a question.
 * @param thread what the thread kept of its last turn
 * @param without gates to leave out (for the ablation of `npm run eval`)
 */
export function match(
  question: Question,
  index: FactIndex,
  thread?: ThreadState,
  without: ReadonlySet<ConflictKind> = new Set(),
): Matches {
  const weighed = weigh(question, index);
  const opposed = opposedIn(question, index.opposed);
  const followsUp = leansOn(question, thread);
  const inherited = followsUp ? thread : undefined;
  const candidates = shortList(candidatesFor(weighed, index, inherited), weighed, inherited).map(
    (profile): Candidate => {
      const evidence = evidenceOf(weighed, profile, index);
      const conflicts = conflictsOf({ store: index.store, question, profile, opposed, classes: index.classes }).filter(
        (c) => !without.has(c.kind),
      );
      if (
        inherited &&
        question.pronounSpeaks &&
        !inherited.entities.some((id) => isPerson(index, id) && profile.speakers.has(id))
      )
        conflicts.push({ kind: 'speaker', failed: question.text });
      const persons =
        inherited &&
        question.pronouns.includes('person') &&
        question.names.length === 0 &&
        !inherited.entities.some((id) => index.store.entities.get(id)?.kind === 'vessel')
          ? inherited.entities.filter((id) => isPerson(index, id))
          : [];
      if (persons.length > 0 && !persons.some((id) => profile.entities.has(id)))
        conflicts.push({ kind: 'name', failed: question.text });
      if (evidence.fits === false && asksValue(question) && !followsUp)
        conflicts.push({ kind: 'slot', failed: question.asked.noun ?? question.asked.form });
      const link = linkOf(profile, inherited);
      const echo = inherited
        ? inherited.concepts.reduce((sum, key) => sum + (profile.concepts.get(key) ?? 0) * index.rarity(key), 0)
        : 0;
      return {
        profile,
        evidence,
        conflicts,
        link,
        score: evidence.score + (question.content.length <= 1 ? 1.6 : 0.9) * link + 0.25 * echo,
      };
    },
  );
  const ranked = spreadOpposites(candidates.sort(byScore));
  return {
    weighed,
    clean: ranked.filter((c) => c.conflicts.length === 0),
    barred: ranked.filter((c) => c.conflicts.length > 0).sort((a, b) => worth(b) - worth(a) || byScore(a, b)),
    followsUp,
  };
}

/** What a fact contradicts (a name aside), its siblings of the same event do not answer either. */
function spreadOpposites(ranked: readonly Candidate[]): Candidate[] {
  const opposed = new Map<string, Candidate>();
  const best = ranked[0]?.score ?? 0;
  for (const c of ranked)
    if (c.score > 0.6 * best && !opposed.has(c.profile.fact.of) && c.conflicts.some((k) => k.kind === 'opposite'))
      opposed.set(c.profile.fact.of, c);
  return ranked.map((c) => {
    const stronger = opposed.get(c.profile.fact.of);
    if (c === stronger || c.conflicts.some((k) => k.kind === 'opposite')) return c;
    return stronger
      ? { ...c, conflicts: [...c.conflicts, ...stronger.conflicts.filter((k) => k.kind === 'opposite')] }
      : c;
  });
}

function worth(c: Candidate): number {
  return c.score - 1.5 * (c.conflicts.length - 1);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.profile.order - b.profile.order;
}
