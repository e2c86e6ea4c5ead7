/** Clauses and dates that only say when, or what is not meant: they help to find the fact and are not held against it. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore('seeds'));
const now = '2026-01-15';
const answerTo = (question: string, ...context: string[]) =>
  ask(question, { now, ...(context.length > 0 && { context }) });

describe('a clause that only says when', () => {
  it.each([
    ['Which seas did the warplanes fly over while Biden and Modi were in Tokyo?', 'East China Sea'],
    ['Whom did Biden talk to by video the week before Shoigu and Wei signed?', 'Xi Jinping'],
    ['Where did the planes fly the day Albanese met Modi?', 'Sea of Japan'],
  ])('may name others of the document: %s', (question, held) => {
    const { status, text } = answerTo(question);
    expect([status, text]).toEqual(['answered', expect.stringContaining(held)]);
  });

  it('names nobody the document knows nothing of', () => {
    expect(answerTo('Which seas did the warplanes fly over while Lavrov and Shoigu were in Tokyo?').status).toBe(
      'abstained',
    );
  });
});

describe('a date that is not the one asked for', () => {
  it.each([
    ['The article is dated 24 November 2021. On which day was the roadmap signed?', '23 November 2021'],
    ['Lavrov did not speak on 24 May 2022. When did he speak of economic cooperation?', '23 May 2022'],
  ])('is no condition: %s', (question, held) => expect(answerTo(question).text).toContain(held));

  it('is asked for by the noun before "on which"', () => {
    expect(answerTo('Give the exact date on which the defence chiefs signed their roadmap.').text).toContain(
      '23 November',
    );
  });
});
