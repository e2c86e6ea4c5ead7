/** The table of installations. */
import type { Selectable } from 'kysely';
import { type Connection, changed } from '../connection.ts';
import type { InstallationKey, InstallationRow, Installations } from '../contract/installations.ts';
import type { Tables } from '../schema.ts';

/** Gives the text that names an installation: "enterprise|team", either part may be empty. */
export function installationId(key: InstallationKey): string {
  return `${key.enterprise ?? ''}|${key.team ?? ''}`;
}

function toRow(row: Selectable<Tables['installations']>): InstallationRow {
  return {
    enterprise: row.enterprise_id,
    team: row.team_id,
    appId: row.app_id,
    botUserId: row.bot_user_id,
    installedBy: row.installed_by,
    installedAt: row.installed_at,
    updatedAt: row.updated_at,
    state: row.state === 'active' ? 'active' : 'inactive',
    stateWhy: row.state_why,
    keyId: row.key_id,
    sealed: row.sealed,
    version: row.version,
  };
}

/** Gives the installations of a database. */
export function installations({ db, clock }: Connection): Installations {
  return {
    async put(write) {
      const now = clock();
      const columns = {
        app_id: write.appId,
        bot_user_id: write.botUserId,
        installed_by: write.installedBy,
        updated_at: now,
        state: 'active',
        state_why: null,
        key_id: write.keyId,
        sealed: write.sealed,
      };
      await db
        .insertInto('installations')
        .values({
          id: installationId(write),
          enterprise_id: write.enterprise,
          team_id: write.team,
          installed_at: now,
          version: 1,
          ...columns,
        })
        .onConflict((on) =>
          on.column('id').doUpdateSet((eb) => ({ ...columns, version: eb('installations.version', '+', 1) })),
        )
        .execute();
    },

    async reseal(key, version, keyId, sealed) {
      const result = await db
        .updateTable('installations')
        .set({ key_id: keyId, sealed, version: version + 1, updated_at: clock() })
        .where('id', '=', installationId(key))
        .where('version', '=', version)
        .executeTakeFirst();
      return changed(result);
    },

    async find(key) {
      const row = await db
        .selectFrom('installations')
        .selectAll()
        .where('id', '=', installationId(key))
        .executeTakeFirst();
      return row ? toRow(row) : null;
    },

    async list() {
      return (await db.selectFrom('installations').selectAll().orderBy('id').execute()).map(toRow);
    },

    async deactivate(key, why) {
      const result = await db
        .updateTable('installations')
        .set((eb) => ({ state: 'inactive', state_why: why, updated_at: clock(), version: eb('version', '+', 1) }))
        .where('id', '=', installationId(key))
        .where('state', '=', 'active')
        .executeTakeFirst();
      return changed(result);
    },

    async remove(key) {
      await db.deleteFrom('installations').where('id', '=', installationId(key)).execute();
    },
  };
}
