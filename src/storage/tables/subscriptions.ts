/** The table of subscriptions. */
import type { Selectable } from 'kysely';
import { type Connection, changed } from '../connection.ts';
import type { Subscription, Subscriptions, WhenEmpty } from '../contract/digests.ts';
import type { Tables } from '../schema.ts';

function toSubscription(row: Selectable<Tables['subscriptions']>): Subscription {
  return {
    team: row.team_id,
    channel: row.channel_id,
    enterprise: row.enterprise_id,
    by: row.created_by,
    since: row.created_at,
    time: row.time,
    zone: row.zone,
    weekdays: JSON.parse(row.weekdays),
    topics: JSON.parse(row.topics),
    whenEmpty: row.when_empty as WhenEmpty,
    state: row.state === 'active' ? 'active' : 'paused',
    pausedWhy: row.paused_why,
    next: { slot: row.next_slot, at: row.next_at },
  };
}

/** Gives the subscriptions of a database. */
export function subscriptions({ db, clock }: Connection): Subscriptions {
  const update = (team: string, channel: string) =>
    db.updateTable('subscriptions').where('team_id', '=', team).where('channel_id', '=', channel);

  const find = async (team: string, channel: string): Promise<Subscription | null> => {
    const row = await db
      .selectFrom('subscriptions')
      .selectAll()
      .where('team_id', '=', team)
      .where('channel_id', '=', channel)
      .executeTakeFirst();
    return row ? toSubscription(row) : null;
  };

  return {
    find,

    async save(change) {
      const columns = {
        enterprise_id: change.enterprise,
        created_by: change.by,
        time: change.time,
        zone: change.zone,
        weekdays: JSON.stringify(change.weekdays),
        topics: JSON.stringify(change.topics),
        when_empty: change.whenEmpty,
        state: 'active',
        paused_why: null,
        next_slot: change.next.slot,
        next_at: change.next.at,
      };
      const row = await db
        .insertInto('subscriptions')
        .values({ team_id: change.team, channel_id: change.channel, created_at: clock(), ...columns })
        .onConflict((on) => on.columns(['team_id', 'channel_id']).doUpdateSet(columns))
        .returningAll()
        .executeTakeFirstOrThrow();
      return toSubscription(row);
    },

    async list(team) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('team_id', '=', team)
        .orderBy('channel_id')
        .execute();
      return rows.map(toSubscription);
    },

    async due(now, limit, except = []) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('state', '=', 'active')
        .where('next_at', '<=', now)
        .$if(except.length > 0, (query) => query.where('team_id', 'not in', [...except]))
        .orderBy('next_at')
        .orderBy('team_id')
        .orderBy('channel_id')
        .limit(limit)
        .execute();
      return rows.map(toSubscription);
    },

    async nextDue() {
      const row = await db
        .selectFrom('subscriptions')
        .select((eb) => eb.fn.min('next_at').as('at'))
        .where('state', '=', 'active')
        .executeTakeFirst();
      return row?.at ?? null;
    },

    async pause(team, channel, why) {
      const query = update(team, channel).set({ state: 'paused', paused_why: why }).where('state', '=', 'active');
      return changed(await query.executeTakeFirst());
    },

    async resume(team, channel, next) {
      const query = update(team, channel)
        .set({ state: 'active', paused_why: null, next_slot: next.slot, next_at: next.at })
        .where('state', '=', 'paused');
      return changed(await query.executeTakeFirst());
    },

    async advance(team, channel, slot, next) {
      const query = update(team, channel).set({ next_slot: next.slot, next_at: next.at }).where('next_slot', '=', slot);
      return changed(await query.executeTakeFirst());
    },

    async remove(team, channel) {
      return db.transaction().execute(async (tx) => {
        await tx.deleteFrom('seen_items').where('team_id', '=', team).where('channel_id', '=', channel).execute();
        const result = await tx
          .deleteFrom('subscriptions')
          .where('team_id', '=', team)
          .where('channel_id', '=', channel)
          .executeTakeFirst();
        return changed(result);
      });
    },

    async moveChannel(team, from, to) {
      await db.transaction().execute(async (tx) => {
        // What the new id already has wins: it can only be there because somebody subscribed it anew.
        for (const name of ['subscriptions', 'seen_items', 'deliveries'] as const) {
          const taken = await tx
            .selectFrom(name)
            .select('team_id')
            .where('team_id', '=', team)
            .where('channel_id', '=', to)
            .limit(1)
            .executeTakeFirst();
          if (taken) continue;
          await tx
            .updateTable(name)
            .set({ channel_id: to })
            .where('team_id', '=', team)
            .where('channel_id', '=', from)
            .execute();
        }
      });
    },
  };
}
