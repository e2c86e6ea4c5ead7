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
    ['Did Shoigu say there were three times more sorties than a year earlier?', /^No\. The roughly 30.*2\.5 times/],
    ['Did Shoigu say there were two and a half times more sorties than a year earlier?', /^Yes\. The roughly 30/],
    ['Shoigu’s 30 sorties are 2.5 times the year-ago total: how many is that?', /^About 12 sorties\..*inferred/],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it('are asked for by an offer of two', () =>
    expect(ask('How many sorties, 30 or 40, did Shoigu count?').text).toMatch(/^About 30 sorties\./));
});

it('“who was it that” asks who', () =>
  expect(ask('Who was it that spoke of strong internal dynamics driving the cooperation?').text).not.toMatch(/^Yes/));

describe('how many took part in each of two events', () => {
  const EQUAL = /^The same number: (two|four) in each\./;
  it.each([
    [
      'Did as many Russian planes fly in November 2021 on the Friday as Russian bombers in the flight Kishi spoke of?',
      EQUAL,
    ],
    ['Friday patrol 2021 against the Quad-day bombers: were there equally many aircraft on each side?', EQUAL],
    [
      'Take the patrol that worried South Korea and the flight Kishi told reporters about: was the number of planes the same?',
      EQUAL,
    ],
    ["Aircraft numbers: November's Sea of Japan patrol v the May bomber flight", EQUAL],
    [
      'How do the plane totals compare, the patrol of 19 November 2021 versus the flight on the day of the summit?',
      EQUAL,
    ],
    ['planes per side, friday patrol 2021 vs quad day flight', EQUAL],
    [
      'Contrast the count of aircraft in Global Thunder with that in the Friday patrol.',
      /^Not the same number: ten and four\./,
    ],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it.each([
    'Did the number of ships differ between the October 2021 drills and the Friday patrol?',
    'Was the number of crew the same on the November 2021 patrol and on the Quad-day flight?',
    'Did the number of Indian planes differ between the patrol of November 2021 and that of May 2022?',
    'Did the number of planes differ between the patrol of November 2021 and the one of March 2020?',
    'Compare the number of planes in the October 2021 drills and in the Friday patrol.',
    'Set the November 2021 patrol beside the May 2022 flight: did the number of protests differ?',
  ])('is not told: %s', (question) => expect(ask(question).status).toBe('abstained'));
});
