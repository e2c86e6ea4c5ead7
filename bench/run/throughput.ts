/** Questions per second: as many as one process answers in a while, asked by one process and by two at once. */
import { readFileSync } from 'node:fs';
import type { BenchQuestion } from '../questions/question.ts';
import { type Kept, NOW, openSnapshot } from './snapshot.ts';

/** This share of the questions is asked before the clock starts. */
const WARM_UP = 0.25;

/** Loads a compiled store, as the app does, says "ready", waits for a line, and answers for `seconds`. @returns questions per second */
export async function answerSteadily(kept: Kept, seconds: number): Promise<number> {
  const questions = JSON.parse(readFileSync(kept.questions, 'utf8')) as BenchQuestion[];
  const { ask } = openSnapshot(kept);
  const put = (n: number) => {
    const { text, context } = questions[n % questions.length]!;
    ask(text, { now: NOW, ...(context && { context }) });
  };
  for (let i = 0; i < questions.length * WARM_UP; i++) put(i);
  console.log('ready');
  // All processes begin at once, when the last is ready.
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdin.pause();
  const began = performance.now();
  let asked = 0;
  while (performance.now() - began < seconds * 1000) put(asked++);
  return asked / ((performance.now() - began) / 1000);
}
