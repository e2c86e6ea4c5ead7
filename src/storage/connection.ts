/** What the parts of the storage share. */
import type { Kysely } from 'kysely';
import type { RunQuery } from './group-commit.ts';
import type { Tables } from './schema.ts';

/** An open database with the sources of time and of new ids. */
export interface Connection {
  readonly db: Kysely<Tables>;
  /** Runs a compiled query on it, together with others where that is cheaper. */
  readonly run: RunQuery;
  /** Now, in epoch milliseconds. */
  readonly clock: () => number;
  /** A new id that nobody else has. */
  readonly newId: () => string;
  /** Whether workspaces that decided nothing keep their users' words. */
  readonly keepWords: boolean;
}

/** Whether an update or delete changed a row. */
export function changed(result: { readonly numUpdatedRows?: bigint; readonly numDeletedRows?: bigint }): boolean {
  return (result.numUpdatedRows ?? result.numDeletedRows ?? 0n) > 0n;
}
