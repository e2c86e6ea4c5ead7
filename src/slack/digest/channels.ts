/** What becomes of a digest whose channel is archived, deleted, left by the bot, or given another id. */
import type { Logger } from 'pino';
import { sayPaused } from '../../digest/index.ts';
import type { Storage } from '../../storage/index.ts';
import { type EventArgs, type ListenerTable, teamOf } from '../listeners/table.ts';

/** What these listeners work with. */
export interface DigestChannelParts {
  readonly storage: Pick<Storage, 'subscriptions'>;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** Gives the listeners, by the type of their event. Slack's events for private channels are named apart. */
export function digestChannels(parts: DigestChannelParts): ListenerTable['events'] {
  const archived = (args: EventArgs<'channel_archive'>) => pause(parts, args, args.event.channel, 'is_archived');
  const left = (args: EventArgs<'channel_left'>) => pause(parts, args, args.event.channel, 'not_in_channel');
  const deleted = (args: EventArgs<'channel_deleted'>) => end(parts, args, args.event.channel);
  return {
    channel_archive: archived,
    channel_deleted: deleted,
    channel_id_changed: (args: EventArgs<'channel_id_changed'>) => follow(parts, args),
    channel_left: left,
    group_archive: archived,
    group_deleted: deleted,
    group_left: left,
  };
}

/** Pauses the channel's digest and tells whoever set it up, once, though every process may hear of it. */
async function pause(
  { storage, logger }: DigestChannelParts,
  { client, context }: Pick<EventArgs, 'client' | 'context'>,
  channel: string,
  why: string,
): Promise<void> {
  const team = teamOf(context);
  const digest = await storage.subscriptions.find(team, channel);
  if (!digest || !(await storage.subscriptions.pause(team, channel, why))) return;
  try {
    await client.chat.postMessage({
      channel: digest.by,
      text: sayPaused(channel, why),
      unfurl_links: false,
      unfurl_media: false,
    });
    logger.info({ team, channel, why }, 'digest paused');
  } catch (err) {
    // Who set it up may have left the workspace; /footnote digest list shows the reason to all others.
    logger.warn({ err, team, channel, why }, 'digest paused, but nobody could be told');
  }
}

async function end(
  { storage, logger }: DigestChannelParts,
  { context }: Pick<EventArgs, 'context'>,
  channel: string,
): Promise<void> {
  const team = teamOf(context);
  if (await storage.subscriptions.remove(team, channel))
    logger.info({ team, channel }, 'digest ended with its channel');
}

async function follow(
  { storage, logger }: DigestChannelParts,
  { event, context }: EventArgs<'channel_id_changed'>,
): Promise<void> {
  const team = teamOf(context);
  const { old_channel_id: from, new_channel_id: to } = event;
  await storage.subscriptions.moveChannel(team, from, to);
  logger.info({ team, from, to }, 'a channel has another id; its digest follows');
}
