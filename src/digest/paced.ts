/** One message per channel per second, as Slack asks. */
import type { DigestPoster } from './poster.ts';

const SECOND = 1000;

/** Gives a poster that waits before a second message to one channel or user within a second. */
export function paced(poster: DigestPoster, clock: () => number, sleep: (ms: number) => Promise<void>): DigestPoster {
  /** When the next message may go, by channel; entries of the past are dropped as the map grows. */
  const free = new Map<string, number>();
  const turn = async (team: string, channel: string): Promise<void> => {
    const now = clock();
    if (free.size > 1000) for (const [key, at] of free) if (at <= now) free.delete(key);
    const key = `${team}|${channel}`;
    const at = Math.max(now, free.get(key) ?? 0);
    // Taken before the wait, so that two callers at once get two turns.
    free.set(key, at + SECOND);
    if (at > now) await sleep(at - now);
  };
  return {
    ...poster,
    async post(workspace, key, message) {
      await turn(workspace.team, key.channel);
      return poster.post(workspace, key, message);
    },
    async tell(workspace, user, text) {
      await turn(workspace.team, user);
      return poster.tell(workspace, user, text);
    },
  };
}
