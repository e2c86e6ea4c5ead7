/** Scores generated questions: an answer is right when it stands on a gold fact, or says its value from its place. */
import type { Answer, Ask } from '../../src/answer/index.ts';
import type { Case } from './case.ts';

export type Verdict = 'right' | 'wrong' | 'refused' | 'near' | 'clarified' | 'denied' | 'unrelated-no' | 'false-answer';

/** One case with what the engine said. */
export interface Result {
  readonly one: Case;
  readonly answer: Answer;
  readonly verdict: Verdict;
  /** For a refused near-miss: whether the class of the reason is one of the expected. */
  readonly reasonRight: boolean | undefined;
}

/** Today, for the engine. */
export const NOW = '2026-01-15';

const says = (answer: Answer, values: readonly string[]) =>
  values.some((v) => {
    const text = v.replace(/^the /u, '').replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`, 'iu').test(answer.text);
  });

const cites = (citations: Answer['citations'], one: Case) =>
  citations.some((c) => one.places.includes(`${c.document} ${c.paragraph}`));

function answeredRight(one: Case, answer: Answer): boolean {
  const onGold = answer.thread.facts.some((id) => one.facts.includes(id));
  const stated = one.values.length > 0 && says(answer, one.values) && cites(answer.citations, one);
  const defined = one.placesSuffice && cites(answer.citations, one);
  if (one.needsValue) return (onGold || cites(answer.citations, one)) && says(answer, one.values);
  return onGold || stated || defined;
}

function verdictOf(one: Case, answer: Answer): Verdict {
  if (answer.status === 'clarify') return 'clarified';
  if (one.group === 'near-miss') {
    if (answer.status === 'abstained') return 'refused';
    const corrects =
      answer.text.startsWith('No.') &&
      (answer.thread.facts.some((id) => one.facts.includes(id)) || cites(answer.citations, one));
    if (corrects) return 'denied';
    return answer.text.startsWith('No.') ? 'unrelated-no' : 'false-answer';
  }
  if (answer.status === 'answered') return answeredRight(one, answer) ? 'right' : 'wrong';
  return answer.nearest.some((n) => cites(n.citations, one)) ? 'near' : 'refused';
}

/** Asks one question and scores the answer. */
export function scoreCase(one: Case, ask: Ask): Result {
  const answer = ask(one.question, { now: NOW, ...(one.context && { context: one.context }) });
  const verdict = verdictOf(one, answer);
  const isRefusal = one.group === 'near-miss' && verdict === 'refused';
  return { one, answer, verdict, reasonRight: isRefusal ? one.reasons.includes(answer.reason!.kind) : undefined };
}

/** Counts over scored cases, in shares of 100. */
export interface Counts {
  readonly questions: number;
  readonly right: number;
  readonly wrong: number;
  readonly near: number;
  readonly refused: number;
  readonly clarified: number;
  readonly denied: number;
  /** Near-misses answered as if true, with those answered "No." from a fact about something else. */
  readonly falseAnswers: number;
  readonly unrelatedNo: number;
  readonly reasonRight: number;
}

/** Counts results up. */
export function count(results: readonly Result[]): Counts {
  const percent = (n: number, of: number) => (of === 0 ? 0 : Math.round((1000 * n) / of) / 10);
  const share = (verdict: Verdict) => percent(results.filter((r) => r.verdict === verdict).length, results.length);
  const judged = results.filter((r) => r.reasonRight !== undefined);
  return {
    questions: results.length,
    right: share('right'),
    wrong: share('wrong'),
    near: share('near'),
    refused: share('refused'),
    clarified: share('clarified'),
    denied: share('denied'),
    falseAnswers: percent(results.filter(isFalse).length, results.length),
    unrelatedNo: share('unrelated-no'),
    reasonRight: percent(judged.filter((r) => r.reasonRight).length, judged.length),
  };
}

/** Results by their sort, the largest share of failures first. */
export function bySort(results: readonly Result[]): [string, Result[]][] {
  const sorts = new Map<string, Result[]>();
  for (const r of results) sorts.set(r.one.sort, [...(sorts.get(r.one.sort) ?? []), r]);
  const failing = (rs: readonly Result[]) => rs.filter(isFailure).length / rs.length;
  return [...sorts].sort((a, b) => failing(b[1]) - failing(a[1]) || (a[0] < b[0] ? -1 : 1));
}

/** Whether a near-miss was answered, and not corrected from the facts it is near to. */
export function isFalse(r: Result): boolean {
  return r.verdict === 'false-answer' || r.verdict === 'unrelated-no';
}

/** Whether the verdict is a miss. */
export function isFailure(r: Result): boolean {
  return r.one.group === 'near-miss' ? isFalse(r) || r.reasonRight === false : r.verdict !== 'right';
}
