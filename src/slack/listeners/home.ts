/** The Home tab and the agent pane being opened, and the stop button of the pane. */
import { askEngine, type Deps, noteUnanswered, today } from '../deps.ts';
import type { Sessions } from '../session.ts';
import { answerMessage, homeView, LIMITS, plain, unpackAsked } from '../views/index.ts';
import { type ActionArgs, clickOf, type EventArgs, teamOf } from './table.ts';

/** Makes the listener of `app_home_opened`: publishes the Home tab, or offers prompts in the Messages tab. */
export function homeOpened(deps: Deps, sessions: Sessions) {
  return async ({ event, client, context }: EventArgs<'app_home_opened'>): Promise<void> => {
    if (event.tab === 'messages')
      return sessions.suggest(client, teamOf(context), event.channel, deps.library.prompts());
    await deps.send.call(
      () => client.views.publish({ user_id: event.user, view: homeView(deps.library, today(deps)) }),
      true,
    );
  };
}

/** Makes the listener of the questions in the Home tab: their answer opens in a modal. */
export function homeAsk(deps: Deps) {
  return async ({ ack, body, action, client, context }: ActionArgs): Promise<void> => {
    await ack();
    const asked = unpackAsked(clickOf({ body, action }).value);
    // Without a channel there is nowhere to say that a button is stale: a fresh Home tab replaces it.
    if (!asked)
      return void (await client.views.publish({ user_id: body.user.id, view: homeView(deps.library, today(deps)) }));
    const answer = askEngine(deps, asked.question, today(deps), null);
    const { blocks } = answerMessage(answer, { audience: 'modal', now: today(deps), thread: null });
    const question = { type: 'section' as const, text: plain(asked.question) };
    const view = {
      type: 'modal' as const,
      title: plain('Answer', LIMITS.modalTitle),
      close: plain('Close', LIMITS.modalTitle),
      blocks: [question, ...blocks],
    };
    await deps.send.call(() => client.views.open({ trigger_id: body.trigger_id, view }), false);
    await noteUnanswered(deps, teamOf(context), answer);
  };
}

/** Makes the listener of `agent_session_stopped`: Slack leaves clearing the status to the app. */
export function sessionStopped(sessions: Sessions) {
  return async ({ event, client, context }: EventArgs<'agent_session_stopped'>): Promise<void> =>
    sessions.clear(client, teamOf(context), event.channel, event.thread_ts);
}
