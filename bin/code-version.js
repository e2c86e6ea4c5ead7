/** The version of the code: what it was before a change it is not after it, whatever the change. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Gives a sha256 over all code that runs: the sources, this folder, and the exact versions of the dependencies.
 * @param {string} root folder of the repository
 * @returns {string} 64 hexadecimal digits
 * @throws {Error} when a file cannot be read
 */
export function codeVersion(root) {
  const hash = createHash('sha256');
  const files = ['src', 'bin'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.[jt]s$/.test(file))
      .map((file) => join(folder, file)),
  );
  for (const file of [...files.sort(), 'package-lock.json'])
    hash
      .update(`${file.replaceAll(sep, '/')}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
