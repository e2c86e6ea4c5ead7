/** The table of handled deliveries of Slack. */
import { compiledOnce } from '../compiled.ts';
import type { Connection } from '../connection.ts';
import type { SeenEvents } from '../contract/conversations.ts';

/** Gives the handled deliveries of a database. */
export function seenEvents(connection: Connection): SeenEvents {
  const { db, clock } = connection;
  /** One insert for so many marks at once. */
  const insertOf = (count: number) =>
    compiledOnce(connection, (value) =>
      db
        .insertInto('seen_events')
        .values(
          Array.from({ length: count }, (_, i) => ({
            team_id: value(`team${i}`),
            key: value(`key${i}`),
            seen_at: value('now'),
          })),
        )
        .onConflict((on) => on.doNothing())
        .returning('key'),
    );
  const inserts = new Map<number, ReturnType<typeof insertOf>>();

  return {
    async take(marks) {
      const insert = inserts.get(marks.length) ?? insertOf(marks.length);
      inserts.set(marks.length, insert);
      const values = marks.flatMap(({ team, key }, i) => [
        [`team${i}`, team],
        [`key${i}`, key],
      ]);
      const fresh = await insert({ ...Object.fromEntries(values), now: clock() });
      return new Set(fresh.map((row) => row.key));
    },

    async forget(team, key) {
      await db.deleteFrom('seen_events').where('team_id', '=', team).where('key', '=', key).execute();
    },
  };
}
