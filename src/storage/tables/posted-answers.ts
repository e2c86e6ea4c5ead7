/** The table of posted answers. */
import { compiledOnce } from '../compiled.ts';
import type { Connection } from '../connection.ts';
import type { PostedAnswers } from '../contract/conversations.ts';

/** Gives the posted answers of a database. */
export function postedAnswers(connection: Connection): PostedAnswers {
  const { db, clock } = connection;
  const save = compiledOnce(connection, (value) => {
    const columns = { answer_ts: value('answer'), before: value('before'), updated_at: value('now') };
    return db
      .insertInto('posted_answers')
      .values({ team_id: value('team'), channel_id: value('channel'), question_ts: value('question'), ...columns })
      .onConflict((on) => on.columns(['team_id', 'channel_id', 'question_ts']).doUpdateSet(columns));
  });

  return {
    async get(team, channel, questionTs) {
      const row = await db
        .selectFrom('posted_answers')
        .select(['answer_ts', 'before'])
        .where('team_id', '=', team)
        .where('channel_id', '=', channel)
        .where('question_ts', '=', questionTs)
        .executeTakeFirst();
      return row ? { ts: row.answer_ts, before: row.before === null ? null : JSON.parse(row.before) } : null;
    },

    async put(team, channel, question, answer) {
      const before = answer.before && JSON.stringify(answer.before);
      await save({ team, channel, question, answer: answer.ts, before, now: clock() });
    },
  };
}
