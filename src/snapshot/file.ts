/** A file that holds a compiled store, used only when it is whole and made from just what it is asked for. */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Compiled } from '../answer/index.ts';
import { type Packed, pack, unpack } from './packed.ts';
import { dataOf, treeOf } from './tree.ts';

const MAGIC = Buffer.from('FOOTNOT2');
const DIGEST = 32;
const HEADER = MAGIC.length + 2 * DIGEST;

/** The length of the JSON, after the header. */
const LENGTH = 8;

/** Sections begin at a multiple of this. */
const ALIGNED = 8;

/**
 * Reads the store that was written under `key`.
 * @returns undefined when there is no such file, it was made from something else, or it is damaged; throws nothing
 */
export function readSnapshot(file: string, key: Buffer): Compiled | undefined {
  try {
    const bytes = aligned(readFileSync(file));
    const [magic, madeFrom, digest] = [
      bytes.subarray(0, MAGIC.length),
      bytes.subarray(MAGIC.length, MAGIC.length + DIGEST),
      bytes.subarray(MAGIC.length + DIGEST, HEADER),
    ];
    if (!magic.equals(MAGIC) || !madeFrom.equals(key)) return undefined;
    if (!digest.equals(createHash('sha256').update(bytes.subarray(HEADER)).digest())) return undefined;
    const start = HEADER + LENGTH;
    const length = bytes.readDoubleLE(HEADER);
    return unpack(dataOf(bytes.toString('utf8', start, start + length), bytes.subarray(start + length)) as Packed);
  } catch {
    // Whatever is wrong with the file, the store can be compiled anew.
    return undefined;
  }
}

/**
 * Writes a compiled store: the whole file appears at once, or, when it cannot be written, none.
 * @param key 32 bytes that name all that the store was made from
 * @throws the error of the file system, and as `pack`
 */
export function writeSnapshot(file: string, key: Buffer, compiled: Compiled): void {
  const { json, pieces } = treeOf(pack(compiled));
  const written = Buffer.from(json);
  // Spaces after it are no part of the JSON's data.
  const text = Buffer.concat([written, Buffer.alloc((ALIGNED - (written.length % ALIGNED)) % ALIGNED, ' ')]);
  const length = Buffer.alloc(LENGTH);
  length.writeDoubleLE(text.length);
  const content = [length, text, ...pieces];
  const digest = createHash('sha256');
  for (const piece of content) digest.update(piece);
  const unfinished = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    const opened = openSync(unfinished, 'w');
    try {
      for (const piece of [MAGIC, key, digest.digest(), ...content])
        for (let at = 0; at < piece.length; ) at += writeSync(opened, piece, at);
    } finally {
      closeSync(opened);
    }
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** The same bytes, at a multiple of 8 of their buffer. */
function aligned(bytes: Buffer): Buffer {
  return bytes.byteOffset % ALIGNED === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
}
