/** Numbers of two things held against each other, and numbers that follow from two that are given, asked of the real engine. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('numbers', () => {
  it.each([
    [
      'Which had more bombers, Shoigu’s account of Global Thunder or Kishi’s account of the joint flight?',
      /^Not the same number: ten and four\./,
    ],
    [
      'Fewer, more or the same: Chinese aircraft on the Friday patrol in November 2021, against Chinese bombers in the flight Kishi described?',
      /^The same number: two in each\./,
    ],
    [
      'Did the number of planes in November 2021 over the Sea of Japan differ from the number of bombers Kishi gave for May 2022?',
      /^The same number: four in each\./,
    ],
    ['Shoigu’s 30 sorties are 2.5 times the year-ago total: how many is that?', /^About 12 sorties\..*inferred/],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it('are asked for by an offer of two', () =>
    expect(ask('How many sorties, 30 or 40, did Shoigu count?').text).toMatch(/^About 30 sorties\./));
});

it('“who was it that” asks who', () =>
  expect(ask('Who was it that spoke of strong internal dynamics driving the cooperation?').text).not.toMatch(/^Yes/));
