/** What an abbreviation stands for is answered where the documents give the name. Over the shipped seeds. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore('seeds'));
const answer = (question: string) => ask(question, { now: '2026-01-15' });

describe('what an abbreviation stands for', () => {
  it.each([
    ['What does PLA stand for?', /^PLA stands for the People's Liberation Army\. \[1\]/],
    ['sco - short for what', /^SCO stands for the Shanghai Cooperation Organisation\. \[1\]/],
  ])('%s', (question, holds) => expect(answer(question).text).toMatch(holds));
  it.each(['What does BRICS stand for?', 'What do the letters PTI stand for?', 'what is USS short for'])(
    'is not known of a name that is all the documents give: %s',
    (question) => expect(answer(question).status).toBe('abstained'),
  );
});
