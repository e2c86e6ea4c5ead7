/** The first tables. `bigint` and `text` mean the same in SQLite and PostgreSQL, so one migration serves both. */
import type { Kysely, Migration } from 'kysely';

/** Tables by name: the key's columns, then all columns; "?" marks one that may be null, "#" one that holds a number. */
const TABLES: Readonly<Record<string, { readonly key: string; readonly columns: string }>> = {
  installations: {
    key: 'id',
    columns:
      'id enterprise_id? team_id? app_id? bot_user_id? installed_by? installed_at# updated_at# state state_why? key_id sealed version#',
  },
  oauth_states: { key: 'state', columns: 'state payload expires_at#' },
  leases: { key: 'name', columns: 'name owner until#' },
  subscriptions: {
    key: 'team_id channel_id',
    columns:
      'team_id channel_id enterprise_id? created_by created_at# time zone weekdays topics when_empty state paused_why? next_slot next_at#',
  },
  deliveries: {
    key: 'team_id channel_id slot',
    columns:
      'team_id channel_id slot state owner? lease_until# due_at# sending_at#? message_ts? window_from#? window_to#? items error? reported# updated_at#',
  },
  seen_items: { key: 'team_id channel_id item', columns: 'team_id channel_id item shown_at#' },
  fact_log: { key: 'fact_id', columns: 'fact_id hash first_loaded# corrected#?' },
  threads: {
    key: 'team_id channel_id thread_ts',
    columns: 'team_id channel_id thread_ts context question_ts updated_at#',
  },
  seen_events: { key: 'team_id key', columns: 'team_id key seen_at#' },
  posted_answers: {
    key: 'team_id channel_id question_ts',
    columns: 'team_id channel_id question_ts answer_ts before? updated_at#',
  },
  feedback: {
    key: 'id',
    columns: 'id team_id user_id verdict reading status store reason? remark? question? at#',
  },
  unanswered: { key: 'id', columns: 'id team_id reading reason failed? question? at#' },
  workspaces: { key: 'team_id', columns: 'team_id enterprise_id? keep_words#? updated_at#' },
};

const INDEXES: readonly (readonly [name: string, table: string, columns: readonly string[]])[] = [
  ['subscriptions_due', 'subscriptions', ['state', 'next_at']],
  ['deliveries_open', 'deliveries', ['state', 'lease_until']],
  ['seen_events_age', 'seen_events', ['seen_at']],
  ['unanswered_team', 'unanswered', ['team_id', 'at']],
];

async function createTable(db: Kysely<unknown>, name: string, key: string, columns: string): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const column of columns.split(' ')) {
    const type = column.includes('#') ? 'bigint' : 'text';
    builder = builder.addColumn(column.replace(/[#?]/g, ''), type, (col) =>
      column.endsWith('?') ? col : col.notNull(),
    );
  }
  await builder.addPrimaryKeyConstraint(`${name}_key`, key.split(' ') as never[]).execute();
}

/** Creates every table and index of version 1. */
export const start: Migration = {
  async up(db) {
    for (const [name, { key, columns }] of Object.entries(TABLES)) await createTable(db, name, key, columns);
    for (const [name, table, columns] of INDEXES) {
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute();
    }
  },
};
