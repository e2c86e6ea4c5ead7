/** What the sending of digests works with. */
import type { Logger } from 'pino';
import type { DeliveryKey, Storage } from '../storage/index.ts';
import type { DigestPoster } from './poster.ts';
import type { DigestSource } from './source.ts';

/** Points in the sending of one digest, in order; tests stop the process at each. */
export type Step = 'claimed' | 'composed' | 'sending' | 'answered' | 'recorded' | 'taken-over' | 'looked';

/** All that a digest worker uses, handed in by the composition root. */
export interface DigestParts {
  readonly storage: Pick<Storage, 'subscriptions' | 'deliveries' | 'unanswered'>;
  /** The store as it is loaded now. */
  readonly source: () => DigestSource;
  readonly poster: DigestPoster;
  /** Now, epoch ms. */
  readonly clock: () => number;
  /** Waits `ms` milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Names this process in the ledger; unique, new on each start. */
  readonly owner: string;
  /**
   * How long a delivery may be worked on before others look after it, in ms (120,000). Far more than a request may take:
   * only when that long has passed can no answer be on its way any more.
   */
  readonly leaseMs?: number;
  /** Called at each step. */
  readonly onStep?: (step: Step, key: DeliveryKey) => void;
}

/** The lease of a delivery unless the parts say otherwise, in ms. */
export const LEASE_MS = 120_000;
