/** Opens the storage: connects, brings the tables up to date, and puts the parts together. */
import { type Dialect, Kysely, Migrator, sql } from 'kysely';
import type { Connection } from './connection.ts';
import type { Storage } from './contract/storage.ts';
import { erasing } from './erase.ts';
import { asStorageError, guarded, StorageError } from './errors.ts';
import { groupCommit } from './group-commit.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { type PostgresOptions, postgresDialect } from './postgres.ts';
import type { Tables } from './schema.ts';
import { type SqliteOptions, sqliteDialect } from './sqlite.ts';
import { deliveries } from './tables/deliveries.ts';
import { factLog } from './tables/fact-log.ts';
import { feedback } from './tables/feedback.ts';
import { installations } from './tables/installations.ts';
import { leases } from './tables/leases.ts';
import { oauthStates } from './tables/oauth-states.ts';
import { postedAnswers } from './tables/posted-answers.ts';
import { seenEvents } from './tables/seen-events.ts';
import { subscriptions } from './tables/subscriptions.ts';
import { threads } from './tables/threads.ts';
import { unanswered } from './tables/unanswered.ts';
import { workspaces } from './tables/workspaces.ts';

/** How to open the storage: a SQLite file, or a PostgreSQL database. */
export interface StorageOptions {
  readonly database: ({ readonly kind: 'sqlite' } & SqliteOptions) | ({ readonly kind: 'postgres' } & PostgresOptions);
  /** Now, in epoch milliseconds. */
  readonly clock: () => number;
  /** A new unique id (`crypto.randomUUID`). */
  readonly newId: () => string;
  /** Whether workspaces that decided nothing keep their users' words (no). */
  readonly keepWords?: boolean;
}

/**
 * Opens the storage and brings its tables up to date under a lock, so that several processes may start at once. Throws a
 * `StorageError`: `storage-unavailable` when it cannot be reached, `storage-migration` when a migration fails (it is
 * rolled back whole, so starting again tries it again).
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { database } = options;
  const dialect: Dialect = database.kind === 'sqlite' ? sqliteDialect(database) : postgresDialect(database);
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db, database.kind === 'postgres' ? (database.schema ?? 'public') : null);
  } catch (error) {
    await db.destroy().catch(() => {});
    throw asStorageError(error);
  }
  const quick = quickConnection(database);
  const connection: Connection = {
    db,
    run: (query) => db.executeQuery(query),
    clock: options.clock,
    newId: options.newId,
    keepWords: options.keepWords ?? false,
  };
  const conversations: Connection = quick ? { ...connection, db: quick, run: groupCommit(quick) } : connection;
  return {
    kind: database.kind,
    installations: guarded(installations(connection)),
    oauthStates: guarded(oauthStates(connection)),
    leases: guarded(leases(connection)),
    subscriptions: guarded(subscriptions(connection)),
    deliveries: guarded(deliveries(connection)),
    factLog: guarded(factLog(connection)),
    threads: guarded(threads(conversations)),
    seenEvents: guarded(seenEvents(conversations)),
    postedAnswers: guarded(postedAnswers(conversations)),
    feedback: guarded(feedback(connection)),
    unanswered: guarded(unanswered(conversations)),
    workspaces: guarded(workspaces(connection)),
    ...guarded({
      ...erasing(connection),
      ping: async () => {
        await sql`select 1`.execute(db);
      },
      close: async () => {
        await db.destroy();
        await quick?.destroy();
      },
    }),
  };
}

/**
 * For SQLite, a second connection that does not wait for the disk: for what each mention writes, which would otherwise wait three times
 * for some milliseconds and hold up every other mention meanwhile. A killed process loses nothing by it. A power cut may take the last
 * moments of conversations: a follow-up then finds no context, and a mention that Slack delivers again is answered again. Digests,
 * tokens, settings and feedback stay on the connection that waits. A database in memory has only one connection.
 */
function quickConnection(database: StorageOptions['database']): Kysely<Tables> | undefined {
  if (database.kind !== 'sqlite' || database.file === ':memory:') return undefined;
  return new Kysely<Tables>({ dialect: sqliteDialect({ ...database, sync: database.sync ?? 'normal' }) });
}

async function migrate(db: Kysely<Tables>, schema: string | null): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    ...(schema ? { migrationTableSchema: schema } : {}),
  });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find((result) => result.status === 'Error');
  if (!failed) throw error;
  const cause = asStorageError(error);
  if (cause.code !== 'storage-failed') throw cause;
  throw new StorageError(
    'storage-migration',
    `The database could not be brought up to date: migration ${failed.migrationName} failed and was rolled back (${cause.message}). Nothing was changed; fix the cause and start again.`,
    { cause },
  );
}
