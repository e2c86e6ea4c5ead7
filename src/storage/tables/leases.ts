/** The table of leases. */
import type { Connection } from '../connection.ts';
import type { Leases } from '../contract/installations.ts';

/** Gives the leases of a database. */
export function leases({ db, clock }: Connection): Leases {
  return {
    async acquire(name, owner, ms) {
      const now = clock();
      const result = await db
        .insertInto('leases')
        .values({ name, owner, until: now + ms })
        .onConflict((on) =>
          on
            .column('name')
            .doUpdateSet({ owner, until: now + ms })
            .where((eb) => eb.or([eb('leases.until', '<=', now), eb('leases.owner', '=', owner)])),
        )
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async release(name, owner) {
      await db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
    },
  };
}
