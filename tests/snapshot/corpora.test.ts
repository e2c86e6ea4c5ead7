/** The shipped store answers with its snapshot as without, byte for byte. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';
import { openEngine } from '../../src/snapshot/index.ts';

interface Turn {
  readonly question: string;
  readonly context?: readonly string[];
}

const corpora = join(import.meta.dirname, '..', 'corpora');
const questions = ['.', 'blind'].flatMap((folder) =>
  readdirSync(join(corpora, folder))
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(corpora, folder, file), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Turn),
);

/** The corpora grow; of their questions one in so many says as much about the snapshot, within the time of a test. */
const ONE_IN = 4;

test('the questions of the corpora, one in four', () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-snapshot-'));
  try {
    const place = { folder, code: 'a' };
    openEngine('seeds', place);
    const [compiled, plain] = [openEngine('seeds', place), createEngine(loadStore('seeds'))];
    expect(questions.length).toBeGreaterThan(1000);
    for (const { question, context } of questions.filter((_, i) => i % ONE_IN === 0)) {
      const options = { now: '2026-01-15', ...(context && { context }) };
      expect(JSON.stringify(compiled.ask(question, options)), question).toBe(
        JSON.stringify(plain.ask(question, options)),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
