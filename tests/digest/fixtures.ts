/** A small store and a Slack in memory for the tests of digests. */

import type {
  DigestEvent,
  DigestFact,
  DigestMessage,
  DigestPoster,
  DigestSource,
  PostOutcome,
  Workspace,
} from '../../src/digest/index.ts';
import type { DeliveryKey } from '../../src/storage/index.ts';

export const SILENT = { info() {}, warn() {}, error() {} };

export function footnote(document: string, paragraph = 1) {
  return {
    document,
    file: `${document}.txt`,
    paragraph,
    quote: `words ${paragraph}`,
    title: null,
    publisher: 'PTI',
    published: '2022-05-24',
    covers: '2022-05-24',
  };
}

export function fact(id: string, more: Partial<DigestFact> = {}): DigestFact {
  return {
    id,
    says: `Fact ${id} holds.`,
    footnotes: [footnote('doc', 2)],
    inferred: false,
    documentName: 'PTI, 24 May 2022',
    topics: ['china', 'patrol'],
    firstLoaded: 0,
    corrected: null,
    withdrawn: null,
    ...more,
  };
}

export function event(id: string, when: string | null, more: Partial<DigestEvent> = {}): DigestEvent {
  return {
    id,
    says: `Event ${id} took place.`,
    footnotes: [footnote('doc')],
    inferred: false,
    dayInferred: false,
    weight: 1,
    when,
    topics: ['china', 'patrol'],
    ...more,
  };
}

export const EMPTY: DigestSource = { facts: [], events: [], topics: [] };

/** What was posted, in order. */
interface Posted {
  readonly key: DeliveryKey;
  readonly message: DigestMessage;
  readonly at: number;
}

/** A Slack in memory; `fail` may give another outcome than a post, and `lost` a post whose answer is lost. */
export function memorySlack(clock: () => number) {
  const posted: Posted[] = [];
  const told: { readonly user: string; readonly text: string }[] = [];
  const state = {
    posted,
    told,
    dead: [] as string[],
    history: true as boolean,
    alive: (_: Workspace) => true,
    fail: (_key: DeliveryKey, _message: DigestMessage): PostOutcome | null => null,
    lost: (_key: DeliveryKey) => false,
  };
  const poster: DigestPoster = {
    ready: async (workspace) => state.alive(workspace),
    async post(_workspace, key, message) {
      const failure = state.fail(key, message);
      if (failure) return failure;
      posted.push({ key, message, at: clock() });
      return state.lost(key) ? { kind: 'unknown', error: 'no answer' } : { kind: 'posted', ts: String(posted.length) };
    },
    async find(_workspace, key) {
      if (!state.history) return { kind: 'unreadable', error: 'missing_scope' };
      const index = posted.findIndex(
        (p) => p.key.team === key.team && p.key.channel === key.channel && p.key.slot === key.slot,
      );
      return index < 0 ? { kind: 'absent' } : { kind: 'found', ts: String(index + 1) };
    },
    async tell(_workspace, user, text) {
      told.push({ user, text });
      return true;
    },
    async deactivate(workspace, error) {
      state.dead.push(`${workspace.team} ${error}`);
    },
  };
  return { ...state, state, poster };
}
