/** "two slips in that; fix them": a sentence held against what the documents say, which stands beside what is wrong in it. */
import { type Candidate, type ConflictKind, featuresOf, type Matches, probability } from '../../matching/index.ts';
import type { Clause } from '../answer.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { AS_WRITTEN, sayAmended } from '../wording.ts';

/** Gates by which a sentence is wrong in a name, a number, a day or a word, and not in all that it says. */
const SLIPS: ReadonlySet<ConflictKind> = new Set([
  'name',
  'excluded-name',
  'stranger',
  'opposite',
  'number',
  'date',
  'finer-date',
  'role',
  'speaker',
]);

/** The fact explains at least this share of a sentence with slips in it … */
const ENOUGH = 0.6;

/** … and this of one that has none. */
const ALL = 0.95;

/** A fact that is this likely to be meant, but for what is wrong. */
const LIKELY = 0.66;

/** Further facts of the same event, as near as this, may right another slip. */
const NEAR = 1.5;

/** At most so many facts to a sentence. */
const MOST = 3;

export const amended: Kind = (task) => {
  const { amends } = task.question;
  if (!amends) return undefined;
  const found = amends.claims.map((claim) => amend(task, claim));
  const held = found.flatMap((f) => f ?? []);
  // The order to put it right is no part of what is told: without a fact, nothing else can answer.
  const open = amends.claims[found.indexOf(undefined)];
  if (open !== undefined) return amends.only ? unsaid(task, open) : undefined;
  return { clauses: held.flatMap((f) => f.clauses), facts: held.flatMap((f) => f.facts) };
};

function amend(task: Task, claim: string): Composition | undefined {
  const { matches } = task.understood(claim);
  const { first: right } = matches.clean;
  const wrong = matches.barred.all.filter(isAboutIt).sort((a, b) => b.score - a.score)[0];
  const isRight = right && right.evidence.coverage >= ALL && right.score >= (wrong?.score ?? 0);
  if (isRight) return said(task, [right], task.composer.remark(AS_WRITTEN));
  if (!wrong || (right && right.score > wrong.score + NEAR) || !isLikely(task, matches, wrong)) return undefined;
  const others = matches.barred.all.filter(
    (c) => c !== wrong && isAboutIt(c) && c.profile.fact.of === wrong.profile.fact.of && wrong.score - c.score <= NEAR,
  );
  const failed = [...new Set(wrong.conflicts.map((k) => k.failed))];
  const slips = failed.filter((s) => !failed.some((o) => o !== s && o.toLowerCase().includes(s.toLowerCase())));
  return said(task, [wrong, ...others].slice(0, MOST), task.composer.remark(sayAmended(slips)));
}

/** Whether the fact would answer the sentence, were it not for the slips. */
function isLikely({ store }: Task, matches: Matches, c: Candidate): boolean {
  return probability(featuresOf(matches, c), store.decision) >= LIKELY;
}

function unsaid(task: Task, claim: string): Composition {
  const near = task.understood(claim).matches.ranked;
  return { clauses: [], facts: near.map((c) => c.profile), withholds: claim };
}

function isAboutIt(c: Candidate): boolean {
  // What is seldom reported ("a frigate") is all the same wrong where the fact has its contrary.
  const isContrary = (failed: string) => c.conflicts.some((k) => k.kind === 'opposite' && k.failed === failed);
  return c.evidence.coverage >= ENOUGH && c.conflicts.every((k) => SLIPS.has(k.kind) || isContrary(k.failed));
}

function said({ composer }: Task, facts: readonly Candidate[], verdict: Clause): Composition {
  const says = facts.map(({ profile }, i) => composer.says(profile.fact, i === 0 ? 'lead' : 'context'));
  const dated = composer.dated(facts[0]!.profile.fact, says.map((c) => c.text).join(' '));
  return { clauses: [verdict, ...says, ...(dated ? [dated] : [])], facts: facts.map((c) => c.profile) };
}
