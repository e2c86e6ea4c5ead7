/** Questions with gold answers: reading them, and scoring answers as `shared/questions/score.mjs` does. */
import { readFileSync } from 'node:fs';
import type { Answer, Ask } from '../src/answer/index.ts';

/** One question with what a right answer holds. */
export interface Gold {
  readonly id: string;
  readonly question: string;
  readonly type: string;
  readonly style?: string;
  readonly expect: 'answer' | 'abstain';
  /** Every group must be met by one of its alternatives (a substring, or /regex/). */
  readonly must: readonly (readonly string[])[];
  readonly must_not: readonly string[];
  readonly cite: readonly (readonly [string, readonly number[]])[];
  readonly context?: readonly string[];
  readonly now?: string;
}

export type Verdict = 'right' | 'near' | 'missed' | 'wrong' | 'uncited' | 'clarified' | 'false-answer';

/** One scored question. */
export interface Scored {
  readonly gold: Gold;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

/** Reads a file of JSON lines. @throws when it cannot be read or a line is not JSON */
export function readGold(file: string): Gold[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((l) => l.trim())
    .map((l) => JSON.parse(l) as Gold);
}

const fold = (s: string) =>
  s
    .normalize('NFKC')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[\u2010-\u2014]/gu, '-')
    .replace(/[*_`]/gu, '');

function meets(alternative: string, text: string): boolean {
  if (alternative.length > 2 && alternative.startsWith('/') && alternative.endsWith('/'))
    return new RegExp(alternative.slice(1, -1), 'im').test(text);
  return text.toLowerCase().includes(alternative.toLowerCase());
}

const unmet = (g: Gold, text: string) => g.must.filter((group) => !group.some((alt) => meets(alt, text)));
const unsupported = (g: Gold, citations: Answer['citations']) =>
  g.cite.filter(
    ([prefix, paragraphs]) => !citations.some((c) => c.file.startsWith(prefix) && paragraphs.includes(c.paragraph)),
  );

/** Scores one answer. */
export function scoreAnswer(gold: Gold, answer: Answer): Verdict {
  const text = fold(answer.text);
  if (gold.expect === 'abstain')
    return answer.status === 'abstained' ? 'right' : answer.status === 'clarify' ? 'clarified' : 'false-answer';
  if (answer.status === 'abstained') {
    const near = answer.nearest.slice(0, 3);
    const held = near.length > 0 && unmet(gold, fold(near.map((n) => n.text).join('\n'))).length === 0;
    return held &&
      unsupported(
        gold,
        near.flatMap((n) => n.citations),
      ).length === 0
      ? 'near'
      : 'missed';
  }
  if (unmet(gold, text).length > 0 || gold.must_not.some((alt) => meets(alt, text)))
    return answer.status === 'clarify' ? 'clarified' : 'wrong';
  return unsupported(gold, answer.citations).length > 0 ? 'uncited' : 'right';
}

/** Asks and scores all questions. */
export function scoreAll(golds: readonly Gold[], ask: Ask, now = '2026-01-15'): Scored[] {
  return golds.map((gold) => {
    const answer = ask(gold.question, { now: gold.now ?? now, ...(gold.context?.length && { context: gold.context }) });
    return { gold, answer, verdict: scoreAnswer(gold, answer) };
  });
}

/** Shares in percent over a scored set. */
export interface Summary {
  readonly questions: number;
  readonly right: number;
  readonly answerableRight: number;
  readonly served: number;
  readonly wrong: number;
  readonly near: number;
  readonly missed: number;
  readonly uncited: number;
  readonly falseAnswers: number;
}

/** Counts a scored set up. */
export function summarise(scored: readonly Scored[]): Summary {
  const answerable = scored.filter((s) => s.gold.expect === 'answer');
  const unanswerable = scored.filter((s) => s.gold.expect === 'abstain');
  const share = (list: readonly Scored[], ...verdicts: Verdict[]) =>
    list.length === 0
      ? 0
      : Math.round((1000 * list.filter((s) => verdicts.includes(s.verdict)).length) / list.length) / 10;
  return {
    questions: scored.length,
    right: share(scored, 'right'),
    answerableRight: share(answerable, 'right'),
    served: share(answerable, 'right', 'near'),
    wrong: share(answerable, 'wrong'),
    near: share(answerable, 'near'),
    missed: share(answerable, 'missed'),
    uncited: share(answerable, 'uncited'),
    falseAnswers: share(unanswerable, 'false-answer'),
  };
}
