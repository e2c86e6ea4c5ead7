/** PostgreSQL through pg. */
import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/** How a PostgreSQL database is opened. */
export interface PostgresOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** Schema that holds the tables ("public"). */
  readonly schema?: string;
  /** Most connections of this process (8). */
  readonly connections?: number;
  /** Told of idle connections that break; the pool replaces them by itself. */
  readonly onLost?: (error: Error) => void;
}

const INT8 = 20;

/** Gives the dialect for a PostgreSQL database. It connects on the first query. */
export function postgresDialect(options: PostgresOptions): Dialect {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 8,
    connectionTimeoutMillis: 5000,
    // A server that vanished without a word would hold a digest for ever.
    query_timeout: 15_000,
    statement_timeout: 15_000,
    keepAlive: true,
    options: `-c search_path=${options.schema ?? 'public'}`,
    types: {
      // Epoch milliseconds and counts are far below 2^53, so they may be numbers.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : (pg.types.getTypeParser(oid, format as 'text') as never),
    },
  });
  // Without listeners, a database that restarts would end the process: the pool's own hears idle connections only.
  pool.on('error', (error) => options.onLost?.(error));
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}
