/** From a question to ranked candidates: facts with the evidence for them and all that speaks against them. */
import type { Question } from '../question/index.ts';
import { besideWords, evidenceOf, NEAREST_ASK, onlyAsks, type Weighed, weigh } from './evidence.ts';
import type { FactIndex } from './fact-index.ts';
import { type Conflict, type ConflictKind, createChecks, opposedIn } from './gates/index.ts';
import { barOthers } from './other-names.ts';
import type { Profile } from './profile.ts';
import { byScore, Found, listsOf, type Matches } from './ranking.ts';
import { leansOn, linkOf, pointsBack, type ThreadState } from './thread.ts';

/** The facts to look at closely: by the question's concepts, and those that the thread was about. */
function candidatesFor(
  weighed: Weighed,
  index: FactIndex,
  thread: ThreadState | undefined,
  taught: readonly number[] = [],
): readonly Profile[] {
  const { sought, question } = weighed;
  const nearness = (row: number) => besideWords(weighed, index.values, row);
  const kept = (thread?.facts ?? []).flatMap((id) => index.byId(id)?.order ?? []);
  const around = (thread?.events ?? []).flatMap((id) => index.postings(`v:${id}`).map((p) => p.order));
  // "What is the second document about?" has no other word to be found by.
  const named = question.documents.flatMap((id) => index.about(id).map((p) => p.order));
  const link = thread && ((row: number) => linkOf(index.profile(row), thread));
  const selected = index.select(sought, [...kept, ...around, ...named], link, nearness);
  const more = [...rowsOfDays(question, index), ...taught];
  const rows = more.length === 0 ? selected : [...new Set([...selected, ...more])];
  return rows.map(index.profile);
}

/** More events than this on the days asked for, and the days tell nothing apart. */
const FEW_EVENTS = 60;

/** The facts that tell the events of the days that a question names: a day is no concept, and may be all that is rare in it. */
function rowsOfDays({ dates }: Question, index: FactIndex): number[] {
  return dates.flatMap(({ interval, open }) => {
    if (!interval || open) return [];
    const events = index.events({ kinds: NO_NAMES, named: NO_NAMES, dates: [interval], rows: undefined });
    return events.length <= FEW_EVENTS ? events.map((e) => e.row) : [];
  });
}

const NO_NAMES: ReadonlySet<string> = new Set();

function everyFact(index: FactIndex): readonly Profile[] {
  return Array.from({ length: index.size }, (_, row) => index.profile(row));
}

/** Forms that ask for a value a fact has or has not: without it the fact is no answer. */
const SLOT_FORMS: ReadonlySet<string> = new Set(['when', 'where', 'how-many']);

/** Kinds of which a name or a day is asked for: "which officer", "which newspaper", "which day". */
const NAMED_ONES: ReadonlySet<string> = new Set(['person', 'agency', 'vessel', 'date']);

/** A way to ask is the question's own from this nearness (0–1) on. */
const SAME_ASK = 0.75;

/** Whether the question asks for a value of one kind: "when", "how many", "which officer". */
function asksValue({ asked }: Question): boolean {
  return (
    SLOT_FORMS.has(asked.form) ||
    (['which', 'what'].includes(asked.form) && asked.head !== null && asked.wants.every((w) => NAMED_ONES.has(w))) ||
    // "the exact date of the signing": a fragment, which asks all the same.
    (asked.form === 'any' && asked.head !== null && asked.wants.length === 1 && asked.wants[0] === 'date')
  );
}

/** "and why?", "what day was that?": nothing but a slot, of what was told. */
function isBare({ asked, content }: Question): boolean {
  return content.every((s) => onlyAsks(s, asked));
}

/** Of what was told, a bare question is about what was told first, before anything that is told in words like its own. */
const TOLD_FIRST = 1;

/**
 * Ranks the facts for a question.
 * @param thread what the thread kept of its last turn
 * @param without gates to leave out (for the ablation of `npm run eval`)
 * @param candidates `all` looks at every fact: slow, and what the choice by index is held against
 */
