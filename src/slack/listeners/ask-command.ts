/** `/ask <question>`: a private answer at once. */

import { askEngine, type Deps, noteUnanswered, today } from '../deps.ts';
import { asksForHelp, questionText } from '../question-text.ts';
import { answerMessage, usageMessage } from '../views/index.ts';
import { type CommandArgs, teamOf } from './table.ts';

/** Makes the listener of `/ask`. */
export function askCommand(deps: Deps) {
  return async ({ ack, command, respond, context, client }: CommandArgs): Promise<void> => {
    await ack();
    const ackMs = deps.now().getTime() - Number(context.arrived);
    const instead = { client, channel: command.channel_id, user: command.user_id };
    const question = questionText(command.text ?? '', context.botUserId);
    if (asksForHelp(question))
      return deps.send.reply(respond, usageMessage(deps.library.prompts(), deps.library.reload()), { instead });
    const now = today(deps);
    const answer = askEngine(deps, question, now, null);
    await deps.send.reply(respond, answerMessage(answer, { audience: 'private', now, thread: null }), { instead });
    deps.logger.info(
      { surface: 'ask', team: teamOf(context), status: answer.status, reason: answer.reason?.kind, ack_ms: ackMs },
      'answered',
    );
    await noteUnanswered(deps, teamOf(context), answer);
  };
}
