/** `bin/footnote.js` in a copy of the repository: it bundles the sources once, anew after a change, and does without where it must. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from './support/run.ts';
import { type TinyStore, tinyStore } from './support/tiny-store.ts';

const ROOT = join(import.meta.dirname, '..');
let copy: string;
let store: TinyStore;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'footnote-copy-'));
  store = tinyStore();
  for (const part of ['bin', 'src', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterEach(() => {
  rmSync(copy, { recursive: true, force: true });
  store.remove();
});

const ask = () =>
  run(join(copy, 'bin', 'footnote.js'), ['ask', 'who went on strike?'], { env: { SEEDS_DIR: store.seeds } });
const entries = () => readdirSync(join(copy, 'dist')).filter((file) => file.startsWith('ask-'));

test('it bundles once, and again after a change of the sources', async () => {
  const first = await ask();
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('The crane drivers of Port Ellery');
  const [entry] = entries();
  const made = statSync(join(copy, 'dist', entry!)).mtimeMs;
  expect((await ask()).stdout).toBe(first.stdout);
  expect(entries()).toEqual([entry]);
  expect(statSync(join(copy, 'dist', entry!)).mtimeMs).toBe(made);

  const wording = join(copy, 'src', 'terminal', 'show.ts');
  writeFileSync(wording, readFileSync(wording, 'utf8').replace('Read as:', 'Understood as:'));
  expect((await ask()).stdout).toContain('Understood as:');
  expect(entries()).toHaveLength(2);
});

test('where dist/ cannot be written it runs the sources as they are', async () => {
  writeFileSync(join(copy, 'dist'), 'a file where the folder should be');
  const asked = await ask();
  expect(asked).toMatchObject({ code: 0, stderr: '' });
  expect(asked.stdout).toContain('The crane drivers of Port Ellery');
});
