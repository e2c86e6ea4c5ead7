/** The table of workspaces' settings. */
import type { Kysely } from 'kysely';
import type { Connection } from '../connection.ts';
import type { Workspaces } from '../contract/conversations.ts';
import type { Tables } from '../schema.ts';

/** Whether a workspace allows its users' words to be stored; `otherwise` if it decided nothing. */
export async function keepsWords(db: Kysely<Tables>, team: string, otherwise: boolean): Promise<boolean> {
  const row = await db.selectFrom('workspaces').select('keep_words').where('team_id', '=', team).executeTakeFirst();
  return row?.keep_words == null ? otherwise : row.keep_words === 1;
}

/** Gives the settings of a database's workspaces. */
export function workspaces({ db, clock, keepWords }: Connection): Workspaces {
  return {
    async settings(team) {
      return { keepWords: await keepsWords(db, team, keepWords) };
    },

    async belongsTo(team, enterprise) {
      await db
        .insertInto('workspaces')
        .values({ team_id: team, enterprise_id: enterprise, keep_words: null, updated_at: clock() })
        .onConflict((on) => on.column('team_id').doUpdateSet({ enterprise_id: enterprise }))
        .execute();
    },

    async change(team, settings) {
      const columns = { keep_words: settings.keepWords ? 1 : 0, updated_at: clock() };
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('workspaces')
          .values({ team_id: team, enterprise_id: null, ...columns })
          .onConflict((on) => on.column('team_id').doUpdateSet(columns))
          .execute();
        if (settings.keepWords) return;
        await tx.updateTable('feedback').set({ question: null }).where('team_id', '=', team).execute();
        await tx.updateTable('unanswered').set({ question: null, failed: null }).where('team_id', '=', team).execute();
      });
    },
  };
}
