/** The message shortcut "Look this up": asks the text of a message; only who clicked sees the answer. */
import { askEngine, type Deps, noteUnanswered, today } from '../deps.ts';
import { questionText } from '../question-text.ts';
import { answerMessage, note } from '../views/index.ts';
import { type ShortcutArgs, teamOf } from './table.ts';

/** callback_id of the shortcut, as the manifest has it. */
export const LOOK_UP = 'look_this_up';

/** Makes the listener of the shortcut. */
export function lookupShortcut(deps: Deps) {
  return async ({ ack, shortcut, respond, context, client }: ShortcutArgs): Promise<void> => {
    await ack();
    const instead = { client, channel: shortcut.channel.id, user: shortcut.user.id };
    const question = questionText(shortcut.message.text ?? '', context.botUserId);
    if (!question) return deps.send.reply(respond, note('This message has no text that I could look up.'), { instead });
    const now = today(deps);
    const answer = askEngine(deps, question, now, null);
    await deps.send.reply(respond, answerMessage(answer, { audience: 'private', now, thread: null }), { instead });
    deps.logger.info(
      { surface: 'shortcut', team: teamOf(context), status: answer.status, reason: answer.reason?.kind },
      'answered',
    );
    await noteUnanswered(deps, teamOf(context), answer);
  };
}
