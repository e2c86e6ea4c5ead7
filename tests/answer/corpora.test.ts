import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGold, type Scored, scoreAll, summarise } from '../../scripts/gold.ts';
import { createEngine, type Engine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const CORPORA = join(import.meta.dirname, '..', 'corpora');
let engine: Engine;

beforeAll(() => {
  engine = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
}, 120_000);

/** What stands: not a goal but a floor, so that a change which loses answers is seen. */
function score(files: readonly string[]): Scored[] {
  return files.flatMap((file) => scoreAll(readGold(file), engine.ask));
}

describe('the questions already spent', () => {
  it('development questions', { timeout: 120_000 }, () => {
    const summary = summarise(score([join(CORPORA, 'development.jsonl')]));
    expect(summary.right).toBeGreaterThanOrEqual(92);
    expect(summary.falseAnswers).toBeLessThanOrEqual(3.4);
  });

  it('all rounds of blind authors', { timeout: 300_000 }, () => {
    const folder = join(CORPORA, 'blind');
    const scored = score(readdirSync(folder).map((f) => join(folder, f)));
    const summary = summarise(scored);
    expect(summary.questions % 60).toBe(0);
    expect(summary.questions).toBeGreaterThanOrEqual(1680);
    expect(summary.right).toBeGreaterThanOrEqual(83);
    expect(summary.served).toBeGreaterThanOrEqual(91);
    expect(summary.wrong).toBeLessThanOrEqual(5);
    expect(summary.falseAnswers).toBeLessThanOrEqual(6.5);
    for (const { answer } of scored) {
      // Small talk needs no footnote; every other answer has one.
      if (answer.status === 'answered' && answer.thread.facts.length > 0)
        expect(answer.citations.length).toBeGreaterThan(0);
    }
  });
});
