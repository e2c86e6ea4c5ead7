/** "how did NAME react to the November patrol?": what NAME said of another event is no reply to this one. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const engine = createEngine(loadStore('seeds'));
const ask = (question: string) => engine.ask(question, { now: '2026-01-15' });

describe('a reaction to an event', () => {
  it.each([
    'How did Japan react to the November patrol?',
    'How did Japan respond to the patrol of 19 November 2021?',
    'How did South Korea react to the October drills?',
  ])('"%s" is refused where it was to another', (question) => {
    expect(ask(question).status).toBe('abstained');
  });

  it.each([
    ['How did South Korea react to the November patrol?', /alarm/],
    ['How did Japan react to the May 2022 patrol?', /grave concerns/],
    ['How did China respond to the transit of the USS Milius?', /Zhao Lijian/],
  ])('"%s" is answered where it was to this one', (question, said) => {
    expect(ask(question).text).toMatch(said);
  });
});
