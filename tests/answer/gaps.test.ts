/** Sentences with gaps to be filled, asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny, understander } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });
const partsOf = (text: string) => understander.understand(text, '2026-01-15').parts.map((p) => p.whole);

describe('a gap is what is asked', () => {
  it.each([
    ['Complete the sentence: the cooperation between China and Russia is valued for its ...', /^[^.]*independence/],
    ['South Korea reacted to the Friday patrol by raising ______.', /^[^.]*alarms/],
    ['Fill the gap. Shoigu spoke of increasing geopolitical ____. One word, please.', /^[^.]*turbulence/],
    ['Finish Lavrov’s line: the West is taking the position of a ...?', /^[^.]*dictator/],
    [
      'Cooperation of the Russian and Chinese armed forces is to grow through ____ and ____ (fill in).',
      /exercises and joint patrols/,
    ],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it('in each of several clauses', () => {
    const question =
      'Zhao Lijian: the US should stop making ____, and it should play a more ____ role in regional peace.';
    expect(partsOf(question)).toHaveLength(2);
    expect(ask(question).text).toMatch(/provocations.*constructive role/su);
    expect(ask(question).text).not.toMatch(/don't say/);
  });
});

describe('a gap is not filled', () => {
  it.each([
    'Australia voiced its ____ over the flights.',
    'The roadmap was signed in the city of ____.',
    'Complete: the bombers were of the model ...',
    'The USS Milius is commanded by ____.',
  ])('from what is not said: %s', (question) => expect(ask(question).status).toBe('abstained'));

  it('where dots are only a pause', () =>
    expect(ask('so... who signed the roadmap...?').text).toBe(ask('who signed the roadmap?').text));
});
