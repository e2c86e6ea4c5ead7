/** The Web API methods that the app uses, with the scopes they need and the errors that Slack gives. */
import { blockProblems, viewProblems } from './blocks.ts';
import { addMessage, type Clock, type Json, type Message, newId, newTs, type Team } from './workspace.ts';

/** What a method answers: `ok: true` with more, or an error by name. */
export type Reply = Json & { ok: boolean; error?: string };

const fail = (error: string, more: Json = {}): Reply => ({ ok: false, error, ...more });

/** The scope each method needs; null for none. A method that is not here does not exist. */
export const METHOD_SCOPES: Readonly<Record<string, string | null>> = {
  'auth.test': null,
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  // An optional scope: the digest does without it when the manifest does not ask for it.
  'users.info': 'users:read',
  'views.open': null,
  'views.publish': null,
  'agents.sessions.setStatus': 'assistant:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};

/** A trigger_id lives three seconds and works once. */
export interface Triggers {
  readonly issue: () => string;
  readonly use: (id: unknown) => string | undefined;
}

/** Makes the triggers. */
export function createTriggers(clock: Clock): Triggers {
  const issued = new Map<string, { at: number; used: boolean }>();
  return {
    issue: () => {
      const id = newId('trigger.');
      issued.set(id, { at: clock.now(), used: false });
      return id;
    },
    use: (id) => {
      const trigger = issued.get(String(id));
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'trigger_exchanged';
      if (clock.now() - trigger.at > 3000) return 'expired_trigger_id';
      trigger.used = true;
      return undefined;
    },
  };
}

/** Arguments come as a form; lists and objects in it are JSON. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value;
}

/** Checks a message and stores it. */
export function storeMessage(team: Team, clock: Clock, args: Json, more: Partial<Message> = {}): Reply {
  let channelId = String(args.channel ?? '');
  if (channelId.startsWith('U')) {
    const im = [...team.channels].find(([, c]) => c.im === channelId)?.[0] ?? `D${channelId}`;
    if (!team.channels.has(im))
      team.channels.set(im, { members: new Set([team.botUser, channelId]), archived: false, im: channelId });
    channelId = im;
  }
  const channel = team.channels.get(channelId);
  if (!channel) return fail('channel_not_found');
  if (!channel.members.has(team.botUser)) return fail('not_in_channel');
  if (channel.archived) return fail('is_archived');
  const blocks = (parsed(args.blocks) as Json[] | undefined) ?? [];
  const text = String(args.text ?? '');
  if (!text && blocks.length === 0) return fail('no_text');
  if (text.length > 40_000) return fail('msg_too_long');
  const problems = blockProblems(blocks, 'message');
  if (problems.length > 0) return fail('invalid_blocks', { response_metadata: { messages: problems } });
  const thread = args.thread_ts as string | undefined;
  const root = team.index.get(`${channelId}/${thread}`);
  // Slack takes a reply's own ts and starts a thread in a thread; nobody wants that.
  if (thread && (!root || root.thread_ts)) return fail('cannot_reply_to_message');
  const message: Message = {
    ts: newTs(clock),
    channel: channelId,
    user: team.botUser,
    text,
    blocks: named(blocks),
    thread_ts: thread,
    args,
    updates: 0,
    ...more,
  };
  addMessage(team, message);
  return { ok: true, channel: channelId, ts: message.ts, message: { text, ts: message.ts } };
}

/** Slack gives a block_id to every block that has none. */
function named(blocks: Json[]): Json[] {
  return blocks.map((b) => ({ ...b, block_id: b.block_id ?? newId('b') }));
}

/** Carries out a method for a workspace. */
export function callMethod(team: Team, clock: Clock, triggers: Triggers, method: string, args: Json): Reply {
  switch (method) {
    case 'auth.test':
      return {
        ok: true,
        url: 'https://fake.slack.com/',
        team: team.id,
        user: 'footnote',
        team_id: team.id,
        user_id: team.botUser,
        bot_id: team.botId,
      };
    case 'users.info':
      return { ok: true, user: { id: args.user, tz: 'Europe/Berlin', locale: 'en-GB' } };
    case 'chat.postMessage':
      return storeMessage(team, clock, args);
    case 'chat.postEphemeral': {
      const channel = team.channels.get(String(args.channel));
      if (channel && !channel.members.has(String(args.user))) return fail('user_not_in_channel');
      return storeMessage(team, clock, args, { ephemeralTo: String(args.user) });
    }
    case 'chat.update': {
      const message = team.index.get(`${args.channel}/${args.ts}`);
      if (message?.user !== team.botUser) return fail('message_not_found');
      const blocks = (parsed(args.blocks) as Json[] | undefined) ?? message.blocks;
      const problems = blockProblems(blocks, 'message');
      if (problems.length > 0) return fail('invalid_blocks', { response_metadata: { messages: problems } });
      Object.assign(message, { text: String(args.text ?? ''), blocks: named(blocks), updates: message.updates + 1 });
      return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
    }
    case 'views.open': {
      const view = parsed(args.view) as Json;
      const problems = viewProblems(view);
      if (problems.length > 0) return fail('invalid_arguments', { response_metadata: { messages: problems } });
      const refused = triggers.use(args.trigger_id);
      if (refused) return fail(refused);
      team.views.push({ view: { ...view, id: newId('V') }, user: '', home: false });
      return { ok: true, view };
    }
    case 'views.publish': {
      const view = parsed(args.view) as Json;
      const problems = viewProblems(view);
      if (problems.length > 0 || view.type !== 'home')
        return fail('invalid_arguments', { response_metadata: { messages: problems } });
      team.views.push({ view: { ...view, id: newId('V') }, user: String(args.user_id), home: true });
      return { ok: true, view };
    }
    case 'agents.sessions.setStatus': {
      if (!team.agents) return fail('feature_not_enabled');
      const status = String(args.status);
      if (!['processing', 'active', 'suspended', 'closed'].includes(status)) return fail('invalid_arguments');
      team.statuses.push({ channel: String(args.channel_id), thread: String(args.thread_ts), status });
      return { ok: true };
    }
    case 'assistant.threads.setSuggestedPrompts': {
      if (!team.agents) return fail('feature_not_enabled');
      const prompts = parsed(args.prompts) as Json[];
      if (!Array.isArray(prompts) || prompts.length > 4 || prompts.some((p) => !p.title || !p.message))
        return fail('invalid_arguments');
      team.prompts.push(prompts);
      return { ok: true };
    }
    default:
      return fail('unknown_method');
  }
}
