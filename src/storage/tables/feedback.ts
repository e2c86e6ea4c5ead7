/** The table of feedback. */
import type { Connection } from '../connection.ts';
import type { Feedback } from '../contract/conversations.ts';
import { keepsWords } from './workspaces.ts';

/** Gives the feedback of a database. */
export function feedback({ db, clock, newId, keepWords }: Connection): Feedback {
  return {
    async add(entry) {
      const { team, user, question, ...columns } = entry;
      const kept = await keepsWords(db, team, keepWords);
      await db
        .insertInto('feedback')
        .values({
          id: newId(),
          team_id: team,
          user_id: user,
          question: kept ? question : null,
          at: clock(),
          ...columns,
        })
        .execute();
    },

    async list(team, limit) {
      const rows = await db
        .selectFrom('feedback')
        .selectAll()
        .where('team_id', '=', team)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id: _id, team_id, user_id, verdict, ...row }) => ({
        team: team_id,
        user: user_id,
        verdict: verdict === 'good' ? ('good' as const) : ('bad' as const),
        ...row,
      }));
    },
  };
}
