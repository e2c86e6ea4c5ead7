/** A day that a question only gives to reckon from is no day of what it asks about; over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('a day that is supposed', () => {
  it.each([
    ['On what date did Lavrov forecast faster trade, taking the Quad summit as 24 May 2022?', /^Monday 23 May 2022/],
    ['Given that the Quad summit was on Tuesday 24 May 2022, on what date did Lavrov speak?', /^Monday 23 May 2022/],
    [
      'On what date was the patrol that alarmed Seoul, the article being dated 24 November 2021?',
      /^Friday 19 November/,
    ],
    ['What date does Lavrov’s dictator remark fall on, if the Quad-day Tuesday is 24 May 2022?', /^Monday 23 May 2022/],
    ['calendar date of that roadmap signing? not just the weekday', /^Tuesday 23 November 2021/],
    ['When was the roadmap signed, given the article’s dateline of 24 November 2021?', /^Tuesday 23 November 2021/],
  ])('is not the day asked about: %s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it.each([
    'How did the US and Chinese presidents confer the previous week?',
    'biden xi meeting last week: what format',
  ])('may be counted by a document from its own day: %s', (question) =>
    expect(ask(question).text).toMatch(/^Virtually\./),
  );

  it('names the headline of a month', () =>
    expect(ask('What does the November headline say China and Russia vow?').text).toMatch(/intensify/));

  it('holds for what it is said of', () => {
    const { status, text } = ask('When was the roadmap signed on 24 May 2022?');
    expect(status === 'abstained' || text.startsWith('No.')).toBe(true);
  });
});
