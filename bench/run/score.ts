/** Scores answers, and finds the fairest cut-off for an engine that only ranks. */
import type { Found } from '../engines/index.ts';
import type { BenchQuestion } from '../questions/question.ts';

/** One question with what a contender came up with. */
export interface Scored {
  readonly question: BenchQuestion;
  readonly found: Found;
}

/** Whether it answered rather than refused. */
const answers = ({ found }: Scored, cutOff: number) => found.first !== null && found.score >= cutOff;

/** Whether a question with an answer got it, first. */
export function isRight(scored: Scored, cutOff: number): boolean {
  const { question, found } = scored;
  const said = !question.sort.startsWith('yes') || found.isNo !== true;
  return answers(scored, cutOff) && said && question.gold.includes(found.first!);
}

/** Whether a question without an answer got one; "No." from the facts it is near to is a right answer. */
export function isFalse(scored: Scored, cutOff: number): boolean {
  const { question, found } = scored;
  return answers(scored, cutOff) && !(found.isNo === true && question.gold.includes(found.first!));
}

/** Shares of 1; null where too few questions were asked to say. */
export interface Shares {
  /** Of the questions with an answer: right at the cut-off. */
  readonly right: number | null;
  /** Of the same: the right record came first, whatever its score. */
  readonly ranked: number | null;
  /** Of the questions with a typo: right at the cut-off. */
  readonly typo: number | null;
  /** Of the near-misses: answered. */
  readonly false: number | null;
}

/** Fewer questions than this of a group say nothing about a share. */
const TOO_FEW = 15;

/** Counts up. */
export function sharesOf(all: readonly Scored[], cutOff: number): Shares {
  const share = (of: readonly Scored[], test: (s: Scored) => boolean) =>
    of.length < TOO_FEW ? null : of.filter(test).length / of.length;
  const near = all.filter((s) => s.question.group === 'near-miss');
  const answerable = all.filter((s) => s.question.group !== 'near-miss');
  const typos = all.filter((s) => s.question.group === 'typo');
  return {
    right: share(answerable, (s) => isRight(s, cutOff)),
    ranked: share(answerable, (s) => isRight(s, Number.NEGATIVE_INFINITY)),
    typo: share(typos, (s) => isRight(s, cutOff)),
    false: share(near, (s) => isFalse(s, cutOff)),
  };
}

/** The shares of a contender for which there was no time to tune a cut-off. */
export function sharesUncut(all: readonly Scored[]): Shares {
  const { ranked } = sharesOf(all, Number.NEGATIVE_INFINITY);
  return { right: null, ranked, typo: null, false: null };
}

/** The score from which on answering pays best: right answers and refused near-misses count alike (Youden's index). */
export function bestCutOff(sample: readonly Scored[]): number {
  let best = { cutOff: 0, worth: Number.NEGATIVE_INFINITY };
  for (const cutOff of [...new Set(sample.map((s) => s.found.score))].sort((a, b) => a - b)) {
    const shares = sharesOf(sample, cutOff);
    const worth = (shares.right ?? 0) - (shares.false ?? 0);
    if (worth > best.worth) best = { cutOff, worth };
  }
  return best.cutOff;
}

/** The shares of each sort of question, for the JSON. */
export function bySort(all: readonly Scored[], cutOff: number): Record<string, { asked: number; passed: number }> {
  const sorts: Record<string, { asked: number; passed: number }> = {};
  for (const s of all) {
    const near = s.question.group === 'near-miss';
    const key = `${s.question.group}: ${s.question.sort}`;
    const entry = (sorts[key] ??= { asked: 0, passed: 0 });
    entry.asked += 1;
    if (near ? !isFalse(s, cutOff) : isRight(s, cutOff)) entry.passed += 1;
  }
  return sorts;
}

/** One letter for each question, in order: see `Measured.marks`. */
export function marksOf(all: readonly Scored[], cutOff: number): string {
  const mark = (s: Scored) =>
    s.question.group === 'near-miss' ? (isFalse(s, cutOff) ? 'f' : 'c') : isRight(s, cutOff) ? 'r' : 'w';
  return all.map(mark).join('');
}
