/** The table of thread contexts. */
import type { Connection } from '../connection.ts';
import type { Threads } from '../contract/conversations.ts';

/** Gives the thread contexts of a database. */
export function threads({ db, clock }: Connection): Threads {
  return {
    async get(team, channel, threadTs) {
      const row = await db
        .selectFrom('threads')
        .select(['context', 'question_ts'])
        .where('team_id', '=', team)
        .where('channel_id', '=', channel)
        .where('thread_ts', '=', threadTs)
        .executeTakeFirst();
      return row ? { context: JSON.parse(row.context), question: row.question_ts } : null;
    },

    async put(team, channel, threadTs, record) {
      const columns = { context: JSON.stringify(record.context), question_ts: record.question, updated_at: clock() };
      await db
        .insertInto('threads')
        .values({ team_id: team, channel_id: channel, thread_ts: threadTs, ...columns })
        .onConflict((on) => on.columns(['team_id', 'channel_id', 'thread_ts']).doUpdateSet(columns))
        .execute();
    },
  };
}
