/** The one net under all listeners: logs an error with a reference and gives the user that reference, never the error itself. */
import type { Context, webApi } from '@slack/bolt';
import type { Deps } from './deps.ts';
import { slackErrorOf } from './slack-errors.ts';

/** Where the user can be told. */
interface Target {
  readonly responseUrl?: string;
  readonly channel?: string;
  readonly threadTs?: string;
}

/** Finds where the user who caused a delivery can be told that it failed. */
export function targetOf(body: unknown): Target {
  const b = (body ?? {}) as {
    response_url?: string;
    event?: { type?: string; channel?: string; ts?: string; thread_ts?: string; bot_id?: string };
  };
  if (b.response_url) return { responseUrl: b.response_url };
  const event = b.event;
  if (!event || !['app_mention', 'message'].includes(event.type ?? '') || event.bot_id || !event.channel) return {};
  const threadTs = event.thread_ts ?? event.ts;
  return { channel: event.channel, ...(threadTs ? { threadTs } : {}) };
}

/** Makes the handler for `app.error`. `clientOf` gives a client for a token; `fetcher` posts to a response_url. */
export function errorNet(deps: Deps, clientOf: (token: string) => webApi.WebClient, fetcher: typeof fetch) {
  return async ({ error, context, body }: { error: Error; context: Context; body: unknown }): Promise<void> => {
    const reference = deps.newReference();
    const originals = (error as { originals?: unknown[] }).originals ?? [];
    deps.logger.error(
      { err: error, originals, reference, team: context.teamId, slack: slackErrorOf(error) },
      'a listener failed',
    );
    const text = `Something failed here, and the error is logged. If it happens again, tell whoever runs Footnote the reference ${reference}.`;
    const target = targetOf(body);
    try {
      if (target.responseUrl) {
        const payload = JSON.stringify({ text, response_type: 'ephemeral', replace_original: false });
        await fetcher(target.responseUrl, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: payload,
        });
      } else if (target.channel && context.botToken) {
        await deps.send.post(
          clientOf(context.botToken),
          { channel: target.channel, threadTs: target.threadTs },
          { text, blocks: [] },
        );
      }
    } catch (err) {
      // Whatever kept the listener from answering may keep this from being said as well.
      deps.logger.error({ err, reference }, 'could not tell the user that it failed');
    }
  };
}
