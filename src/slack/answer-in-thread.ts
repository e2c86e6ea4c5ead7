/** Answers a message in its thread, once: the one way for mentions, direct messages and the agent pane. */
import type { webApi } from '@slack/bolt';
import type { ThreadContext } from '../answer/index.ts';
import { askEngine, type Deps, noteUnanswered, today } from './deps.ts';
import { asksForHelp } from './question-text.ts';
import { inviteText } from './send.ts';
import { isNotInChannel } from './slack-errors.ts';
import { type MessagePlace, type PostedAnswer, placeKey } from './state.ts';
import { type AnswerView, answerMessage, type Rendered, usageMessage } from './views/index.ts';

/** A message that asks something. */
export interface AskedMessage {
  readonly surface: 'mention' | 'direct';
  readonly client: webApi.WebClient;
  readonly place: MessagePlace;
  /** First message of the thread; the message itself when it starts one. */
  readonly threadTs: string;
  readonly user: string;
  readonly question: string;
  /** ts of the edit, for an edited message. */
  readonly edited?: string | undefined;
  /** Display name of the bot, for an invitation. */
  readonly bot: string;
  /** Key of the delivery, by which it is known when Slack sends it again. */
  readonly delivery: string | undefined;
  /** Milliseconds (epoch) at which the delivery arrived, and how long its acknowledgement took. */
  readonly arrived: number;
  readonly ackMs: number;
  /** Shows that an answer is in the making while the task runs. */
  readonly during?: (task: () => Promise<void>) => Promise<void>;
}

/** How long an edit waits for the answer that another process is posting: 20 times this many milliseconds. */
const PATIENCE = 250;

/** Answers the message, or updates its answer when it was edited; does nothing when it was answered already. */
export async function answerInThread(deps: Deps, message: AskedMessage): Promise<void> {
  const { place, delivery, during = (task) => task() } = message;
  const thread = { ...place, ts: message.threadTs };
  // Turns are taken by thread: a follow-up must see what the question before it left.
  await deps.turns(placeKey(thread), async () => {
    const question = `question/${placeKey(place)}`;
    const edit = message.edited && `edit/${placeKey(place)}/${message.edited}`;
    const fresh = await deps.state.seen.take([delivery, edit, question].filter((key) => key !== undefined));
    if (delivery && !fresh.has(delivery)) return deps.logger.info({ key: delivery }, 'delivered before: left alone');
    if (edit && !fresh.has(edit)) return;
    if (fresh.has(question)) return during(() => answer(deps, message, thread, undefined));
    if (!edit) return deps.logger.info({ surface: message.surface, ...place }, 'already answered: left alone');
    const posted = await postedAnswer(deps, place);
    if (posted) return during(() => answer(deps, message, thread, posted));
    deps.logger.warn({ surface: message.surface, ...place }, 'edited, but its answer is not known: left alone');
  });
}

/** The answer to a message; if another process has just taken it up, waits for it. */
async function postedAnswer(deps: Deps, place: MessagePlace): Promise<PostedAnswer | undefined> {
  for (let tried = 0; tried < 20; tried += 1) {
    const posted = await deps.state.answers.get(place);
    if (posted) return posted;
    await deps.sleep(PATIENCE);
  }
  return undefined;
}

async function answer(
  deps: Deps,
  message: AskedMessage,
  thread: MessagePlace,
  posted: PostedAnswer | undefined,
): Promise<void> {
  const { place } = message;
  // A new message that starts its thread follows nothing.
  const record = posted || thread.ts !== place.ts ? await deps.state.threads.get(thread) : undefined;
  const before: ThreadContext | null = posted ? posted.before : (record?.context ?? null);
  const { rendered, context, log, note } = compose(deps, message, before);
  // An edit of an older question must not take the thread back to it.
  const latest = !posted || !record || record.question === place.ts;
  // Before the answer is seen: a follow-up may reach another process right after it.
  if (context && latest) await deps.state.threads.put(thread, { context, question: place.ts });
  const ts = await deliver(deps, message, rendered, posted?.ts);
  if (ts === undefined) return;
  await deps.state.answers.put(place, { ts, before });
  deps.logger.info(
    {
      surface: message.surface,
      ...place,
      ...log,
      ack_ms: message.ackMs,
      total_ms: deps.now().getTime() - message.arrived,
      [posted ? 'updates' : 'posts']: 1,
    },
    posted ? 'answer updated' : 'answered',
  );
  await note();
}

function compose(deps: Deps, message: AskedMessage, before: ThreadContext | null) {
  if (asksForHelp(message.question)) {
    return {
      rendered: usageMessage(deps.library.prompts(), deps.library.reload()),
      context: undefined,
      log: { status: 'help' },
      note: async () => undefined,
    };
  }
  const now = today(deps);
  const found = askEngine(deps, message.question, now, before);
  const view: AnswerView = { audience: 'open', now, thread: before };
  const log = { status: found.status, reason: found.reason?.kind };
  return {
    rendered: answerMessage(found, view),
    context: found.thread,
    log,
    note: () => noteUnanswered(deps, message.place.team, found),
  };
}

/** Posts or updates; when the bot is not in the channel, tells who asked. Gives the ts of the answer, or undefined when it could not be given. */
async function deliver(
  deps: Deps,
  message: AskedMessage,
  rendered: Rendered,
  posted: string | undefined,
): Promise<string | undefined> {
  const { client, place, threadTs } = message;
  try {
    if (posted === undefined) return await deps.send.post(client, { channel: place.channel, threadTs }, rendered);
    await deps.send.update(client, place.channel, posted, rendered);
    return posted;
  } catch (error) {
    if (!isNotInChannel(error)) throw error;
    deps.logger.warn({ surface: message.surface, ...place }, 'not in the channel: invitation sent');
    await deps.send.post(client, { channel: message.user }, inviteText(message.bot));
    return undefined;
  }
}
