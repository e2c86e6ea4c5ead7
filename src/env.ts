/** The environment of the process, for the entries of `src/`. */
import { FootnoteError } from './facts/index.ts';

/**
 * Gives the environment, completed by the file `.env` of the working directory if there is one. What is set already wins.
 * @throws {FootnoteError} `settings-unreadable` when there is such a file and it cannot be read
 */
export function environment(): Readonly<Record<string, string | undefined>> {
  try {
    process.loadEnvFile();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT')
      throw new FootnoteError('settings-unreadable', `.env cannot be read (${message}).`, { cause });
  }
  return process.env;
}
