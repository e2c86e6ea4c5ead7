/** What a fact contradicts, its siblings do not affirm, unless they say it themselves; asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const text = (question: string) => ask(question, { now: '2026-01-15' }).text;

describe('a claim that one fact of an event contradicts', () => {
  it.each([
    'did Wang say that China and Russia will promote a multi-polar world and greater democracy in international relations',
    'do China and Russia promote democracy?',
  ])('is affirmed by one that says it: %s', (question) => {
    expect(text(question)).toMatch(/^Yes\./);
  });

  it.each([
    'Did Wang say China and Russia will promote hegemony?',
    'Did Wang say that China and Russia promote bloc confrontation in international relations?',
  ])('is denied where they oppose what it names: %s', (question) => {
    expect(text(question)).toMatch(/^No\./);
  });

  it('is not affirmed by a fact of another event that counts nothing', () => {
    expect(text('Is it true that 3 leaders attended the Quad summit?')).toMatch(/^No\..*attended the Quad summit/);
    expect(text('Is it true that 4 leaders attended the Quad summit?')).toMatch(/^Yes\./);
  });
});
