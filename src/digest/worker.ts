/** Runs the digests of all workspaces: rounds of looking after what was left and sending what is due. */
import { StorageError, type Subscription } from '../storage/index.ts';
import { keepLedger } from './ledger.ts';
import { paced } from './paced.ts';
import type { DigestParts } from './parts.ts';
import { recover } from './recover.ts';
import { type SendResult, sendDue } from './send.ts';

/** How many deliveries ended how in one round. */
type Round = Readonly<Record<string, number>>;

/** Sends digests. Any number of processes may run one on the same database. */
export interface DigestWorker {
  /** One round. Rejects with a `StorageError` when the database is away; the next round takes up what was left. */
  round(): Promise<Round>;
  /** Rounds until `signal` is aborted; resolves when the last one has ended. */
  run(signal: AbortSignal): Promise<void>;
}

/** Subscriptions taken up in one round; the rest is due in the next. */
const BATCH = 500;
/** Workspaces served at once. */
const AT_ONCE = 4;
/** Between two rounds, in ms. */
const PAUSE = 15_000;

/** Gives a worker. */
export function digestWorker(given: DigestParts): DigestWorker {
  const { storage, clock, sleep, logger } = given;
  const parts = { ...given, poster: paced(given.poster, clock, sleep) };
  const ledger = keepLedger(parts);
  /** Until when a workspace has to wait, epoch ms; of this process alone, as Slack's limits are felt by each. */
  const waiting = new Map<string, number>();

  const sendAll = async (subscriptions: readonly Subscription[], count: (what: string) => void): Promise<void> => {
    for (const subscription of subscriptions) {
      if ((waiting.get(subscription.team) ?? 0) > clock()) return;
      let result: SendResult;
      try {
        result = await sendDue(parts, ledger, subscription);
      } catch (error) {
        if (error instanceof StorageError) throw error;
        // One channel's trouble must not cost the others their digest.
        logger.error({ err: error, team: subscription.team, channel: subscription.channel }, 'a digest failed');
        result = { kind: 'failed' };
      }
      count(result.kind);
      if (result.kind === 'wait') waiting.set(subscription.team, clock() + result.ms);
    }
  };

  const round = async (): Promise<Round> => {
    const counts: Record<string, number> = {};
    const count = (what: string) => {
      counts[what] = (counts[what] ?? 0) + 1;
    };
    await ledger.flush();
    for (const delivery of await storage.deliveries.stale(BATCH)) count(await recover(parts, delivery));
    for (const [team, until] of waiting) if (until <= clock()) waiting.delete(team);
    const due = await storage.subscriptions.due(clock(), BATCH, [...waiting.keys()]);
    const byTeam = new Map<string, Subscription[]>();
    for (const subscription of due) {
      const batch = byTeam.get(subscription.team);
      if (batch) batch.push(subscription);
      else byTeam.set(subscription.team, [subscription]);
    }
    const queue = [...byTeam.values()];
    const serve = async () => {
      for (let batch = queue.shift(); batch; batch = queue.shift()) await sendAll(batch, count);
    };
    // Every line is waited for, also when one fails, so that no round overlaps the next.
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, serve));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return counts;
  };

  return {
    round,
    async run(signal) {
      const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      while (!signal.aborted) {
        try {
          await round();
        } catch (error) {
          logger.error({ err: error }, 'digests wait for the database');
        }
        if (!signal.aborted) await Promise.race([sleep(PAUSE), stopped]);
      }
    },
  };
}
