/** The snapshot of a store: used when it is current and whole, made anew when not, and never in the way. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore, StoreError } from '../../src/facts/index.ts';
import { compileSnapshot, openEngine } from '../../src/snapshot/index.ts';
import { type TinyStore, tinyStore } from '../support/tiny-store.ts';

const QUESTION = 'who went on strike?';
const now = { now: '2026-01-15' };

let store: TinyStore;
let folder: string;
beforeEach(() => {
  store = tinyStore();
  folder = mkdtempSync(join(tmpdir(), 'footnote-snapshot-'));
});
afterEach(() => {
  store.remove();
  rmSync(folder, { recursive: true, force: true });
});

const place = (code = 'a') => ({ folder, code });
const answer = (code?: string) => openEngine(store.seeds, place(code)).ask(QUESTION, now);
const plain = () => createEngine(loadStore(store.seeds)).ask(QUESTION, now);
const snapshot = () => join(folder, readdirSync(folder).find((f) => f.startsWith('store-'))!);
/** When the snapshot was last written; a snapshot that is used is not written. */
const written = () => statSync(snapshot(), { bigint: true }).mtimeNs;

test('the first start writes the snapshot, the second uses it and answers the same', () => {
  expect(answer()).toEqual(plain());
  const first = written();
  expect(answer()).toEqual(plain());
  expect(written()).toBe(first);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('another text in the store is answered from at once', () => {
  answer();
  const file = join(store.seeds, 'documents', 'harbour.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('on a Monday', 'early in the week'));
  expect(answer().text).toContain('early in the week');
  expect(answer()).toEqual(plain());
});

test('other code makes its own snapshot', () => {
  answer('a');
  const first = written();
  expect(answer('b')).toEqual(plain());
  expect(written()).toBeGreaterThan(first);
});

test.each([
  ['empty', (file: string) => truncateSync(file)],
  ['cut short', (file: string) => truncateSync(file, statSync(file).size - 7)],
  ['no snapshot at all', (file: string) => writeFileSync(file, 'documents: []')],
  [
    'damaged in one letter',
    (file: string) => {
      const bytes = readFileSync(file);
      bytes[bytes.indexOf('Port Ellery')] = 'F'.charCodeAt(0);
      writeFileSync(file, bytes);
    },
  ],
])('a snapshot that is %s is made anew', (_, damage) => {
  answer();
  const whole = readFileSync(snapshot());
  damage(snapshot());
  expect(answer()).toEqual(plain());
  expect(readFileSync(snapshot())).toEqual(whole);
});

test('where no snapshot can be written the store is used without', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const opened = openEngine(store.seeds, { folder: join(file, 'cache'), code: 'a' });
  expect(opened.ask(QUESTION, now)).toEqual(plain());
  expect(() => compileSnapshot(store.seeds, { folder: join(file, 'cache'), code: 'a' })).toThrow(/ENOTDIR/u);
});

test('a store that does not validate has no snapshot, and that of before is not used for it', () => {
  answer();
  writeFileSync(join(store.seeds, 'entities.yaml'), 'entities: [{}]\n');
  expect(() => answer()).toThrow(StoreError);
  expect(() => answer()).toThrow(StoreError);
});

test('snapshots of stores that are used no more do not pile up', () => {
  const others = Array.from({ length: 9 }, () => tinyStore());
  for (const other of others) {
    openEngine(other.seeds, place());
    other.remove();
  }
  answer();
  expect(readdirSync(folder)).toHaveLength(8);
  const before = written();
  expect(answer()).toEqual(plain());
  expect(written()).toBe(before);
});
