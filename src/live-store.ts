/** The loaded store with its engine. Loading anew replaces both at once, or, when the store does not validate, nothing. */
import type { Engine } from './answer/index.ts';
import { FootnoteError, StoreError, sayProblem } from './facts/index.ts';
import type { ReloadState } from './slack/index.ts';
import { openEngine, type SnapshotPlace } from './snapshot/index.ts';

/** The store as it is loaded now. */
export interface LiveStore {
  readonly engine: () => Engine;
  /** Loads the folder anew and gives how it went. */
  readonly reload: () => ReloadState;
  /** How the last reload went. */
  readonly state: () => ReloadState;
}

/**
 * Loads the store of `folder`.
 * @param snapshots where its compiled form is kept
 * @param now gives the time, for the report of a reload that failed
 * @throws {FootnoteError} when the first load fails: there is nothing to keep then
 */
export function openLiveStore(folder: string, snapshots: SnapshotPlace, now: () => Date): LiveStore {
  let engine = openEngine(folder, snapshots);
  let state: ReloadState = { ok: true };
  return {
    engine: () => engine,
    state: () => state,
    reload: () => {
      try {
        engine = openEngine(folder, snapshots);
        state = { ok: true };
      } catch (error) {
        if (!(error instanceof FootnoteError)) throw error;
        state = { ok: false, at: now().toISOString(), problem: inOneLine(error) };
      }
      return state;
    },
  };
}

function inOneLine(error: FootnoteError): string {
  const [first, ...more] = error instanceof StoreError ? error.problems.map(sayProblem) : [error.message];
  return more.length > 0 ? `${first} (and ${more.length} more)` : first!;
}
