/** The table of thread contexts. */
import { compiledOnce } from '../compiled.ts';
import type { Connection } from '../connection.ts';
import type { Threads } from '../contract/conversations.ts';

/** Gives the thread contexts of a database. */
export function threads(connection: Connection): Threads {
  const { db, clock } = connection;
  const find = compiledOnce(connection, (value) =>
    db
      .selectFrom('threads')
      .select(['context', 'question_ts'])
      .where('team_id', '=', value('team'))
      .where('channel_id', '=', value('channel'))
      .where('thread_ts', '=', value('thread')),
  );
  const save = compiledOnce(connection, (value) => {
    const columns = { context: value('context'), question_ts: value('question'), updated_at: value('now') };
    return db
      .insertInto('threads')
      .values({ team_id: value('team'), channel_id: value('channel'), thread_ts: value('thread'), ...columns })
      .onConflict((on) => on.columns(['team_id', 'channel_id', 'thread_ts']).doUpdateSet(columns));
  });

  return {
    async get(team, channel, thread) {
      const [row] = await find({ team, channel, thread });
      return row ? { context: JSON.parse(row.context), question: row.question_ts } : null;
    },

    async put(team, channel, thread, { context, question }) {
      await save({ team, channel, thread, context: JSON.stringify(context), question, now: clock() });
    },
  };
}
