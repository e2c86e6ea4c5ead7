/** The fact that answers a yes/no question with "no". */
import { means, type Span } from '../lookup/index.ts';
import type { Candidate, Conflict, Matches } from '../matching/index.ts';

/** Gates of which only one value can be true, so that a yes/no question that fails nothing else is answered "no". */
const CONTRADICTING = new Set(['opposite', 'excluded-name', 'number', 'date', 'never']);

/** A contradicting fact of another day may lead by this much and still be the wrong one to cite. */
const OTHER_DAY = 5;

/** … and one of the right day, about somebody else, may be this far behind. */
const OTHER_NAME = 3;

/** A way to ask this far off (0–1) is nothing like the question, unless the fact explains about all of it. */
const LIKE = 0.3;
const ABOUT_ALL = 0.85;

/** From this nearness on, a way to ask asks of the same deed: whom the fact excludes did not do it. */
const NEARLY = 0.65;

/** Takes what was found for a yes/no question, gives the fact that says no: of those about as near as the nearest, one that differs in the thing itself before one of another day (`together`: words like "both"). */
export function contradictionIn(
  { clean, barred, weighed, followsUp }: Matches,
  together: ReadonlySet<string> = new Set(),
): Candidate | undefined {
  const best = clean.first?.score ?? 0;
  const only = weighed.question.alone.map((a) => a.word);
  // What the thread is not about denies nothing of what it is about.
  const linked = followsUp ? barred.all.filter((c) => c.link >= OF_THREAD) : barred.all;
  const claims = linked.map((c) => asClaim(c, only)).sort((a, b) => b.score - a.score);
  const [first] = claims;
  if (!first || first.score < best - 1.5 || (misdated(first) && isOtherwise(claims, first))) return undefined;
  const near = claims.slice(0, 8).filter((c) => c.score >= first.score - OTHER_DAY && isContradiction(c));
  const saying = near.filter((c) => c.fact.conflicts.every((k) => SAYS_NO.has(k.kind) || isOf(k, c)));
  // Of one who is said to be the only one, a fact that says "both" says best that it is not so.
  const both = saying.find((c) => only.length > 0 && [...together].some((word) => c.fact.profile.words.has(word)));
  const itself = both ?? saying[0];
  return isContradiction(first) ? (itself ?? first).fact : undefined;
}

/** A fact of the thread's own event, or of its last answer, has at least this link. */
export const OF_THREAD = 1;

/** Whether nothing but the day speaks against a fact. */
function misdated({ fact }: Claim): boolean {
  return fact.conflicts.every((k) => k.kind === 'date');
}

/** Whether a fact of the day that is asked about, about as near, is of somebody else: then the day is right, and the rest is not. */
function isOtherwise(claims: readonly Claim[], { score, fact }: Claim): boolean {
  return claims.some(
    (c) =>
      c.score > score - OTHER_NAME &&
      c.fact.evidence.annotation > fact.evidence.annotation &&
      c.fact.conflicts.every((k) => k.kind === 'name'),
  );
}

/** Gates that hold the contrary of the claim itself. */
const SAYS_NO = new Set(['opposite', 'excluded-name']);

/** A fact as what it says of a claim: a word that it contradicts is one that it speaks to. */
interface Claim {
  readonly fact: Candidate;
  readonly contradicted: ReadonlySet<string>;
  readonly coverage: number;
  readonly score: number;
}

function asClaim(fact: Candidate, only: readonly Span[]): Claim {
  const contradicted = new Set(fact.conflicts.flatMap((k) => (SAYS_NO.has(k.kind) ? (k.bases ?? []) : [])));
  const { explained, coverage } = fact.evidence;
  const total = explained.reduce((sum, e) => sum + e.weight, 0);
  // What is done and what it is done with must be the fact's own; only how it is said to be may be its contrary.
  const isManner = (s: Span) => only.includes(s) || !(means(s, 'p:') || means(s, 't:'));
  const spoken = explained.filter((e) => isManner(e.span) && e.span.bases.every((b) => contradicted.has(b)));
  const gained = spoken.reduce((sum, e) => sum + e.weight * (1 - e.strength), 0);
  const penalty = 1.5 * (fact.conflicts.length - 1);
  return {
    fact,
    contradicted,
    coverage: total > 0 ? coverage + gained / total : coverage,
    score: fact.score + 1.6 * gained - penalty,
  };
}

/** Whether a word fails that the fact contradicts: it need not be in it. */
function isOf(conflict: Conflict, { contradicted }: Claim): boolean {
  return (
    conflict.kind === 'contrast' && contradicted.size > 0 && (conflict.bases ?? []).every((b) => contradicted.has(b))
  );
}

/** A fact that says how many there are and names them all: nobody else is of them. */
function isClosed({ profile: { fact } }: Candidate): boolean {
  const counts = (fact.number ?? []).flatMap((v) => v.number ?? []);
  return [fact.who, fact.whom, fact.where, fact.thing].some(
    (list) => list !== undefined && list.length > 1 && counts.includes(list.length),
  );
}

/** A name that the fact excludes is not missing in it by chance, nor in what it would have to do. */
function isExcluded(c: Candidate, name: string): boolean {
  return c.conflicts.some((k) => k.kind === 'excluded-name' && (k.failed.includes(name) || name.includes(k.failed)));
}

function contrary({ fact }: Claim): boolean {
  return fact.conflicts.some((k) => k.kind === 'opposite');
}

function isContradiction(c: Claim): boolean {
  const { conflicts, evidence } = c.fact;
  return (
    // The words that a fact contradicts may also be a deed that nobody does ("in breach of the law").
    conflicts.every(
      (k) =>
        CONTRADICTING.has(k.kind) ||
        (k.kind === 'predicate' && contrary(c)) ||
        isOf(k, c) ||
        (evidence.annotation >= NEARLY && isClosed(c.fact) && isExcluded(c.fact, k.failed)),
    ) &&
    (conflicts.every((k) => k.kind !== 'never') || contrary(c)) &&
    c.coverage >= 0.62 &&
    (evidence.annotation >= LIKE || c.coverage >= ABOUT_ALL)
  );
}
