/** The ledger of digests. Every change names the state it expects, so that of two processes only one makes it. */
import type { Selectable } from 'kysely';
import { type Connection, changed } from '../connection.ts';
import type { Deliveries, Delivery, DeliveryKey, DeliveryState } from '../contract/digests.ts';
import type { Tables } from '../schema.ts';

function toDelivery(row: Selectable<Tables['deliveries']>): Delivery {
  return {
    team: row.team_id,
    channel: row.channel_id,
    slot: row.slot,
    state: row.state as DeliveryState,
    owner: row.owner,
    leaseUntil: row.lease_until,
    dueAt: row.due_at,
    sendingAt: row.sending_at,
    messageTs: row.message_ts,
    windowFrom: row.window_from,
    windowTo: row.window_to,
    items: JSON.parse(row.items),
    error: row.error,
    reported: row.reported === 1,
  };
}

/** Gives the ledger of a database. */
export function deliveries({ db, clock }: Connection): Deliveries {
  const update = (key: DeliveryKey, on = db) =>
    on
      .updateTable('deliveries')
      .where('team_id', '=', key.team)
      .where('channel_id', '=', key.channel)
      .where('slot', '=', key.slot);
  const select = (team: string, channel: string) =>
    db.selectFrom('deliveries').selectAll().where('team_id', '=', team).where('channel_id', '=', channel);

  return {
    async claim(key, owner, dueAt, leaseMs) {
      const now = clock();
      const inserted = await db
        .insertInto('deliveries')
        .values({
          team_id: key.team,
          channel_id: key.channel,
          slot: key.slot,
          state: 'claimed',
          owner,
          lease_until: now + leaseMs,
          due_at: dueAt,
          sending_at: null,
          message_ts: null,
          window_from: null,
          window_to: null,
          items: '[]',
          error: null,
          reported: 0,
          updated_at: now,
        })
        .onConflict((on) =>
          on
            .columns(['team_id', 'channel_id', 'slot'])
            .doUpdateSet({ owner, lease_until: now + leaseMs, updated_at: now })
            .where('deliveries.state', '=', 'claimed')
            .where('deliveries.lease_until', '<=', now),
        )
        .executeTakeFirst();
      return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async startSending(key, owner, record) {
      const now = clock();
      const query = update(key)
        .set({
          state: 'sending',
          sending_at: now,
          lease_until: now + record.leaseMs,
          window_from: record.windowFrom,
          window_to: record.windowTo,
          items: JSON.stringify(record.items),
          updated_at: now,
        })
        .where('state', '=', 'claimed')
        .where('owner', '=', owner)
        .where('lease_until', '>', now);
      return changed(await query.executeTakeFirst());
    },

    async finish(key, owner, end, next) {
      return db.transaction().execute(async (tx) => {
        const now = clock();
        const set = update(key, tx).set({
          state: end.state,
          message_ts: end.state === 'posted' ? end.messageTs : null,
          error: 'error' in end ? end.error : null,
          lease_until: now,
          updated_at: now,
        });
        const guardedSet =
          end.state === 'posted'
            ? set.where('state', 'in', ['sending', 'unknown'])
            : set.where('state', 'in', ['claimed', 'sending']).where('owner', '=', owner);
        const row = await guardedSet.returning('items').executeTakeFirst();
        if (!row) return false;
        if (end.state === 'posted') {
          const items: string[] = JSON.parse(row.items);
          if (items.length > 0) {
            await tx
              .insertInto('seen_items')
              .values(items.map((item) => ({ team_id: key.team, channel_id: key.channel, item, shown_at: now })))
              .onConflict((on) => on.doNothing())
              .execute();
          }
          if (end.reported?.length) {
            await tx
              .updateTable('deliveries')
              .set({ reported: 1 })
              .where('team_id', '=', key.team)
              .where('channel_id', '=', key.channel)
              .where('slot', 'in', [...end.reported])
              .execute();
          }
        }
        await tx
          .updateTable('subscriptions')
          .set({ next_slot: next.slot, next_at: next.at })
          .where('team_id', '=', key.team)
          .where('channel_id', '=', key.channel)
          .where('next_slot', '=', key.slot)
          .execute();
        return true;
      });
    },

    async release(key, owner, retryAt, error) {
      return db.transaction().execute(async (tx) => {
        const result = await update(key, tx)
          .set({ state: 'claimed', owner: null, lease_until: retryAt, sending_at: null, error, updated_at: clock() })
          .where('state', 'in', ['claimed', 'sending'])
          .where('owner', '=', owner)
          .executeTakeFirst();
        if (!changed(result)) return false;
        await tx
          .updateTable('subscriptions')
          .set({ next_at: retryAt })
          .where('team_id', '=', key.team)
          .where('channel_id', '=', key.channel)
          .where('next_slot', '=', key.slot)
          .execute();
        return true;
      });
    },

    async stale(limit) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('state', 'in', ['claimed', 'sending'])
        .where('lease_until', '<=', clock())
        .orderBy('lease_until')
        .orderBy('team_id')
        .orderBy('channel_id')
        .limit(limit)
        .execute();
      return rows.map(toDelivery);
    },

    async takeOver(delivery, owner, leaseMs) {
      const now = clock();
      const query = update(delivery)
        .set({ owner, lease_until: now + leaseMs, updated_at: now })
        .where('state', '=', delivery.state)
        .where('lease_until', '=', delivery.leaseUntil)
        .where('lease_until', '<=', now);
      return changed(await query.executeTakeFirst());
    },

    async find(key) {
      const row = await select(key.team, key.channel).where('slot', '=', key.slot).executeTakeFirst();
      return row ? toDelivery(row) : null;
    },

    async lastPosted(team, channel) {
      const row = await select(team, channel)
        .where('state', '=', 'posted')
        .orderBy('slot', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? toDelivery(row) : null;
    },

    async unreported(team, channel) {
      const rows = await select(team, channel)
        .where('state', 'in', ['unknown', 'failed'])
        .where('reported', '=', 0)
        .orderBy('slot')
        .execute();
      return rows.map(toDelivery);
    },

    async seenItems(team, channel) {
      const rows = await db
        .selectFrom('seen_items')
        .select('item')
        .where('team_id', '=', team)
        .where('channel_id', '=', channel)
        .execute();
      return new Set(rows.map((row) => row.item));
    },
  };
}
