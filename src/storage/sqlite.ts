/** SQLite through libsql: one file, WAL, made on first start. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Dialect, SqliteAdapter, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { LibsqlDriver, whenFree } from './sqlite-driver.ts';

/** How a SQLite file is opened. */
export interface SqliteOptions {
  /** Path of the file; its folder is made if it is missing. */
  readonly file: string;
  /**
   * What a power cut may take. In WAL mode none of the three loses anything when only the process is killed.
   * `full` (default) waits on each commit until the disk has it, some milliseconds. `normal` does not wait: a power cut takes the last
   * commits, and the file stays sound. `off` is for tests that kill no machine.
   */
  readonly sync?: 'full' | 'normal' | 'off';
  /** How long to wait for another process's write, in ms (5000). */
  readonly busyMs?: number;
}

/** SQLite rolls back DDL, though Kysely's own adapter denies it; this makes a migration one transaction and so its lock. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Gives the dialect for a SQLite file. The file is opened on the first query, which throws if it cannot be. */
export function sqliteDialect(options: SqliteOptions): Dialect {
  const busyMs = options.busyMs ?? 5000;
  const open = async (): Promise<Database.Database> => {
    if (options.file !== ':memory:') mkdirSync(dirname(options.file), { recursive: true });
    const database = new Database(options.file);
    await whenFree(busyMs, () => database.exec('pragma journal_mode = wal'));
    database.exec(`pragma synchronous = ${options.sync ?? 'full'}`);
    // A checkpoint waits for the disk also where commits do not; at 16 MB it comes a quarter as often as by default.
    database.exec('pragma wal_autocheckpoint = 4000');
    return database;
  };
  const parts = new SqliteDialect({ database: open });
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new LibsqlDriver(open, busyMs),
    createIntrospector: (db) => parts.createIntrospector(db),
    createQueryCompiler: () => parts.createQueryCompiler(),
  };
}
