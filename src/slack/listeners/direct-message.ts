/** Every direct message is answered in its thread, in the agent pane too; an edited one has its answer updated. */
import { answerInThread } from '../answer-in-thread.ts';
import type { Deps } from '../deps.ts';
import { questionText } from '../question-text.ts';
import type { Sessions } from '../session.ts';
import { WRITTEN } from './mention.ts';
import { deliveryOf, type EventArgs, teamOf } from './table.ts';

/** The fields that are used of a written message. */
interface Written {
  readonly ts: string;
  readonly text?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly thread_ts?: string;
  readonly edited?: { readonly ts: string };
}

/** The message that is to be answered: a new one, or the new form of an edited one whose words changed. */
function writtenIn(event: EventArgs<'message'>['event']): Written | undefined {
  if (event.subtype !== 'message_changed') return WRITTEN.has(event.subtype) ? (event as Written) : undefined;
  const message = event.message as Written;
  const before = event.previous_message as Written | undefined;
  // Slack sends this for link previews and for replies in its thread as well; then the words are the same.
  return WRITTEN.has(message.subtype) && message.edited && message.text !== before?.text ? message : undefined;
}

/** Makes the listener of `message`. Only direct messages are subscribed to. */
export function directMessage(deps: Deps, sessions: Sessions, bot: string) {
  return async ({ event, client, context }: EventArgs<'message'>): Promise<void> => {
    if (event.channel_type !== 'im') return;
    const message = writtenIn(event);
    if (!message?.user || message.bot_id || message.user === context.botUserId) return;
    const team = teamOf(context);
    const { user, ts } = message;
    const threadTs = message.thread_ts ?? ts;
    const question = questionText(message.text ?? '', context.botUserId);
    const place = { team, channel: event.channel, ts };
    await answerInThread(deps, {
      surface: 'direct',
      client,
      place,
      threadTs,
      user,
      question,
      edited: message.edited?.ts,
      bot,
      during: (task) => sessions.during(client, team, event.channel, threadTs, task),
      ...deliveryOf(context),
    });
  };
}
