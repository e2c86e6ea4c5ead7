/** Sentences that are to be put right, asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('a sentence with slips', () => {
  it.each([
    ['Spot the error: the USS Milius is a frigate.', 'frigate', /destroyer/],
    [
      'The roadmap was signed on 24 November 2021 by the foreign ministers of Russia and China. Two mistakes, correct them.',
      '24 November 2021',
      /defence chiefs.*23 November 2021/s,
    ],
    [
      'Which part of this is wrong: three Chinese bombers joined two Russian bombers over the Yellow Sea, Kishi said.',
      'Yellow Sea',
      /two Chinese bombers.*Sea of Japan/s,
    ],
    ['The ship sailed through the Korea Strait. Correct that.', 'Korea Strait', /Taiwan Strait/],
    [
      'Correct the slip in this line: the Quad summit in Tokyo was the third in-person summit.',
      'third',
      /second in-person summit/,
    ],
  ])('%s', (question, slip, holds) => {
    const { text, citations } = ask(question);
    expect(text).toContain(slip);
    expect(text).toMatch(/^The documents do not agree with/);
    expect(text).toMatch(holds);
    expect(citations.length).toBeGreaterThan(0);
  });

  it('in two sentences is put right in both', () =>
    expect(ask('The Milius is a frigate. It passed through the Korea Strait. Fix what is false.').text).toMatch(
      /frigate.*destroyer.*Korea Strait.*Taiwan Strait/s,
    ));

  it('says so where nothing is wrong', () =>
    expect(ask('Find and fix the error: the Quad summit was held in Tokyo.').text).toMatch(
      /^The documents say so too\./,
    ));
});

describe('is not put right', () => {
  it.each([
    'Fix the error: Australia sent three frigates to the summit.',
    'Correct this: China apologised to Japan for the flights.',
    'Spot the mistake: five Russian bombers crashed in the East China Sea.',
    'Biden signed the roadmap in Beijing. One slip, fix it.',
    'Fix the error: Zhao Lijian praised the US warships.',
  ])('where the documents tell of nothing like it: %s', (question) => expect(ask(question).status).toBe('abstained'));

  it.each([
    ['What did Zhao Lijian want the US to do about its mistakes?', /correct its mistakes/],
    ['True or false: China and Russia hold yearly drills in the Pacific.', /^Yes\./],
  ])('where the words are part of another question: %s', (question, holds) =>
    expect(ask(question).text).toMatch(holds),
  );
});
