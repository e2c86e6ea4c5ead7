/** The buttons under an answer: Show Sources, Share, the questions to go on with. All work after a restart. */
import { askEngine, type Deps, noteUnanswered, today } from '../deps.ts';
import { inviteText } from '../send.ts';
import { isNotInChannel, slackErrorOf } from '../slack-errors.ts';
import { placeKey } from '../state.ts';
import {
  type Asked,
  answerMessage,
  HASH_LENGTH,
  note,
  type Rendered,
  sourcesModal,
  unpackAsked,
} from '../views/index.ts';
import { type ActionArgs, type Click, clickOf, teamOf } from './table.ts';

/** Said of a button that this version cannot read. */
export const STALE = note('This button is from an older version of Footnote. Please ask again.');
const CHANGED = 'The fact store has changed since this was asked; this is what it says now.';

/** Answers the question of a button as it was asked, and says whether the store has changed since. */
export function askedAgain(deps: Deps, asked: Asked) {
  const answer = askEngine(deps, asked.question, asked.now, asked.thread);
  const changed = !answer.store.startsWith(asked.store.slice(0, HASH_LENGTH));
  return { answer, notice: changed ? { notice: CHANGED } : {} };
}

/** Answers privately to a click. */
export function replyTo(
  deps: Deps,
  { respond, client, body, action }: ActionArgs,
  message: Rendered,
  replace = false,
): Promise<void> {
  const { channel, user } = clickOf({ body, action });
  return deps.send.reply(respond, message, { replace, ...(channel ? { instead: { client, channel, user } } : {}) });
}

/** Makes the listener of Show Sources. */
export function showSources(deps: Deps) {
  return async (args: ActionArgs): Promise<void> => {
    await args.ack();
    const asked = unpackAsked(clickOf(args).value);
    if (!asked) return replyTo(deps, args, STALE);
    const { answer, notice } = askedAgain(deps, asked);
    const passages = await Promise.all(
      answer.citations.map(async (c) => [c.n, await deps.library.passage(c.document, c.paragraph)] as const),
    );
    const view = sourcesModal(answer, new Map(passages), notice.notice);
    try {
      await deps.send.call(() => args.client.views.open({ trigger_id: args.body.trigger_id, view }), false);
    } catch (error) {
      // A trigger lives for three seconds and works once; a second click gives a new one.
      if (!['expired_trigger_id', 'trigger_exchanged'].includes(slackErrorOf(error) ?? '')) throw error;
      await replyTo(deps, args, note('That took too long. Please click Show Sources again.'));
    }
  };
}

/** Makes the listener of Share: posts the answer anew, in the name of who clicked, and takes the button away. */
export function shareAnswer(deps: Deps, bot: string) {
  return async (args: ActionArgs): Promise<void> => {
    await args.ack();
    const click = clickOf(args);
    const asked = unpackAsked(click.value);
    if (!asked || !click.channel) return replyTo(deps, args, STALE);
    const { answer, notice } = askedAgain(deps, asked);
    const place = { team: teamOf(args.context), channel: click.channel, ts: `share-${click.messageTs}` };
    const by = { user: click.user, verb: 'shared' as const };
    const open = answerMessage(answer, { audience: 'open', now: asked.now, thread: asked.thread, by, ...notice });
    await deps.turns(placeKey(place), async () => {
      if (await deps.state.answers.get(place)) return;
      try {
        const ts = await deps.send.post(args.client, { channel: place.channel, threadTs: click.threadTs }, open);
        await deps.state.answers.put(place, { ts, before: null });
      } catch (error) {
        if (!isNotInChannel(error)) throw error;
        return replyTo(deps, args, inviteText(bot));
      }
      const done = answerMessage(answer, {
        audience: 'open',
        now: asked.now,
        thread: asked.thread,
        notice: 'You shared this answer in the channel.',
      });
      await replyTo(deps, args, done, true);
    });
  };
}

/** Makes the listener of the questions to go on with: private below a private answer, in the thread below an open one. */
export function askAgain(deps: Deps, bot: string) {
  return async (args: ActionArgs): Promise<void> => {
    await args.ack();
    const click = clickOf(args);
    const asked = unpackAsked(click.value);
    if (!asked || !click.channel) return replyTo(deps, args, STALE);
    const team = teamOf(args.context);
    const now = today(deps);
    const answer = askEngine(deps, asked.question, now, null);
    if (click.ephemeral) await replyTo(deps, args, answerMessage(answer, { audience: 'private', now, thread: null }));
    else if (!(await askInThread(deps, args, click, team, answer, bot))) return;
    deps.logger.info({ surface: 'button', team, status: answer.status, reason: answer.reason?.kind }, 'answered');
    await noteUnanswered(deps, team, answer);
  };
}

/** Posts the answer to a button in its thread, once for each person; gives whether it was posted. */
async function askInThread(
  deps: Deps,
  args: ActionArgs,
  click: Click,
  team: string,
  answer: ReturnType<Deps['ask']>,
  bot: string,
): Promise<boolean> {
  const threadTs = click.threadTs ?? click.messageTs!;
  const thread = { team, channel: click.channel!, ts: threadTs };
  const key = `click/${placeKey({ ...thread, ts: click.messageTs! })}/${click.actionId}/${click.user}`;
  if (!(await deps.state.seen.take([key])).has(key)) return false;
  const by = { user: click.user, verb: 'asked' as const };
  const message = answerMessage(answer, { audience: 'open', now: today(deps), thread: null, by });
  try {
    // Before the answer is seen, as for a written question; the button stands for the message of the question.
    await deps.state.threads.put(thread, { context: answer.thread, question: click.messageTs! });
    await deps.send.post(args.client, { channel: thread.channel, threadTs }, message);
    return true;
  } catch (error) {
    if (!isNotInChannel(error)) throw error;
    await replyTo(deps, args, inviteText(bot));
    return false;
  }
}
