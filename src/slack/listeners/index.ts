/** The table of all listeners. */
import type { Deps } from '../deps.ts';
import { createSessions } from '../session.ts';
import { ACTIONS, FEEDBACK_FORM, HOME_ASK } from '../views/index.ts';
import { askCommand } from './ask-command.ts';
import { askAgain, shareAnswer, showSources } from './buttons.ts';
import { directMessage } from './direct-message.ts';
import { feedbackClick, feedbackSubmitted } from './feedback.ts';
import { footnoteCommand } from './footnote-command.ts';
import { homeAsk, homeOpened, sessionStopped } from './home.ts';
import { tokensRevoked, uninstalled } from './lifecycle.ts';
import { LOOK_UP, lookupShortcut } from './lookup-shortcut.ts';
import { mention } from './mention.ts';
import type { ListenerTable } from './table.ts';

export { STALE } from './buttons.ts';
export type { ActionArgs, CommandArgs, ListenerTable, ShortcutArgs, ViewArgs } from './table.ts';
export { clickOf, teamOf } from './table.ts';

/** Every listener of the app by what it listens to. `bot` is the bot's name, for invitations. */
export function listenerTable(deps: Deps, bot: string): ListenerTable {
  const sessions = createSessions(deps);
  return {
    commands: { '/ask': askCommand(deps), '/footnote': footnoteCommand(deps) },
    shortcuts: { [LOOK_UP]: lookupShortcut(deps) },
    actions: {
      [ACTIONS.sources]: showSources(deps),
      [ACTIONS.share]: shareAnswer(deps, bot),
      [ACTIONS.askAgain]: askAgain(deps, bot),
      [ACTIONS.feedback]: feedbackClick(deps),
      [HOME_ASK]: homeAsk(deps),
    },
    views: { [FEEDBACK_FORM]: feedbackSubmitted(deps) },
    events: {
      agent_session_stopped: sessionStopped(sessions),
      app_home_opened: homeOpened(deps, sessions),
      app_mention: mention(deps, bot),
      app_uninstalled: uninstalled(deps),
      message: directMessage(deps, sessions, bot),
      tokens_revoked: tokensRevoked(deps),
    },
  };
}

/** Two tables as one; where both have an entry, that of `more` counts. */
export function mergedTable(own: ListenerTable, more: Partial<ListenerTable>): ListenerTable {
  return {
    commands: { ...own.commands, ...more.commands },
    shortcuts: { ...own.shortcuts, ...more.shortcuts },
    actions: { ...own.actions, ...more.actions },
    views: { ...own.views, ...more.views },
    events: { ...own.events, ...more.events },
  };
}
