/** The shipped store, which lends generated ones its vocabulary and its model of the decision. */
import { join } from 'node:path';
import { loadStore, type Store } from '../../src/facts/index.ts';

/** Folder of the shipped store. */
export const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');

/** Loads the shipped store. @throws StoreError when it is not valid */
export function baseStore(): Store {
  return loadStore(SEEDS);
}
