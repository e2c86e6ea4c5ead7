/** The table of when facts were loaded. */
import type { Connection } from '../connection.ts';
import type { FactDates, FactLog } from '../contract/digests.ts';

// SQLite allows 32,766 values in a statement, PostgreSQL 65,535; four to a row.
const CHUNK = 2000;

/** Gives the log of loaded facts of a database. */
export function factLog({ db, clock }: Connection): FactLog {
  return {
    async note(facts) {
      return db.transaction().execute(async (tx) => {
        const now = clock();
        const dates = new Map<string, FactDates>();
        for (let at = 0; at < facts.length; at += CHUNK) {
          const rows = await tx
            .insertInto('fact_log')
            .values(
              facts
                .slice(at, at + CHUNK)
                .map(({ id, hash }) => ({ fact_id: id, hash, first_loaded: now, corrected: null })),
            )
            .onConflict((on) =>
              on.column('fact_id').doUpdateSet((eb) => ({
                hash: eb.ref('excluded.hash'),
                corrected: eb
                  .case()
                  .when('fact_log.hash', '=', eb.ref('excluded.hash'))
                  .then(eb.ref('fact_log.corrected'))
                  .else(now)
                  .end(),
              })),
            )
            .returning(['fact_id', 'first_loaded', 'corrected'])
            .execute();
          for (const row of rows) dates.set(row.fact_id, { firstLoaded: row.first_loaded, corrected: row.corrected });
        }
        return dates;
      });
    },
  };
}
