/** Sends one digest: claim, write down, post once, record. */
import type { DeliveryEnd, DeliveryKey, Subscription } from '../storage/index.ts';
import { draftDigest } from './draft.ts';
import type { Ledger } from './ledger.ts';
import { type DigestParts, LEASE_MS } from './parts.ts';
import type { PostOutcome } from './poster.ts';
import { decide, nextSlot } from './schedule.ts';
import { sayPaused } from './wording.ts';

/** What became of a due subscription in one round. */
export type SendResult =
  | { readonly kind: 'posted' | 'skipped' | 'dropped' | 'failed' | 'unknown' | 'not-mine' | 'not-due' }
  /** The whole workspace has to wait so long, in ms. */
  | { readonly kind: 'wait'; readonly ms: number };

/** An installation that Slack declared dead is looked at again after this time, in ms; a new installation is seen then. */
const DEAD_MS = 15 * 60_000;
/** Of the lease, this part may pass between writing down and posting; else the process was stopped, and does not post. */
const FRESH = 1 / 4;

/** Handles one due subscription. Rejects with a `StorageError` when the database fails; the next round takes it up. */
export async function sendDue(parts: DigestParts, ledger: Ledger, subscription: Subscription): Promise<SendResult> {
  const { storage, clock, logger, owner, onStep } = parts;
  const { team, channel, next } = subscription;
  const key: DeliveryKey = { team, channel, slot: next.slot };
  const leaseMs = parts.leaseMs ?? LEASE_MS;
  const now = clock();
  const later = nextSlot(subscription, Math.max(now, next.at));

  const decision = decide(subscription, key.slot, now);
  if (decision.do === 'wait') {
    await storage.subscriptions.advance(team, channel, key.slot, { slot: key.slot, at: decision.until });
    return { kind: 'not-due' };
  }
  if (decision.do === 'drop') return drop(parts, subscription, key);
  if (!(await parts.poster.ready(subscription))) return { kind: 'wait', ms: 60_000 };
  if (!(await storage.deliveries.claim(key, owner, next.at, leaseMs))) {
    const existing = await storage.deliveries.find(key);
    const open = existing === null || existing.state === 'claimed' || existing.state === 'sending';
    // The day's digest is out already: its time was changed to a later one on the same day.
    if (!open) await storage.subscriptions.advance(team, channel, key.slot, later);
    return { kind: 'not-mine' };
  }
  onStep?.('claimed', key);

  const draft = await draftDigest(parts, subscription, key.slot, now);
  onStep?.('composed', key);
  if (draft.message === null) {
    await storage.deliveries.finish(key, owner, { state: 'skipped' }, later);
    onStep?.('recorded', key);
    return { kind: 'skipped' };
  }
  const record = {
    leaseMs,
    windowFrom: draft.from,
    windowTo: draft.to,
    items: draft.content.items.map((item) => item.key),
  };
  const began = clock();
  if (!(await storage.deliveries.startSending(key, owner, record))) return { kind: 'not-mine' };
  onStep?.('sending', key);
  if (clock() - began > leaseMs * FRESH) {
    await storage.deliveries.release(key, owner, clock(), 'the process stood still');
    return { kind: 'not-mine' };
  }
  let outcome = await parts.poster.post(subscription, key, draft.message);
  if (outcome.kind === 'content') {
    logger.error(
      { ...key, error: outcome.error },
      'Slack refused the blocks of a digest; it is sent as text. Tell the developers',
    );
    outcome = await parts.poster.post(subscription, key, { text: draft.message.text, blocks: [] });
  }
  onStep?.('answered', key);
  return conclude(outcome);

  async function conclude(result: PostOutcome): Promise<SendResult> {
    switch (result.kind) {
      case 'posted':
        await end({ state: 'posted', messageTs: result.ts, reported: draft.reported });
        logger.info({ ...key, items: record.items.length, late_ms: clock() - next.at }, 'digest posted');
        return { kind: 'posted' };
      case 'unknown':
        // The row stays as it is: when the lease is over, the channel's history is looked at.
        logger.warn({ ...key, error: result.error }, 'it is not known whether a digest was posted');
        return { kind: 'unknown' };
      case 'later':
        await storage.deliveries.release(key, owner, clock() + result.afterMs, result.error);
        logger.warn({ ...key, error: result.error, after_ms: result.afterMs }, 'digest put off');
        return result.busy ? { kind: 'wait', ms: result.afterMs } : { kind: 'failed' };
      case 'installation':
        await parts.poster.deactivate(subscription, result.error);
        await storage.deliveries.release(key, owner, clock() + DEAD_MS, result.error);
        logger.error({ ...key, error: result.error }, 'the installation is dead; its digests wait for a new one');
        return { kind: 'wait', ms: DEAD_MS };
      case 'channel':
        await end({ state: 'failed', error: result.error });
        if (await storage.subscriptions.pause(team, channel, result.error)) {
          const told = await parts.poster.tell(subscription, subscription.by, sayPaused(channel, result.error));
          logger.warn({ ...key, error: result.error, told }, 'digest paused');
        }
        return { kind: 'failed' };
      case 'content':
        await end({ state: 'failed', error: result.error });
        logger.error({ ...key, error: result.error }, 'Slack refused a digest, also as text. Tell the developers');
        return { kind: 'failed' };
    }
  }

  async function end(how: DeliveryEnd): Promise<void> {
    await ledger.finish(key, how, later);
    onStep?.('recorded', key);
  }
}

/** Lets a slot go that is too late, and says so in the ledger if it was begun. */
async function drop(parts: DigestParts, subscription: Subscription, key: DeliveryKey): Promise<SendResult> {
  const { storage, clock, logger, owner } = parts;
  const later = nextSlot(subscription, Math.max(clock(), subscription.next.at));
  const begun = await storage.deliveries.find(key);
  if (begun?.state === 'sending') return { kind: 'not-mine' };
  if (await storage.deliveries.claim(key, owner, subscription.next.at, parts.leaseMs ?? LEASE_MS)) {
    const error = begun?.error ?? 'too late';
    // One that Slack kept refusing is told of in the next digest; an outage of ours shows in the time that digest covers.
    await storage.deliveries.finish(key, owner, { state: begun?.error ? 'failed' : 'missed', error }, later);
    logger.warn({ ...key, error }, 'digest not posted: it is too late for it');
    return { kind: 'dropped' };
  }
  await storage.subscriptions.advance(key.team, key.channel, key.slot, later);
  return { kind: 'not-mine' };
}
