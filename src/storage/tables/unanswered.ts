/** The table of refused questions. */
import type { Connection } from '../connection.ts';
import type { Unanswered } from '../contract/conversations.ts';
import { keepsWords } from './workspaces.ts';

/** Gives the refused questions of a database. */
export function unanswered({ db, clock, newId, keepWords }: Connection): Unanswered {
  return {
    async add(entry) {
      const kept = await keepsWords(db, entry.team, keepWords);
      await db
        .insertInto('unanswered')
        .values({
          id: newId(),
          team_id: entry.team,
          reading: entry.reading,
          reason: entry.reason,
          failed: kept ? entry.failed : null,
          question: kept ? entry.question : null,
          at: clock(),
        })
        .execute();
    },

    async count(team, from, to) {
      const rows = await db
        .selectFrom('unanswered')
        .select((eb) => ['reason', eb.fn.countAll<number>().as('times')])
        .where('team_id', '=', team)
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy('reason')
        .orderBy('reason')
        .execute();
      return Object.fromEntries(rows.map((row) => [row.reason, row.times]));
    },

    async list(team, limit) {
      const rows = await db
        .selectFrom('unanswered')
        .selectAll()
        .where('team_id', '=', team)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        team: row.team_id,
        reading: row.reading,
        reason: row.reason,
        failed: row.failed,
        question: row.question,
        at: row.at,
      }));
    },
  };
}
