/** The table of posted answers. */
import type { Connection } from '../connection.ts';
import type { PostedAnswers } from '../contract/conversations.ts';

/** Gives the posted answers of a database. */
export function postedAnswers({ db, clock }: Connection): PostedAnswers {
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

    async put(team, channel, questionTs, answer) {
      const columns = {
        answer_ts: answer.ts,
        before: answer.before && JSON.stringify(answer.before),
        updated_at: clock(),
      };
      await db
        .insertInto('posted_answers')
        .values({ team_id: team, channel_id: channel, question_ts: questionTs, ...columns })
        .onConflict((on) => on.columns(['team_id', 'channel_id', 'question_ts']).doUpdateSet(columns))
        .execute();
    },
  };
}
