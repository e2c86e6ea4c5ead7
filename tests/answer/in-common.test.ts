/** What several events have in common, asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('what events have in common', () => {
  it.each([
    [
      'Which single sea is common to the October 2021 drills, the November 2021 patrol and the May 2022 flights?',
      /^The Sea of Japan, in all of them\./,
    ],
    [
      'One sea turns up in the October 2021 drill, in the patrol that Friday in November, and again on 24 May 2022. Which?',
      /^The Sea of Japan, in all of them\./,
    ],
    ['Which sea was shared by the May 2022 patrol and the November 2021 patrol?', /^The Sea of Japan, in both\./],
    [
      'Which countries took part in all three: the October 2021 drills, the November patrol and the May 2022 patrol?',
      /^Russia and China, in all of them\./,
    ],
  ])('%s', (question, holds) => {
    const { text, citations } = ask(question);
    expect(text).toMatch(holds);
    expect(new Set(citations.map((c) => c.document)).size).toBe(2);
  });

  it('is withheld where they have none in common', () => {
    const { status, reason } = ask('What sea is common to the Quad summit and the May 2022 patrol?');
    expect(status).toBe('abstained');
    expect(reason?.failed).toMatch(/sea/);
  });
});
