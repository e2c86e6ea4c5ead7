/** What the processes of a kill test are told. */
import type { Step } from '../../../src/digest/index.ts';
import type { StorageOptions } from '../../../src/storage/index.ts';

/** The local day of every digest of a kill test, and when it begins: a minute after the slot. */
export const SLOT = '2026-05-24';
export const CLOCK = Date.UTC(2026, 4, 24, 9, 1);

export interface ChildOrders {
  readonly database: StorageOptions['database'];
  readonly apiUrl: string;
  /** Names the process, in the ledger and in its tokens. */
  readonly sender: string;
  /** Real time (epoch ms) at which the test's clock showed `CLOCK`. */
  readonly began: number;
  readonly leaseMs: number;
  readonly timeoutMs: number;
  readonly killAt: Step | null;
  readonly channels: readonly { readonly team: string; readonly channel: string }[];
}
