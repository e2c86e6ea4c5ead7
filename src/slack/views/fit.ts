/**
 * Meets Slack's limits by leaving out whole clauses from the end, context first, then rows. What is shown keeps all its sources:
 * they are never what is cut.
 */
import type { Answer, Citation, Clause } from '../../answer/index.ts';
import { shorten } from './escape.ts';
import { sourceLine } from './sources-line.ts';

/** The part of an answer that is shown in a message. */
export interface Shown {
  readonly clauses: readonly Clause[];
  /** The footnotes of the clauses that are shown, in order. */
  readonly citations: readonly Citation[];
  /** How many clauses were left out. */
  readonly left: number;
}

/** Room for the reading line, the remark on what was left out, and escapes. */
const RESERVE = 400;

/**
 * Chooses what is shown of a list of cited clauses.
 * @param budget characters that clauses and sources may take together
 */
export function shownOf(answer: Pick<Answer, 'clauses' | 'citations'>, budget: number): Shown {
  const byNumber = new Map(answer.citations.map((c) => [c.n, c]));
  const cost = (c: Clause) => c.text.length + c.notes.length * 5 + 2;
  const sources = (clauses: readonly Clause[]) =>
    [...new Set(clauses.flatMap((c) => c.notes))].flatMap((n) => byNumber.get(n) ?? []);
  const size = (clauses: readonly Clause[]) =>
    clauses.reduce((sum, c) => sum + cost(c), 0) +
    sources(clauses).reduce((sum, c) => sum + sourceLine(c).length + 1, 0);
  let clauses = [...answer.clauses];
  while (size(clauses) > budget - RESERVE) {
    const at = Math.max(
      clauses.findLastIndex((c) => c.role === 'context'),
      -1,
    );
    const cut = at >= 0 ? at : clauses.findLastIndex((c, i) => i > 0 && c.role !== 'lead');
    if (cut < 0) break;
    clauses = clauses.filter((_, i) => i !== cut);
  }
  const long = size(clauses) > budget - RESERVE;
  const share = Math.max(200, Math.floor((budget - RESERVE) / 2 / Math.max(1, clauses.length)));
  const shown = long ? clauses.map((c) => ({ ...c, text: shorten(c.text, share) })) : clauses;
  // Notes without a citation would be marks that lead nowhere.
  const cited = shown.map((c) => ({ ...c, notes: c.notes.filter((n) => byNumber.has(n)) }));
  return {
    clauses: cited,
    citations: sources(cited).sort((a, b) => a.n - b.n),
    left: answer.clauses.length - clauses.length,
  };
}
