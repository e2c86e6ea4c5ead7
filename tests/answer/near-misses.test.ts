/** Questions of which one slot was changed into what no fact holds: a fixed sample of what `npm run adversary` generates. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateNearMisses } from '../../scripts/adversary/generate.ts';
import { isFalse, type Result, scoreCase } from '../../scripts/adversary/score.ts';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const store = loadStore(join(import.meta.dirname, '..', '..', 'seeds'));
const { ask } = createEngine(store);
const SEED = 7;

/** The share of the sorts' full size: about 300 questions. */
const SHARE = 0.12;

/** The most that may be answered as if they were true, in percent. Measured, with a little room; to be tightened toward 1. */
const MOST_FALSE = 2;

/** The least share of refusals whose class of reason fits, in percent. */
const LEAST_REASON = 95;

const results: Result[] = generateNearMisses(store, SEED, SHARE).map((c) => scoreCase(c, ask));
const say = ({ one, answer }: Result) => `${one.sort}: ${one.question} (${one.change}) → ${answer.text.slice(0, 90)}`;

describe('near-misses', () => {
  it('are many and of every sort', () => {
    expect(results.length).toBeGreaterThan(250);
    expect(new Set(results.map((r) => r.one.sort)).size).toBeGreaterThanOrEqual(14);
  });

  it(`are answered as if true at most ${MOST_FALSE} times in a hundred`, () => {
    const wrong = results.filter(isFalse);
    expect((100 * wrong.length) / results.length, wrong.map(say).join('\n')).toBeLessThanOrEqual(MOST_FALSE);
  });

  it('are refused for the right reason', () => {
    const judged = results.filter((r) => r.reasonRight !== undefined);
    const wrong = judged.filter((r) => !r.reasonRight);
    const share = (100 * (judged.length - wrong.length)) / judged.length;
    expect(share, wrong.map((r) => `${say(r)} [${r.answer.reason?.kind}]`).join('\n')).toBeGreaterThanOrEqual(
      LEAST_REASON,
    );
  });

  it('are the same for the same seed, and others for another', () => {
    const asked = (seed: number) => generateNearMisses(store, seed, 0.01).map((c) => c.question);
    expect(asked(SEED)).toEqual(asked(SEED));
    expect(asked(SEED + 1)).not.toEqual(asked(SEED));
  });
});
