/**
 * Queries that come at the same moment, as those of many mentions do, share one transaction. SQLite writes each page that a transaction
 * touched once, and the pages of these tables are the same for all mentions: thirty in one transaction cost a third of thirty alone.
 */
import type { CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Tables } from './schema.ts';

/** Runs a compiled query; rejects with the driver's error. */
export type RunQuery = <Row>(query: CompiledQuery<Row>) => Promise<QueryResult<Row>>;

interface Waiting {
  readonly query: CompiledQuery<unknown>;
  readonly resolve: (result: QueryResult<unknown>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gives a function that runs a query in one transaction with all others of the same turn of the event loop, in the order in which they
 * came. It resolves when the transaction is committed. One that fails does not take the others with it.
 */
export function groupCommit(db: Kysely<Tables>): RunQuery {
  let waiting: Waiting[] = [];

  async function alone({ query, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await db.executeQuery(query));
    } catch (error) {
      reject(error);
    }
  }

  async function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    if (batch.length === 1) return alone(batch[0]!);
    try {
      const results = await db.transaction().execute(async (tx) => {
        const done: QueryResult<unknown>[] = [];
        for (const { query } of batch) done.push(await tx.executeQuery(query));
        return done;
      });
      for (const [i, { resolve }] of batch.entries()) resolve(results[i]!);
    } catch {
      // Nothing of it was committed; by itself each gets its own result or its own error.
      for (const one of batch) await alone(one);
    }
  }

  return <Row>(query: CompiledQuery<Row>) =>
    new Promise<QueryResult<Row>>((resolve, reject) => {
      waiting.push({ query, resolve: resolve as Waiting['resolve'], reject });
      if (waiting.length === 1) setImmediate(() => void flush());
    });
}
