/** Questions per second: as many as one process answers in a while, asked by one process and by two at once. */
import { createEngine } from '../../src/answer/index.ts';
import { makeQuestions } from '../questions/generate.ts';
import { makeStore } from '../store/generate.ts';
import { baseStore } from './base-store.ts';
import { NOW } from './snapshot.ts';

const QUESTIONS = 2_000;

/** Builds an engine, says "ready", waits for a line, and answers for `seconds`. @returns questions per second */
export async function answerSteadily(events: number, seed: number, seconds: number): Promise<number> {
  const made = makeStore(baseStore(), { events, seed });
  const questions = makeQuestions(made, QUESTIONS, seed + 1);
  const { ask } = createEngine(made.store);
  const put = (n: number) => {
    const { text, context } = questions[n % questions.length]!;
    ask(text, { now: NOW, ...(context && { context }) });
  };
  for (let i = 0; i < QUESTIONS / 4; i++) put(i);
  console.log('ready');
  // All processes begin at once, when the last has been built.
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdin.pause();
  const began = performance.now();
  let asked = 0;
  while (performance.now() - began < seconds * 1000) put(asked++);
  return asked / ((performance.now() - began) / 1000);
}
