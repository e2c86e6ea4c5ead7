/** Errors of the database, in words that say what to do. */
import { FootnoteError } from '../facts/index.ts';

/** Why storage failed: what the caller may decide on. */
export type StorageFailure =
  | 'storage-busy'
  | 'storage-full'
  | 'storage-unavailable'
  | 'storage-refused'
  | 'storage-migration'
  | 'storage-failed';

/** The database did not do what it was asked. `cause` is the driver's error. */
export class StorageError extends FootnoteError {
  declare readonly code: StorageFailure;

  constructor(code: StorageFailure, message: string, options?: ErrorOptions) {
    super(code, message, options);
    this.name = 'StorageError';
  }
}

const FULL = /^(SQLITE_FULL|53100|53200|ENOSPC)/;
const BUSY = /^(SQLITE_BUSY|SQLITE_LOCKED|55P03|40001|40P01)/;
const AWAY = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08|57P0|53300|SQLITE_CANTOPEN|SQLITE_IOERR)/;
const REFUSED = /^(28|3D000|42501|SQLITE_READONLY|SQLITE_PERM|EACCES)/;
const AWAY_WORDS =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|unable to open/i;

/** Turns a driver's error into a `StorageError`; gives one that already is as it is. */
export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  const code = String((cause as { code?: unknown }).code ?? '');
  const said = cause.message || code;
  const options = { cause };
  if (FULL.test(code) || /disk is full|no space left/i.test(said)) {
    return new StorageError(
      'storage-full',
      `The disk of the database is full (${said}). Free some space; nothing was written.`,
      options,
    );
  }
  if (BUSY.test(code)) {
    return new StorageError('storage-busy', `The database is busy (${said}). Try again.`, options);
  }
  if (REFUSED.test(code)) {
    return new StorageError(
      'storage-refused',
      `The database refused access (${said}). Check DATABASE_URL, or the rights on the file.`,
      options,
    );
  }
  if (AWAY.test(code) || AWAY_WORDS.test(said)) {
    return new StorageError(
      'storage-unavailable',
      `The database cannot be reached (${said}). It is tried again; check that it runs and that DATABASE_URL, or the file's folder, is right.`,
      options,
    );
  }
  return new StorageError('storage-failed', `The database failed: ${said}`, options);
}

/** Gives `part` with every rejection of its methods turned into a `StorageError`. */
export function guarded<T extends object>(part: T): T {
  return new Proxy(part, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]) => {
        try {
          return await member.apply(target, args);
        } catch (error) {
          throw asStorageError(error);
        }
      };
    },
  });
}
