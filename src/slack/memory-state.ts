/** The state in the memory of one process: for tests and trials; a restart forgets it. */
import type { Feedback, MessagePlace, PostedAnswer, SlackState, ThreadRecord, Unanswered } from './state.ts';
import { placeKey } from './state.ts';

/** A map that forgets its oldest entries, so that a long-lived process does not grow. */
function bounded<V>(limit: number): {
  get: (key: string) => V | undefined;
  put: (key: string, value: V) => void;
  has: (key: string) => boolean;
} {
  const map = new Map<string, V>();
  return {
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    put: (key, value) => {
      map.delete(key);
      map.set(key, value);
      if (map.size > limit) map.delete(map.keys().next().value!);
    },
  };
}

/** The state with what tests look at. */
export interface MemoryState extends SlackState {
  readonly kept: { readonly feedback: Feedback[]; readonly unanswered: Unanswered[] };
}

/** Makes an empty state that holds at most `limit` entries of each kind. */
export function createMemoryState(limit = 50_000): MemoryState {
  const seen = bounded<true>(limit);
  const threads = bounded<ThreadRecord>(limit);
  const answers = bounded<PostedAnswer>(limit);
  const kept = { feedback: [] as Feedback[], unanswered: [] as Unanswered[] };
  const table = <V>(map: ReturnType<typeof bounded<V>>) => ({
    get: async (place: MessagePlace) => map.get(placeKey(place)),
    put: async (place: MessagePlace, value: V) => map.put(placeKey(place), value),
  });
  const log = <V>(list: V[]) => ({
    add: async (value: V) => {
      list.push(value);
      if (list.length > limit) list.shift();
    },
  });
  return {
    seen: {
      take: async (keys) => {
        const fresh = new Set(keys.filter((key) => !seen.has(key)));
        for (const key of fresh) seen.put(key, true);
        return fresh;
      },
    },
    threads: table(threads),
    answers: table(answers),
    feedback: log(kept.feedback),
    unanswered: log(kept.unanswered),
    kept,
  };
}
