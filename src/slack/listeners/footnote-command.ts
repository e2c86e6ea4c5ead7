/** `/footnote help | timeline | profile NAME | sources | digest`. */
import type { Deps } from '../deps.ts';
import { questionText } from '../question-text.ts';
import { citedListMessage, documentsMessage, note, type Rendered, usageMessage } from '../views/index.ts';
import { type CommandArgs, teamOf } from './table.ts';

/** Makes the listener of `/footnote`. */
export function footnoteCommand(deps: Deps) {
  return async ({ ack, command, respond, context, client }: CommandArgs): Promise<void> => {
    await ack();
    const { channel_id: channel, user_id: user, trigger_id: triggerId } = command;
    const reply = (message: Rendered) => deps.send.reply(respond, message, { instead: { client, channel, user } });
    const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(questionText(command.text ?? '', context.botUserId)) ?? [];
    if (word.toLowerCase() === 'digest' && deps.digest) {
      await deps.digest({ text: rest, team: teamOf(context), channel, user, triggerId, client, reply });
      return;
    }
    await reply(browse(deps, word.toLowerCase(), rest));
  };
}

/** What is shown for a word after the command. */
function browse({ library }: Deps, word: string, rest: string): Rendered {
  const usage = (problem?: string) => usageMessage(library.prompts(), library.reload(), problem);
  switch (word) {
    case '':
    case 'help':
      return usage();
    case 'timeline':
      return citedListMessage(library.timeline());
    case 'sources':
      return documentsMessage(library.documents(), library.storeHash(), library.reload());
    case 'profile': {
      if (!rest) return usage('Whose profile? Write a name after it: /footnote profile NAME.');
      const profile = library.profile(rest);
      return profile
        ? citedListMessage(profile)
        : note(`The documents don't mention “${rest}”. /footnote timeline and /footnote sources show what they cover.`);
    }
    case 'digest':
      return note('The daily digest is not set up in this installation.');
    default:
      return usage(`I don't know “${word}”. This is what can be typed:`);
  }
}
