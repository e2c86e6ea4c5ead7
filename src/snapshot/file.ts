/** A file that holds a compiled store, used only when it is whole and made from just what it is asked for. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Compiled } from '../answer/index.ts';
import { type Packed, pack, unpack } from './packed.ts';

const MAGIC = Buffer.from('FOOTNOT1');
const DIGEST = 32;
const HEADER = MAGIC.length + 2 * DIGEST;

/**
 * Reads the store that was written under `key`.
 * @returns undefined when there is no such file, it was made from something else, or it is damaged; throws nothing
 */
export function readSnapshot(file: string, key: Buffer): Compiled | undefined {
  try {
    const bytes = readFileSync(file);
    const [magic, madeFrom, digest] = [
      bytes.subarray(0, MAGIC.length),
      bytes.subarray(MAGIC.length, MAGIC.length + DIGEST),
      bytes.subarray(MAGIC.length + DIGEST, HEADER),
    ];
    const content = bytes.subarray(HEADER);
    if (!magic.equals(MAGIC) || !madeFrom.equals(key) || !digest.equals(digestOf(content))) return undefined;
    return unpack(deserialize(content) as Packed);
  } catch {
    // Whatever is wrong with the file, the store can be compiled anew.
    return undefined;
  }
}

/**
 * Writes a compiled store: the whole file appears at once, or, when it cannot be written, none.
 * @param key 32 bytes that name all that the store was made from
 * @throws the error of the file system
 */
export function writeSnapshot(file: string, key: Buffer, compiled: Compiled): void {
  const content = serialize(pack(compiled));
  const unfinished = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(unfinished, Buffer.concat([MAGIC, key, digestOf(content), content]));
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function digestOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
