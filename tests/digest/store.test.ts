/** The shipped store as digests see it, and the operator's commands as processes. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { digestSource, factsToNote } from '../../src/digest/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = loadStore(join(ROOT, 'seeds'));

async function operator(...args: string[]): Promise<{ readonly code: number; readonly out: string }> {
  const env = { ...process.env, SQLITE_FILE: join(folder, 'state.db'), DATABASE_URL: '' };
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'src', 'operator.ts'), ...args],
      { env, cwd: ROOT },
    );
    return { code: 0, out: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, out: stderr };
  }
}

it('the shipped store gives facts and events with footnotes, topics with names', () => {
  const dates = new Map([[store.facts[0]!.id, { firstLoaded: 7, corrected: 9 }]]);
  const source = digestSource(store, dates);
  expect(source.facts[0]).toMatchObject({ firstLoaded: 7, corrected: 9 });
  expect(source.facts).toHaveLength(store.facts.length);
  expect([...source.facts, ...source.events].filter((item) => item.footnotes.length === 0)).toEqual([]);
  expect(source.events.length).toBeGreaterThan(3);
  const named = new Set(source.topics.map((topic) => topic.id));
  expect(source.facts.flatMap((fact) => fact.topics).filter((topic) => !named.has(topic))).toEqual([]);
  expect(source.events.every((event) => store.events.get(event.id)?.status === 'occurred')).toBe(true);
});

it('a fact has another hash when a reader sees another thing', () => {
  const [first] = store.facts;
  const hash = (change: object) => factsToNote({ ...store, facts: [{ ...first!, ...change }] })[0]!.hash;
  expect(hash({})).toBe(hash({ asked_as: ['other'] }));
  expect(
    new Set([hash({}), hash({ says: 'x' }), hash({ superseded: { reason: 'x' } }), hash({ basis: 'inferred' })]).size,
  ).toBe(4);
});

it('the operator previews a digest, purges, and is told how to call what is called wrongly', async () => {
  const [preview, purge, wrong] = await Promise.all([
    operator('digest', '--preview', '--channel', 'C', '--date', '2026-05-24'),
    operator('purge'),
    operator('digest', '--preview', '--date', '2026-02-30'),
  ]);
  expect(preview.code).toBe(0);
  expect(preview.out).toMatch(/^Digest of 24 May 2026\n[\s\S]*On this day\n• 4 years ago: [\s\S]*Sources:\n\[1\] /);
  expect(purge).toEqual({ code: 0, out: 'Nothing to delete.\n' });
  expect(wrong).toMatchObject({ code: 2, out: expect.stringMatching(/“2026-02-30” is no day[\s\S]*Usage:/) });
}, 120_000);
