/** The fact that answers a yes/no question with "no". */
import type { Candidate, Matches } from '../matching/index.ts';

/** Gates of which only one value can be true, so that a yes/no question that fails nothing else is answered "no". */
const CONTRADICTING = new Set(['opposite', 'excluded-name', 'number', 'date', 'never']);

/** A contradicting fact of another day may lead by this much and still be the wrong one to cite. */
const OTHER_DAY = 5;

/** Takes what was found for a yes/no question, gives the fact that says no: of those about as near as the nearest, one that differs in the thing itself before one of another day. */
export function contradictionIn({ clean, barred }: Matches): Candidate | undefined {
  const best = clean[0]?.score ?? 0;
  const first = barred[0];
  if (!first || first.score < best - 1.5) return undefined;
  const near = barred.slice(0, 8).filter((c) => c.score >= first.score - OTHER_DAY && isContradiction(c));
  const itself = near.find((c) => c.conflicts.every((k) => k.kind === 'opposite' || k.kind === 'excluded-name'));
  return isContradiction(first) ? (itself ?? first) : undefined;
}

function contrary(c: Candidate): boolean {
  return c.conflicts.some((k) => k.kind === 'opposite');
}

/** A name that the fact excludes is not missing in it by chance, nor in what it would have to do. */
function isExcluded(c: Candidate, name: string): boolean {
  return c.conflicts.some((k) => k.kind === 'excluded-name' && (k.failed.includes(name) || name.includes(k.failed)));
}

function isContradiction(c: Candidate): boolean {
  return (
    // The words that a fact contradicts may also be a deed that nobody does ("in breach of the law").
    c.conflicts.every(
      (k) => CONTRADICTING.has(k.kind) || (k.kind === 'predicate' && contrary(c)) || isExcluded(c, k.failed),
    ) &&
    (c.conflicts.every((k) => k.kind !== 'never') || contrary(c)) &&
    c.evidence.coverage >= 0.62 &&
    c.evidence.annotation >= 0.3
  );
}
