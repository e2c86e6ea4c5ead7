/** Kysely's driver for libsql: one connection, patient with other processes, and safe after a statement that met a lock. */
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import type Database from 'libsql';

const POLL_MS = 10;
const MOST_PREPARED = 200;

/** Whether SQLite did nothing because another connection was writing. */
function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_BUSY');
}

/** Runs `work` until it no longer meets a busy database, for `busyMs` at most; then throws what it threw. */
export async function whenFree<T>(busyMs: number, work: () => T): Promise<T> {
  for (let waited = 0; ; waited += POLL_MS) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || waited >= busyMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

class LibsqlConnection implements DatabaseConnection {
  /** Set when a statement was given up half-way: libsql does not reset it, and no transaction could commit any more. */
  spoiled = false;
  readonly #database: Database.Database;
  readonly #busyMs: number;
  /** Prepared statements by their text: preparing costs more than running. The texts are few, as values are parameters. */
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(database: Database.Database, busyMs: number) {
    this.#database = database;
    this.#busyMs = busyMs;
  }

  /**
   * Waits for another process's write without stopping this one: SQLite's own waiting would block the event loop, and
   * with it every answer. It is the same prepared statement that is tried again, as only that resets it.
   */
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(sql);
    try {
      return await whenFree(this.#busyMs, () => {
        if (statement.reader) return { rows: statement.all(parameters) as R[] };
        const { changes } = statement.run(parameters);
        return { rows: [], numAffectedRows: BigInt(changes) };
      });
    } catch (error) {
      this.spoiled ||= isBusy(error);
      throw error;
    }
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    // Only inserts of many rows make new texts; they come seldom.
    if (this.#prepared.size >= MOST_PREPARED) this.#prepared.clear();
    this.#prepared.set(sql, statement);
    return statement;
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The storage streams nothing.');
  }

  close(): void {
    this.#database.close();
  }
}

/** One connection, handed to one user at a time. */
export class LibsqlDriver implements Driver {
  readonly #open: () => Promise<Database.Database>;
  readonly #busyMs: number;
  #connection: LibsqlConnection | null = null;
  #free: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(open: () => Promise<Database.Database>, busyMs: number) {
    this.#open = open;
    this.#busyMs = busyMs;
  }

  async init(): Promise<void> {
    this.#connection = new LibsqlConnection(await this.#open(), this.#busyMs);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free;
    let release = () => {};
    this.#free = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    try {
      if (!this.#connection) await this.init();
      return this.#connection!;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Transactions take the write lock at once: one that began by reading could not wait for it later, only fail. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    if (this.#connection?.spoiled) {
      this.#connection.close();
      this.#connection = null;
    }
    this.#release();
  }

  async destroy(): Promise<void> {
    await this.#free;
    this.#connection?.close();
    this.#connection = null;
  }
}
