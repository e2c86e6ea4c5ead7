/**
 * Opens the engine of a store from its snapshot: all that loading, checking and indexing computed, kept in a file. The snapshot
 * belongs to the contents of the store's files and to the code that made it; when either differs it is made anew.
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileStore, type Engine, engineOf } from '../answer/index.ts';
import { loadStore, readStoreFiles, type StoreFiles } from '../facts/index.ts';
import { readSnapshot, writeSnapshot } from './file.ts';

/** Where snapshots are kept, and for which code they are good. */
export interface SnapshotPlace {
  readonly folder: string;
  /** Names the code that computes: another name, another snapshot. */
  readonly code: string;
}

/** So many snapshots are kept, one for each folder of a store; the oldest go first. */
const KEPT = 8;

/**
 * Gives the engine of the store in `folder`, from its snapshot where that is current. Otherwise the store is loaded, checked and
 * compiled, and the snapshot written; where it cannot be written, the next start computes again.
 * @throws {StoreError} when the store does not validate; {FootnoteError} `store-unreadable` when it cannot be read
 */
export function openEngine(folder: string, place: SnapshotPlace): Engine {
  const files = readStoreFiles(folder);
  const { file, key } = snapshotOf(files, place);
  const kept = readSnapshot(file, key);
  if (kept) return engineOf(kept);
  const compiled = compileStore(loadStore(folder, files));
  try {
    writeSnapshot(file, key, compiled);
    forgetOldest(place.folder);
  } catch {
    // A read-only or full disk: the snapshot only saves time.
  }
  return engineOf(compiled);
}

/**
 * Compiles the store in `folder` and writes its snapshot, whether there is one or not.
 * @returns the file, and how many facts it holds
 * @throws as `openEngine`, and the error of the file system when the snapshot cannot be written
 */
export function compileSnapshot(folder: string, place: SnapshotPlace): { file: string; facts: number } {
  const files = readStoreFiles(folder);
  const { file, key } = snapshotOf(files, place);
  const store = loadStore(folder, files);
  writeSnapshot(file, key, compileStore(store));
  forgetOldest(place.folder);
  return { file, facts: store.facts.length };
}

/** The file of a store's snapshot, named by the store's folder, and the key of what it must have been made from. */
function snapshotOf(
  { folder, hash }: StoreFiles,
  { folder: cache, code }: SnapshotPlace,
): { file: string; key: Buffer } {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  // Another Node may serialise, sort or fold text in another way.
  const key = createHash('sha256').update(`${hash}\0${code}\0${process.version}\0${process.arch}`).digest();
  return { file: join(cache, `store-${name}.snapshot`), key };
}

function forgetOldest(folder: string): void {
  const snapshots = readdirSync(folder)
    .filter((file) => file.startsWith('store-'))
    .map((file) => ({ file: join(folder, file), written: statSync(join(folder, file)).mtimeMs }))
    .sort((a, b) => b.written - a.written);
  for (const { file } of snapshots.slice(KEPT)) rmSync(file, { force: true });
}
