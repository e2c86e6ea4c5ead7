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

  it.each([
    ['What did Shi say about the Taiwan Strait?', /security risks.*regional stability/s],
    ['What did Russia’s Defense Minister say about China?', /optimism.*geopolitical turbulence/s],
  ])('of a name is all that is about it: %s', (question, says) =>
    expect(ask(question, { now: '2026-01-15' })).toMatchObject({
      status: 'answered',
      text: expect.stringMatching(says),
    }),
  );

  it.each([
    'What did Lavrov say about Japan?',
    'What did Biden say about Xi?',
    'List the things Zhao told South Korea to stop',
  ])('is not told where nothing is: %s', (question) =>
    expect(ask(question, { now: '2026-01-15' }).status).toBe('abstained'),
  );
});
