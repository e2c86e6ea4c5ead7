/** Misspelt words within longer names, asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const answer = (question: string) => {
  const { status, text } = ask(question, { now: '2026-01-15' });
  return { status, text };
};

describe('a misspelt word', () => {
  it.each([
    [
      'When did the joint patrol over the Sea of Japsn take place?',
      'When did the joint patrol over the Sea of Japan take place?',
    ],
    ['Who took part in the patrol that alarmed South Kirea?', 'Who took part in the patrol that alarmed South Korea?'],
    [
      'What happened the day before the remarks of the Japannese defence minister?',
      'What happened the day before the remarks of the Japanese defence minister?',
    ],
    [
      'wat multilateral mecanisms r china n russia membrs of',
      'what multilateral mechanisms are china and russia members of',
    ],
  ])('is read as it was meant within a name: %s', (misspelt, meant) => {
    expect(answer(misspelt).status).toBe('answered');
    expect(answer(misspelt).text).toBe(answer(meant).text);
  });
});
