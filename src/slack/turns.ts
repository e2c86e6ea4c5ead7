/** One after another by key: two questions in one thread are answered in order, so that the second sees what the first left. */

/** Runs a task when all earlier tasks of the same key are done. */
export type Turns = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** Starts with no keys in use. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = last.get(key);
    const mine = (async () => {
      await before?.catch(() => undefined);
      return task();
    })();
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
