/** The two ways to Slack that can fail at the start: whose token it is, and the socket. Errors say what to do. */
import type { SocketModeReceiver, webApi } from '@slack/bolt';
import { FootnoteError } from '../facts/index.ts';
import type { Sender } from './send.ts';
import type { SlackSettings } from './settings.ts';
import { slackErrorOf } from './slack-errors.ts';

/**
 * Asks Slack whose token this is: the bot's name, and what Bolt needs to act for it.
 * @throws {FootnoteError} when Slack does not accept the token or cannot be reached
 */
export async function whoAmI(send: Sender, client: webApi.WebClient, config: SlackSettings) {
  try {
    const me = await send.call(() => client.auth.test(), true);
    const authorization = {
      botToken: config.botToken!,
      botId: me.bot_id!,
      botUserId: me.user_id!,
      teamId: me.team_id!,
    };
    return { name: me.user ?? 'Footnote', authorization };
  } catch (cause) {
    const name = slackErrorOf(cause);
    const what = name
      ? `Slack does not accept SLACK_BOT_TOKEN (${name}): copy it again from OAuth & Permissions`
      : `Slack cannot be reached at ${config.apiUrl}`;
    throw new FootnoteError('slack-unusable', `${what}.`, { cause });
  }
}

/**
 * Opens the Socket Mode connection.
 * @throws {FootnoteError} when Slack does not accept the app token or cannot be reached
 */
export async function connect(socket: SocketModeReceiver, config: SlackSettings): Promise<void> {
  try {
    await socket.start();
  } catch (cause) {
    const name = slackErrorOf(cause);
    const what = name
      ? `Slack does not accept SLACK_APP_TOKEN (${name}): it needs the scope connections:write, and the app must have Socket Mode on`
      : `Slack cannot be reached at ${config.apiUrl}`;
    throw new FootnoteError('socket-unusable', `${what}.`, { cause });
  }
}

/** Whether the socket is open now, kept up to date by its events. */
export function watchConnection(socket: SocketModeReceiver): () => boolean {
  let connected = false;
  socket.client.on('connected', () => {
    connected = true;
  });
  for (const lost of ['reconnecting', 'disconnected', 'close']) {
    socket.client.on(lost, () => {
      connected = false;
    });
  }
  return () => connected;
}
