/** What is reckoned from two numbers or two dates of different facts, asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string, ...context: string[]) => askAny(question, { now: '2026-01-15', context });
const cited = (question: string) => [...new Set(ask(question).citations.map((c) => c.document))].sort();

describe('one number and another', () => {
  it.each([
    [
      'The bombers of Global Thunder minus the bombers of the flight Kishi described: how many?',
      /^Six: ten less four\./,
    ],
    ['Subtract the bombers Kishi counted from the bombers Shoigu counted.', /^Six: ten less four\./],
    ['How many more bombers did Shoigu count than Kishi?', /^Six: ten less four\./],
    ['By how many did the bombers of Global Thunder exceed those bombers Kishi spoke of?', /^Six: ten less four\./],
    ['Add the aircraft of the Friday patrol to the bombers that Kishi counted.', /^Eight in all: four and four\./],
  ])('%s', (question, holds) => {
    expect(ask(question).text).toMatch(holds);
    expect(cited(question)).toEqual(['pti-2022-05-24', 'roadmap-2021-11-24']);
  });

  it.each([
    ['Did Shoigu count more bombers than Kishi?', /^Yes\. Not the same number: ten and four\./],
    ['Did Shoigu count fewer bombers than Kishi?', /^No\. Not the same number: ten and four\./],
    [
      'Were there more aircraft in the Friday patrol than bombers in the flight Kishi described?',
      /^No\. The same number: four in each\./,
    ],
  ])('more of one: %s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it.each(['Did Japan send more planes than China?', 'Did Biden make more speeches than Modi?'])(
    'is not held against what nobody counted: %s',
    (question) => expect(ask(question).status).toBe('abstained'),
  );

  it('asks for names where names are asked for', () =>
    expect(ask('Which Quad members are there, minus the host country?').text).not.toMatch(/less|in all/));
});

describe('one date and another', () => {
  it.each([
    ['How many weeks lie between the Friday patrol and the Quad summit?', /^27 weeks \(186 days\)/],
    [
      'How many days passed between the signing of the roadmap and the Quad summit (weekends included)?',
      /^182 days \(six months\)/,
    ],
    [
      'What span of time separates the Friday patrol from the signing of the roadmap?',
      /^Four days: from Friday 19 November 2021/,
    ],
    ['2022 minus the year in which Moscow annexed Crimea?', /^Eight: 2022 less 2014\./],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it('after what was just told', () =>
    expect(
      ask('How many days after that was the roadmap signed?', 'When was the patrol that alarmed South Korea?').text,
    ).toMatch(/^Four days/));

  it.each([
    ['How many days lie between the October drills and the signing of the roadmap?', 'October 2021'],
    ['How many days after the annexation of Crimea was the roadmap signed?', '2014'],
    ['How many weeks passed between the drills of October 2021 and the Quad summit?', 'October 2021'],
  ])('is not counted finer than it is known: %s', (question, known) => {
    const answer = ask(question);
    expect(answer.status).toBe('abstained');
    expect(answer.text).toContain(`no closer date than ${known}`);
    expect(answer.nearest.length).toBe(2);
  });

  it('is counted as finely as it is known', () =>
    expect(ask('How many months lie between the October drills and the Quad summit?').text).toMatch(
      /^Seven months: from October 2021/,
    ));
});

describe('an event by a word for its kind', () => {
  it('is the one of the day that is asked for', () => {
    expect(ask('How many aircraft flew the joint air patrol of November 2021?').text).toMatch(/four in all/);
    expect(
      ask('How many days lie between the joint patrol over the Sea of Japan in November 2021 and the Quad summit?')
        .text,
    ).toMatch(/^186 days/);
  });
  it('is asked its exact date', () =>
    expect(ask('What was the actual date of the Friday on which Russian and Chinese aircraft patrolled?').text).toMatch(
      /^Friday 19 November/,
    ));
});
