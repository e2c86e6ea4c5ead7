/** Deleting: what is too old, a whole workspace, a whole organisation. */
import type { Transaction } from 'kysely';
import type { Connection } from './connection.ts';
import { RETENTION, type Storage } from './contract/storage.ts';
import { type Tables, TEAM_TABLES } from './schema.ts';

async function eraseTeamIn(tx: Transaction<Tables>, team: string, erased: Record<string, number>): Promise<void> {
  for (const table of TEAM_TABLES) {
    const { numDeletedRows } = await tx.deleteFrom(table).where('team_id', '=', team).executeTakeFirstOrThrow();
    erased[table] = (erased[table] ?? 0) + Number(numDeletedRows);
  }
}

/** Gives the deleting part of the storage. */
export function erasing({ db, clock }: Connection): Pick<Storage, 'purge' | 'eraseTeam' | 'eraseEnterprise'> {
  return {
    async purge(retention = RETENTION) {
      const now = clock();
      const queries = {
        seen_events: db.deleteFrom('seen_events').where('seen_at', '<', now - retention.seenEvents),
        threads: db.deleteFrom('threads').where('updated_at', '<', now - retention.threads),
        posted_answers: db.deleteFrom('posted_answers').where('updated_at', '<', now - retention.postedAnswers),
        feedback: db.deleteFrom('feedback').where('at', '<', now - retention.feedback),
        unanswered: db.deleteFrom('unanswered').where('at', '<', now - retention.unanswered),
        deliveries: db
          .deleteFrom('deliveries')
          .where('due_at', '<', now - retention.deliveries)
          .where('state', 'not in', ['claimed', 'sending']),
        oauth_states: db.deleteFrom('oauth_states').where('expires_at', '<', now),
        leases: db.deleteFrom('leases').where('until', '<', now),
        installations: db
          .deleteFrom('installations')
          .where('state', '=', 'inactive')
          .where('updated_at', '<', now - retention.inactiveInstallations),
      };
      const erased: Record<string, number> = {};
      for (const [table, query] of Object.entries(queries)) {
        erased[table] = Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
      }
      return erased;
    },

    async eraseTeam(team) {
      const erased: Record<string, number> = {};
      await db.transaction().execute((tx) => eraseTeamIn(tx, team, erased));
      return erased;
    },

    async eraseEnterprise(enterprise) {
      const erased: Record<string, number> = {};
      await db.transaction().execute(async (tx) => {
        // An organisation's one installation names no workspaces; these three tables know which came under it.
        const teams = await tx
          .selectFrom('subscriptions')
          .select('team_id')
          .where('enterprise_id', '=', enterprise)
          .union(tx.selectFrom('workspaces').select('team_id').where('enterprise_id', '=', enterprise))
          .union(
            tx
              .selectFrom('installations')
              .select((eb) => eb.fn.coalesce('team_id', eb.val('')).as('team_id'))
              .where('enterprise_id', '=', enterprise),
          )
          .execute();
        for (const { team_id } of teams) if (team_id) await eraseTeamIn(tx, team_id, erased);
        const { numDeletedRows } = await tx
          .deleteFrom('installations')
          .where('enterprise_id', '=', enterprise)
          .executeTakeFirstOrThrow();
        erased.installations = (erased.installations ?? 0) + Number(numDeletedRows);
      });
      return erased;
    },
  };
}
