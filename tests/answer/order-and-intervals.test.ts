/** Answers computed from several facts: how long between, which came first, in what order, whether numbers agree. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const answer = (question: string) => ask(question, { now: '2026-01-15' });

describe('the time between two things', () => {
  it.each([
    ['Number of days from the Milius transit to the Friday patrol?', /^Four days/],
    ['how many days passed from Lavrov’s remarks to the Quad summit?', /^One day/],
    ['interval between the Friday patrol and the Quad summit?', /^Six months \(186 days\)/],
    ['From the October drills to the Quad summit: how many months?', /^Seven months/],
    ['How many months apart were the Friday patrol and the Quad-day patrol?', /^Six months/],
    ['By how many days did Lavrov’s comments precede the Quad summit?', /^One day/],
    ['From that patrol at Friday until roadmap signature at Tuesday is how many days?', /^Four days/],
    ['How many years passed between the seizure of Crimea and the Tokyo summit?', /^About eight years/],
  ])('%s', (question, holds) => expect(answer(question).text).toMatch(holds));

  it.each([
    // An offensive without a day, a city's fall that nobody reports, countries, and two patrols of which neither side is told apart.
    'How many days between the invasion of Ukraine and the roadmap?',
    'From the roadmap to the fall of Kyiv, how many days?',
    'distance between Japan and South Korea?',
    'How many days from the joint patrol to the seizure of Mariupol?',
  ])('is not known: %s', (question) => expect(answer(question).status).toBe('abstained'));
});

describe('what came first', () => {
  it.each([
    [
      'Which happened later: the October drills or the Friday patrol?',
      /^The Friday patrol came later\. \[1\]\s+• On Friday/,
    ],
    [
      'Who had spoken first: Lavrov with his ‘dictator’ jab, or Wang with ‘strong internal dynamics’?',
      /^Lavrov with his "dictator" jab came first\. .*\s+• Russian/,
    ],
    [
      'Put from old to new: the Quad summit, the roadmap, the October drills',
      /October 2021[\s\S]*roadmap[\s\S]*Quad summit/,
    ],
    [
      'Which came first, the roadmap, the Quad summit or the Friday patrol?',
      /On Friday[\s\S]*roadmap[\s\S]*Quad summit/,
    ],
    [
      'Arrange chronologically: annexation of Crimea; Quad summit; roadmap signing',
      /Crimea[\s\S]*roadmap[\s\S]*Quad summit/,
    ],
    ['Arrange chronologically: the roadmap; the Brexit vote; the Quad summit', /don't say: "the Brexit vote"/],
    ['Did the Friday patrol take place after the signing of the roadmap?', /^No\. Before, by four days/],
    ['Was the Quad summit earlier than the roadmap?', /^No\. After/],
    ['Was Lavrov speaking on the same day as Wang?', /^No\. Before, by one day/],
    ['Did Lavrov speak on the same day as the Quad summit or the day before?', /^Before, by one day/],
    [
      'Which came later: the condemnation of the warship, or the announcement of the military partnership?',
      /announced after/,
    ],
    ['Which came first: the Milius transit or the roadmap signing?', /the days do not tell/],
  ])('%s', (question, holds) => expect(answer(question).text).toMatch(holds));
});

describe('the calendar day of a weekday, in a document told by its own day', () => {
  it.each([
    [
      'If the article is dated November 24, 2021, what date was the Friday of the joint patrol?',
      /^Friday 19 November 2021/,
    ],
    ['exact date of that friday? reported nov 24 2021', /19 November 2021/],
    ['The story bears 24 November 2021: which day did the warship transit?', /^Tuesday 23 November 2021/],
    ['published 24 May 2022, when did Lavrov speak', /^Monday 23 May 2022/],
    ['On what date was the Monday when Lavrov spoke?', /23 May 2022/],
  ])('%s', (question, holds) => expect(answer(question).text).toMatch(holds));

  it.each([
    'If the article is dated November 24, 2021, what date was the Saturday of the joint patrol?',
    'What date was the Tuesday on which the Milius sank?',
    'if the article is dated 24 November 2021, what date was the Quad summit?',
  ])('is not known: %s', (question) => expect(answer(question).status).toBe('abstained'));
});

describe('numbers of two facts', () => {
  it.each([
    ['russian planes: friday patrol vs quad day flight, same number?', /^The same number: two in each/],
    [
      'Was the number of aircraft per nation identical in November 2021 and in May 2022?',
      /^The same number: four in each/,
    ],
    ['How many bombers in all: those Shoigu counted plus those Kishi counted?', /^14 in all/],
  ])('of the same things are compared: %s', (question, holds) => expect(answer(question).text).toMatch(holds));

  it.each([
    'Compare the number of US sorties with the number of aircraft in the Friday patrol.',
    'Compare the number of leaders at the Quad summit with the number of signatories of the roadmap.',
  ])('of different things are not: %s', (question) => expect(answer(question).text).not.toMatch(/same number/i));
});
