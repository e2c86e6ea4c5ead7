/** The table of thread contexts. */
import type { ThreadContext } from '../../answer/answer.ts';
import type { Connection } from '../connection.ts';
import type { Threads } from '../contract/conversations.ts';

/** Gives the thread contexts of a database. */
export function threads({ db, clock }: Connection): Threads {
  return {
    async get(team, channel, threadTs) {
      const row = await db
        .selectFrom('threads')
        .select('context')
        .where('team_id', '=', team)
        .where('channel_id', '=', channel)
        .where('thread_ts', '=', threadTs)
        .executeTakeFirst();
      return row ? (JSON.parse(row.context) as ThreadContext) : null;
    },

    async put(team, channel, threadTs, context) {
      const columns = { context: JSON.stringify(context), updated_at: clock() };
      await db
        .insertInto('threads')
        .values({ team_id: team, channel_id: channel, thread_ts: threadTs, ...columns })
        .onConflict((on) => on.columns(['team_id', 'channel_id', 'thread_ts']).doUpdateSet(columns))
        .execute();
    },
  };
}
