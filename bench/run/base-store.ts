/** The shipped store, which lends generated ones its vocabulary and its model of the decision. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { loadStore, type Store } from '../../src/facts/index.ts';

/** Folder of the shipped store. */
export const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');

/** Names, in the environment of a process of the bench, the file of `keepBaseStore`. */
export const BASE_STORE = 'FOOTNOTE_BENCH_STORE';

/** Loads the shipped store, or in a process of the bench what the one that started it loaded. @throws StoreError when it is not valid */
export function baseStore(): Store {
  const kept = process.env[BASE_STORE];
  return kept ? (deserialize(readFileSync(kept)) as Store) : loadStore(SEEDS);
}

/** Loads the shipped store into a file, so that each of some thirty processes need not. @throws as `baseStore`, and of the file system */
export function keepBaseStore(file: string): void {
  writeFileSync(file, serialize(loadStore(SEEDS)));
}
