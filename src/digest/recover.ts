/** Looks after deliveries whose process died between writing down and recording. */
import type { Delivery, Subscription } from '../storage/index.ts';
import { type DigestParts, LEASE_MS } from './parts.ts';
import { decide, nextSlot } from './schedule.ts';

/** Clocks of Slack and of this machine may differ by this much, in ms. */
const CLOCK_SKEW = 5 * 60_000;

/** What became of a stale delivery. */
export type Recovery = 'found' | 'again' | 'unknown' | 'dropped' | 'later' | 'not-mine';

/**
 * Decides about one stale delivery. What was only claimed was not sent and is sent by the next round. What was being sent
 * is looked up in the channel: found, it is recorded; absent, it is sent again; unreadable, it is not repeated but reported.
 */
export async function recover(parts: DigestParts, delivery: Delivery): Promise<Recovery> {
  const { storage, poster, clock, logger, owner, onStep } = parts;
  const { team, channel, slot } = delivery;
  const key = { team, channel, slot };
  const leaseMs = parts.leaseMs ?? LEASE_MS;
  const subscription = await storage.subscriptions.find(team, channel);
  const wanted = stillWanted(subscription, slot, clock());
  if (delivery.state === 'claimed' && wanted) return 'later';
  if (!(await storage.deliveries.takeOver(delivery, owner, leaseMs))) return 'not-mine';
  onStep?.('taken-over', key);
  const next = subscription ? nextSlot(subscription, Math.max(clock(), delivery.dueAt)) : { slot, at: delivery.dueAt };
  if (delivery.state === 'claimed') {
    const state = delivery.error ? 'failed' : 'missed';
    await storage.deliveries.finish(key, owner, { state, error: delivery.error ?? 'no longer wanted' }, next);
    return 'dropped';
  }

  const began = delivery.sendingAt ?? delivery.dueAt;
  const workspace = { team, enterprise: subscription?.enterprise ?? null };
  const found = await poster.find(workspace, key, began - CLOCK_SKEW, began + leaseMs + CLOCK_SKEW);
  onStep?.('looked', key);
  switch (found.kind) {
    case 'found':
      await storage.deliveries.finish(key, owner, { state: 'posted', messageTs: found.ts }, next);
      onStep?.('recorded', key);
      logger.info({ ...key }, 'a digest with unknown outcome was found in the channel');
      return 'found';
    case 'absent':
      if (wanted) {
        await storage.deliveries.release(key, owner, clock(), 'not found in the channel');
        logger.info({ ...key }, 'a digest with unknown outcome is not in the channel and is sent again');
        return 'again';
      }
      await storage.deliveries.finish(
        key,
        owner,
        { state: 'failed', error: 'not found in the channel, too late' },
        next,
      );
      logger.warn({ ...key }, 'a digest was not posted, and it is too late for it');
      return 'dropped';
    case 'unreadable':
      // Said before it is recorded: a process that dies between the two says it twice, never not at all.
      logger.error(
        { ...key, error: found.error },
        'it is not known whether a digest was posted, and the history cannot be read; it is not repeated, and the next digest says so',
      );
      await storage.deliveries.finish(key, owner, { state: 'unknown', error: found.error }, next);
      onStep?.('recorded', key);
      return 'unknown';
    case 'later':
      logger.warn({ ...key, error: found.error }, 'the history of a channel could not be read now');
      return 'later';
  }
}

function stillWanted(subscription: Subscription | null, slot: string, now: number): boolean {
  return (
    subscription?.state === 'active' && subscription.next.slot === slot && decide(subscription, slot, now).do === 'post'
  );
}
