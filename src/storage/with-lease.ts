/** Doing something while holding a lease. */
import type { Leases } from './contract/installations.ts';
import { StorageError } from './errors.ts';

/** How to take the lease. */
export interface LeaseOptions {
  readonly leases: Leases;
  readonly name: string;
  /** How long it holds if the process dies, in ms. */
  readonly ms: number;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly newId: () => string;
}

const POLL_MS = 50;

/**
 * Waits for the lease, runs `work`, gives it back. The work has to end within the lease's time. Throws `storage-busy`
 * when the lease cannot be had for twice that long, and whatever `work` throws.
 */
export async function withLease<T>(options: LeaseOptions, work: () => Promise<T>): Promise<T> {
  const { leases, name, ms, clock, sleep, newId } = options;
  const owner = newId();
  const until = clock() + 2 * ms;
  while (!(await leases.acquire(name, owner, ms))) {
    if (clock() >= until)
      throw new StorageError('storage-busy', `Somebody else holds ${name} for too long. Try again.`);
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await leases.release(name, owner);
  }
}
