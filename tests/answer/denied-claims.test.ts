/** Claims that something was not so, and days that a fact only has of its event: the shipped store. */
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore('seeds'));
const said = (question: string) => ask(question, { now: '2026-01-15' });

describe('a claim that it was not so', () => {
  test.each([
    'Has Kishi never expressed concern over the flights?',
    'Japan did not complain through diplomatic channels, did it?',
    "Russia and China didn't sign a roadmap, right?",
    'No one has condemned the transit, correct?',
  ])('%s: the documents say that it was', (question) => {
    expect(said(question).text).toMatch(/^Not so\. /u);
  });

  test.each([
    "China-Russia cooperation isn't aimed at third parties, right?",
    'Is it true that the cooperation is not targeted at any third party?',
    'China and Russia were not drilling together in the Pacific for the first time, were they?',
  ])('%s: neither do the documents', (question) => {
    expect(said(question).text).toMatch(/^Yes\. /u);
  });

  test('who asks with "did NAME not" expects a yes', () => {
    expect(said('Did Japan not complain about the flights?').text).toMatch(/^Yes\. /u);
  });

  test('who never heard of something claims nothing', () => {
    expect(said('Tell me all the members of BRICS, I never heard of it.').text).not.toMatch(/^Not so/u);
  });

  test('what somebody denied is no "no" of somebody else', () => {
    expect(said("Zhao said the transit wasn't a commitment to freedom, right?").text).not.toMatch(
      /US Navy.*demonstrates/u,
    );
  });
});

test.each([
  'Until 2022 China and Russia had never held drills in the Pacific, right?',
  'Before 2022 had China and Russia never drilled in the Pacific?',
])('%s: what never was until then is called new', (question) => {
  const { text, citations } = said(question);
  expect(text).toMatch(/^No\. /u);
  expect(citations.map((c) => c.paragraph)).toContain(6);
});

test('the day of an event is not that of what its facts tell in passing', () => {
  const { status, nearest } = said('When did Russia invade Ukraine?');
  expect(status).toBe('abstained');
  expect(nearest.length).toBeGreaterThan(0);
});

test('"nov 21" can be the month of 2021, of a fact that only its document dates too', () => {
  expect(said('on the video call in nov 21, the two defence chiefs, names').text).toMatch(/Shoigu.*Wei/u);
});