export function match(
  question: Question,
  index: FactIndex,
  thread?: ThreadState,
  without: ReadonlySet<ConflictKind> = new Set(),
  candidates: 'chosen' | 'all' = 'chosen',
): Matches {
  const weighed = weigh(question, index);
  const { store, opposed, classes, told, rolesOf } = index;
  const held = (key: string) => index.rarity(key) > 0;
  const checks = createChecks({ store, question, opposed: opposedIn(question, opposed), classes, held, told, rolesOf });
  const conflictsOf: typeof checks.all =
    without.size === 0
      ? checks.all
      : (profile, sameAsk) => checks.all(profile, sameAsk).filter((c) => !without.has(c.kind));
  const followsUp = leansOn(question, thread);
  const inherited = followsUp ? thread : undefined;
  const backward = pointsBack(question, index, inherited);
  const claims = question.asked.form === 'yes-no';
  // A wording may be taught for what no thread has led to.
  const taughtFacts = inherited ? undefined : index.taught(question.spans);
  const looked = candidates === 'all' ? everyFact(index) : candidatesFor(weighed, index, inherited, taughtFacts?.rows);
  const evidences = evidenceOf(weighed, index, looked);
  const others = taughtFacts && barOthers(taughtFacts, index.profile, question.text);
  const bare = followsUp && isBare(question);
  const wantsValue = followsUp ? bare && (question.asked.form === 'why' || asksValue(question)) : asksValue(question);
  const against = ({ profile, evidence, taught }: Found): readonly Conflict[] => {
    const sameAsk = evidence.annotation >= SAME_ASK ? evidence.annotationText : null;
    const all = conflictsOf(profile, sameAsk);
    const conflicts = taught ? all.filter((c) => claims && CONTRARY.has(c.kind)) : all;
    if (backward) conflicts.push(...backward(profile));
    if (others && conflicts.length === 0) conflicts.push(...others(profile));
    if (!taught && wantsValue && evidence.fits === false)
      conflicts.push({ kind: 'slot', failed: question.asked.noun ?? question.asked.form });
    return conflicts;
  };
  const perLink = question.content.length <= 1 ? 1.6 : 0.9;
  const echoes = (inherited?.concepts ?? []).map((key) => ({ key, rarity: index.rarity(key) }));
  const found = looked.map((profile, i): Found => {
    const evidence = evidences[i]!;
    // "what did he say about it?": what is told of him that he did not say is not what the thread leads to.
    const isUnsaid = backward?.(profile).some((c) => c.kind === 'speaker') ?? false;
    const link = isUnsaid ? 0 : linkOf(profile, inherited);
    let echo = 0;
    for (const { key, rarity } of echoes) echo += (profile.concepts.get(key) ?? 0) * rarity;
    const taught = taughtFacts?.has(profile.order) ?? false;
    let score = evidence.score + perLink * link + 0.25 * echo;
    if (bare) score += (profile.fact.id === thread!.facts[0] ? TOLD_FIRST : 0) - NEAREST_ASK * evidence.annotation;
    return new Found({ profile, evidence, link, taught, score }, against);
  });
  const ranked = spreadOpposites(found.sort(byScore), checks.contraries, claims);
  return { weighed, ...listsOf(ranked), ofOthers: Boolean(others), followsUp };
}

/** What speaks against a claim even where it is taught: its fact says no. */
const CONTRARY: ReadonlySet<string> = new Set(['opposite', 'excluded-name', 'number']);

/** Conflicts of which a fact speaks for its whole event. */
const OF_EVENT: ReadonlySet<string> = new Set(['opposite', 'number']);

/**
 * Whether a fact says the word itself that another of its event contradicts, and of what the claim says besides more than the other
 * does: "they promote X" is not denied by their opposing Y.
 */
function saysSo(c: Found, { bases = [] }: Conflict, contrary: Found): boolean {
  if (bases.length === 0 || !bases.every((b) => c.profile.words.has(b))) return false;
  let [own, others] = [0, 0];
  for (const { span, weight, part } of c.evidence.explained) {
    if (part === 'name' || span.meanings.includes('l') || span.bases.some((b) => bases.includes(b))) continue;
    const isIn = ({ words }: Profile) => span.bases.every((b) => words.has(b));
    if (isIn(contrary.profile)) others += weight;
    else if (isIn(c.profile)) own += weight;
  }
  return own > others;
}

/**
 * What a fact contradicts (a name aside), its siblings of the same event do not answer either; a number that a claim gives likewise.
 * @param contraries what the gates of contraries alone have against a fact
 */
function spreadOpposites(
  ranked: readonly Found[],
  contraries: ((profile: Profile) => readonly Conflict[]) | null,
  claims: boolean,
): readonly Found[] {
  if (!contraries) return ranked;
  const spreads = ({ kind }: Conflict) => OF_EVENT.has(kind) && (kind === 'opposite' || claims);
  const opposed = new Map<string, Found>();
  const best = ranked[0]?.score ?? 0;
  for (const c of ranked)
    if (c.score > 0.6 * best && !opposed.has(c.profile.of))
      if (contraries(c.profile).some(spreads) && c.conflicts.some(spreads)) opposed.set(c.profile.of, c);
  if (opposed.size === 0) return ranked;
  const first = ranked[0]!;
  // The nearest fact of all counts otherwise: one of another event that counts nothing does not say that the number is right.
  const miscounted = claims && first.conflicts.every((k) => k.kind === 'number') ? first : undefined;
  return ranked.map((c) => {
    const stronger = opposed.get(c.profile.of) ?? miscounted;
    if (c === stronger || !stronger) return c;
    // A fact that counts anything was held against the number itself.
    const counts = c.profile.numbers.size > 0;
    const spread = stronger.conflicts.filter(
      (k) => spreads(k) && (k.kind === 'opposite' ? !saysSo(c, k, stronger) : !counts),
    );
    // The words that its sibling contradicts, it does not contradict itself.
    return c.with((own) =>
      own.some(spreads) ? own : [...own, ...spread.map(({ kind, failed }) => ({ kind, failed }))],
    );
  });
}
