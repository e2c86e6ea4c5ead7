/** The table of handled deliveries of Slack. */
import type { Connection } from '../connection.ts';
import type { SeenEvents } from '../contract/conversations.ts';

/** Gives the handled deliveries of a database. */
export function seenEvents({ db, clock }: Connection): SeenEvents {
  return {
    async firstTime(team, key) {
      const result = await db
        .insertInto('seen_events')
        .values({ team_id: team, key, seen_at: clock() })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async forget(team, key) {
      await db.deleteFrom('seen_events').where('team_id', '=', team).where('key', '=', key).execute();
    },
  };
}
