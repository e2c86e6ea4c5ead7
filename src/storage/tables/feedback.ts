/** The table of feedback. */
import type { Connection } from '../connection.ts';
import type { Feedback } from '../contract/conversations.ts';
import { keepsWords } from './workspaces.ts';

/** Gives the feedback of a database. */
export function feedback({ db, clock }: Connection): Feedback {
  return {
    async put(entry) {
      const words = (await keepsWords(db, entry.team)) ? entry.words : null;
      const columns = { verdict: entry.verdict, reading: entry.reading, words, comment: entry.comment, at: clock() };
      await db
        .insertInto('feedback')
        .values({
          team_id: entry.team,
          channel_id: entry.channel,
          answer_ts: entry.answerTs,
          user_id: entry.user,
          ...columns,
        })
        .onConflict((on) => on.columns(['team_id', 'channel_id', 'answer_ts', 'user_id']).doUpdateSet(columns))
        .execute();
    },

    async list(team, limit) {
      const rows = await db
        .selectFrom('feedback')
        .selectAll()
        .where('team_id', '=', team)
        .orderBy('at', 'desc')
        .orderBy('answer_ts', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        team: row.team_id,
        channel: row.channel_id,
        answerTs: row.answer_ts,
        user: row.user_id,
        verdict: row.verdict === 'good' ? ('good' as const) : ('bad' as const),
        reading: row.reading,
        words: row.words,
        comment: row.comment,
        at: row.at,
      }));
    },
  };
}
