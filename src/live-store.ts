/** The loaded store with its engine. Loading anew replaces both at once, or, when the store does not validate, nothing. */
import { createEngine, type Engine } from './answer/index.ts';
import { FootnoteError, loadStore, StoreError, sayProblem } from './facts/index.ts';
import type { ReloadState } from './slack/index.ts';

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
 * @param now gives the time, for the report of a reload that failed
 * @throws {FootnoteError} when the first load fails: there is nothing to keep then
 */
export function openLiveStore(folder: string, now: () => Date): LiveStore {
  let engine = createEngine(loadStore(folder));
  let state: ReloadState = { ok: true };
  return {
    engine: () => engine,
    state: () => state,
    reload: () => {
      try {
        engine = createEngine(loadStore(folder));
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
