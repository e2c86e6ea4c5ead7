/** Claims in the very words of one fact, where another says something like it; asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const text = (question: string) => ask(question, { now: '2026-01-15' }).text;

describe('what somebody said', () => {
  it.each([
    ["who says Russia's ties with China will grow faster", /^Sergey Lavrov/],
    ["Did Mr Modi say that Russia's ties with China will grow faster?", /^No\. Russian Foreign Minister Sergey Lavrov/],
  ])('is told by the fact in the very words: %s', (question, says) => {
    expect(text(question)).toMatch(says);
  });

  it('is asked of who spoke, not of when, where it is asked whether it was they', () => {
    expect(text('Was it Lavrov who spoke the day before the Quad summit?')).toMatch(
      /^Yes\. Russian Foreign Minister Sergey Lavrov spoke .* the day before the Quad summit/,
    );
  });
});
