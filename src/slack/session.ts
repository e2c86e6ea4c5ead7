/** Status and prompts of the agent pane. A workspace without agents refuses these calls: then direct messages are plain threads. */
import type { webApi } from '@slack/bolt';
import type { Deps } from './deps.ts';
import { slackErrorOf } from './slack-errors.ts';
import { shorten } from './views/index.ts';

type Client = webApi.WebClient;

/** The agent pane of all workspaces. */
export interface Sessions {
  /** Shows that an answer is in the making while `task` runs; the status is cleared whatever becomes of it. */
  readonly during: (
    client: Client,
    team: string,
    channel: string,
    threadTs: string,
    task: () => Promise<void>,
  ) => Promise<void>;
  /** Clears the status after the reader pressed stop. */
  readonly clear: (client: Client, team: string, channel: string, threadTs: string) => Promise<void>;
  /** Offers questions that the store can answer. */
  readonly suggest: (client: Client, team: string, channel: string, prompts: readonly string[]) => Promise<void>;
}

/** How long a workspace that refused is not asked again, in milliseconds. */
const REST = 3_600_000;
/** Failures that say nothing about whether the workspace has agents. */
const PASSING = new Set([
  undefined,
  'internal_error',
  'fatal_error',
  'request_timeout',
  'thread_not_found',
  'channel_not_found',
]);

/** Makes the sessions; remembers which workspaces have no agents. */
export function createSessions(deps: Pick<Deps, 'logger' | 'now'>): Sessions {
  const resting = new Map<string, number>();

  /** Makes a call that must never cost the reader the answer. */
  async function tryCall(team: string, what: string, make: () => Promise<unknown>): Promise<void> {
    if ((resting.get(team) ?? 0) > deps.now().getTime()) return;
    try {
      await make();
    } catch (err) {
      const name = slackErrorOf(err);
      if (!PASSING.has(name)) resting.set(team, deps.now().getTime() + REST);
      deps.logger.info({ team, what, error: name ?? String(err) }, 'the agent pane is not available here');
    }
  }

  const status = (client: Client, team: string, channel: string, threadTs: string, to: 'processing' | 'active') =>
    tryCall(team, `status ${to}`, () =>
      client.agents.sessions.setStatus({ channel_id: channel, thread_ts: threadTs, status: to }),
    );

  return {
    during: async (client, team, channel, threadTs, task) => {
      // Not awaited before the task: the answer takes a millisecond and shall not wait for its status.
      const shown = status(client, team, channel, threadTs, 'processing');
      try {
        await task();
      } finally {
        await shown;
        await status(client, team, channel, threadTs, 'active');
      }
    },
    clear: (client, team, channel, threadTs) => status(client, team, channel, threadTs, 'active'),
    suggest: async (client, team, channel, prompts) => {
      if (prompts.length === 0) return;
      const offered = prompts.slice(0, 4).map((message) => ({ title: shorten(message, 75), message }));
      await tryCall(team, 'prompts', () =>
        client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts: offered }),
      );
    },
  };
}
