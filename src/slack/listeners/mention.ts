/** A mention in a channel: answered in its thread; an edited question has its answer updated. */
import { answerInThread } from '../answer-in-thread.ts';
import type { Deps } from '../deps.ts';
import { questionText } from '../question-text.ts';
import { deliveryOf, type EventArgs, teamOf } from './table.ts';

/** Kinds of messages that people write; all others are made by Slack or by apps. */
export const WRITTEN = new Set([undefined, 'file_share', 'thread_broadcast']);

/** Makes the listener of `app_mention`. */
export function mention(deps: Deps, bot: string) {
  return async ({ event, client, context }: EventArgs<'app_mention'>): Promise<void> => {
    const { user, channel, ts } = event;
    // Another bot that mentions this one could keep both talking for ever.
    if (event.bot_id || !user || user === context.botUserId || !WRITTEN.has(event.subtype)) return;
    const edited = (event as { edited?: { ts: string } }).edited?.ts;
    await answerInThread(deps, {
      surface: 'mention',
      client,
      place: { team: teamOf(context), channel, ts },
      // Never a reply's own ts: Slack would start a thread inside a thread.
      threadTs: event.thread_ts ?? ts,
      user,
      question: questionText(event.text, context.botUserId),
      edited,
      bot,
      ...deliveryOf(context),
    });
  };
}
