/** Counts what is being worked on, since Bolt's stop() does not wait for its listeners. */

/** Work in progress. */
export interface InFlight {
  /** Runs a task and counts it while it runs. */
  readonly track: <T>(task: () => Promise<T>) => Promise<T>;
  readonly size: () => number;
  /** Waits until nothing is in progress, for at most `ms` milliseconds; gives whether all was done. */
  readonly drained: (ms: number) => Promise<boolean>;
}

/** Starts with nothing in progress. */
export function createInFlight(): InFlight {
  const tasks = new Set<Promise<unknown>>();
  return {
    track: async (task) => {
      const running = task();
      tasks.add(running);
      try {
        return await running;
      } finally {
        tasks.delete(running);
      }
    },
    size: () => tasks.size,
    drained: async (ms) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), ms);
      });
      const done = async () => {
        while (tasks.size > 0) await Promise.allSettled([...tasks]);
        return true;
      };
      const result = await Promise.race([done(), late]);
      clearTimeout(timer);
      return result;
    },
  };
}
