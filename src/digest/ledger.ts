/** Recording how deliveries ended, through a database that may be away for a while. */
import type { DeliveryEnd, DeliveryKey, NextSlot } from '../storage/index.ts';
import type { DigestParts } from './parts.ts';

/** Records ends; what could not be recorded is kept until it can be. */
export interface Ledger {
  /** Records an end. Resolves also when the database is away: the end is kept, and `flush` records it. */
  finish(key: DeliveryKey, end: DeliveryEnd, next: NextSlot): Promise<void>;
  /** Records what was kept; rejects with a `StorageError` when the database is still away. */
  flush(): Promise<void>;
}

const TRIES = 3;
const PAUSE_MS = 500;

/** Gives the ledger of a process. Its memory dies with it; then the channel's history has to tell. */
export function keepLedger({ storage, sleep, logger, owner }: DigestParts): Ledger {
  const kept: { readonly key: DeliveryKey; readonly end: DeliveryEnd; readonly next: NextSlot }[] = [];
  return {
    async finish(key, end, next) {
      for (let tries = 1; ; tries++) {
        try {
          await storage.deliveries.finish(key, owner, end, next);
          return;
        } catch (error) {
          if (tries === TRIES) {
            logger.error({ ...key, err: error }, 'the end of a delivery could not be recorded; it is tried again');
            kept.push({ key, end, next });
            return;
          }
          await sleep(PAUSE_MS * tries);
        }
      }
    },

    async flush() {
      for (let first = kept[0]; first; first = kept[0]) {
        await storage.deliveries.finish(first.key, owner, first.end, first.next);
        kept.shift();
      }
    },
  };
}
