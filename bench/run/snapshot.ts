/** The compiled store as a file: written by the process that built it, loaded by one that starts fresh. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { type Compiled, type Engine, engineOf } from '../../src/answer/index.ts';
import { readSnapshot, writeSnapshot } from '../../src/snapshot/file.ts';

/** Today, for relative dates. */
export const NOW = '2026-01-15';

const KEY = createHash('sha256').update('bench').digest();

/** Files that the process which measured Footnote leaves for others. */
export interface Kept {
  /** The compiled store. */
  readonly snapshot: string;
  /** Questions about it (`BenchQuestion`s, as JSON). */
  readonly questions: string;
}

/** Writes a compiled store. @throws the error of the file system */
export function keepSnapshot(compiled: Compiled, file: string): void {
  writeSnapshot(file, KEY, compiled);
}

/** What loading a compiled store takes: milliseconds until the first answer, and bytes. */
export interface Loaded {
  readonly load: number;
  readonly file: number;
  /** Heap and buffers afterwards, after collecting garbage. */
  readonly total: number;
  readonly peak: number;
}

/** The engine of a compiled store. @throws when the file is none */
export function openSnapshot({ snapshot }: Kept): Engine {
  const compiled = readSnapshot(snapshot, KEY);
  if (!compiled) throw new Error(`${snapshot} is no snapshot of this bench`);
  return engineOf(compiled);
}

/** Loads a snapshot in this process and asks one question. @throws when the file is none */
export function loadSnapshot(kept: Kept): Loaded {
  const began = performance.now();
  const { ask } = openSnapshot(kept);
  ask('what happened on 3 March 2011?', { now: NOW });
  const load = performance.now() - began;
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS * 1024;
  return { load, file: statSync(kept.snapshot).size, total: heapUsed + external, peak };
}
