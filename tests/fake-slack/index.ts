/**
 * A fake Slack for tests, on loopback: strict where Slack is strict (tokens, scopes and events of the manifest, Block Kit limits,
 * membership, triggers, response addresses), and able to fail as Slack fails (429, lost replies, redelivery, disconnects).
 */
import type { Manifest } from '../../src/slack/index.ts';
import { type Delivery, deliver, overHttp, overSocket, type Send, type Taken } from './deliver.ts';
import { type Call, type RunningNetwork, startNetwork, type Trouble } from './server.ts';
import { createTriggers } from './web-api.ts';
import {
  addMessage,
  type Clock,
  createClock,
  createTeam,
  type Json,
  type Message,
  newId,
  newTs,
  type Team,
} from './workspace.ts';

export { blockProblems, viewProblems } from './blocks.ts';
export { signed } from './deliver.ts';
export type { Call, Delivery, Json, Message, Taken, Team, Trouble };

/** A question somebody wrote, with how the app took it. */
export interface Written extends Taken {
  readonly ts: string;
  readonly delivery: Delivery;
}

/** Where and by whom something is done; workspace T1, channel C1 and user U1 unless said otherwise. */
export interface Where {
  readonly team?: string;
  readonly channel?: string;
  readonly user?: string;
}

/** What the fake is started with. */
export interface FakeOptions {
  readonly manifest: Manifest;
  readonly transport: 'http' | 'socket';
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly teams?: readonly string[];
}

/** The fake that runs. */
export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

const EVENT_SCOPES: Readonly<Record<string, string>> = { app_mention: 'app_mentions:read', 'message.im': 'im:history' };

/** Starts a fake Slack. Over HTTP, `target.url` must be set to the app's address before anything is delivered. */
export async function startFakeSlack(options: FakeOptions) {
  const { manifest } = options;
  const clock: Clock = createClock();
  const teams = (options.teams ?? ['T1']).map(createTeam);
  const triggers = createTriggers(clock);
  const scopes = new Set(manifest.oauth_config.scopes.bot);
  const calls: Call[] = [];
  const trouble: { hook?: ((method: string, args: Json) => Trouble | undefined) | undefined } = {};
  const waiting = new Map<string, (payload: Json) => void>();
  const signingSecret = options.signingSecret ?? 'a-signing-secret-for-tests';
  const appToken = options.appToken ?? 'xapp-for-tests';
  const network: RunningNetwork = await startNetwork({
    teams,
    clock,
    triggers,
    scopes,
    appToken,
    calls,
    trouble,
    onEnvelope: (id, payload) => waiting.get(id)?.(payload),
  });
  const target = { url: '' };
  const send: Send =
    options.transport === 'http' ? overHttp(signingSecret, () => target.url) : overSocket(network.sockets, waiting);

  const teamOf = (where: Where): Team => teams.find((t) => t.id === (where.team ?? 'T1'))!;
  const to = (delivery: Delivery) => deliver(send, delivery);
  const who = (where: Where) => ({ team: teamOf(where), channel: where.channel ?? 'C1', user: where.user ?? 'U1' });

  /** Refuses to send what the manifest does not subscribe to, as Slack would not send it. */
  function event(team: Team, name: string, event: Json): Delivery {
    if (!manifest.settings.event_subscriptions.bot_events.includes(name))
      throw new Error(`the manifest does not subscribe to ${name}`);
    const scope = EVENT_SCOPES[name];
    if (scope && !scopes.has(scope)) throw new Error(`the manifest lacks the scope ${scope} for ${name}`);
    const authorizations = [
      { team_id: team.id, enterprise_id: null, user_id: team.botUser, is_bot: true, is_enterprise_install: false },
    ];
    return {
      kind: 'events_api',
      body: {
        type: 'event_callback',
        token: 'x',
        team_id: team.id,
        api_app_id: 'A1',
        event_id: newId('Ev'),
        event_time: Math.floor(clock.now() / 1000),
        authorizations,
        event,
      },
    };
  }

  async function write(name: 'app_mention' | 'message.im', where: Where, text: string, more: Json): Promise<Written> {
    const { team, channel, user } = who(where);
    const ts = String(more.ts ?? newTs(clock));
    if (!team.index.has(`${channel}/${ts}`))
      addMessage(team, {
        ts,
        channel,
        user,
        text,
        blocks: [],
        thread_ts: more.thread_ts as string | undefined,
        args: {},
        updates: 0,
      });
    const type = name === 'message.im' ? { type: 'message', channel_type: 'im' } : { type: name };
    const delivery = event(team, name, { ...type, channel, user, text, ts, event_ts: ts, ...more });
    return { ts, delivery, ...(await to(delivery)) };
  }

  return {
    apiUrl: `${network.base}/api/`,
    signingSecret,
    appToken,
    clock,
    teams,
    calls,
    trouble,
    target,
    triggers,
    team: (id = 'T1') => teamOf({ team: id }),
    /** Sockets that are open now. */
    connections: () => network.sockets.size,
    /** Asks all sockets to reconnect, as Slack does every few hours. */
    askToReconnect: () =>
      [...network.sockets].forEach((s) => s.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))),
    /** Cuts all sockets. */
    cut: () => [...network.sockets].forEach((s) => s.destroy()),
    /** Sends a delivery (again). */
    redeliver: (delivery: Delivery) => to(delivery),
    /** Sends any event of the manifest. */
    event: (name: string, payload: Json, where: Where = {}) => to(event(teamOf(where), name, payload)),
    /** Somebody mentions the bot; `{bot}` in the text stands for the mention. */
    mention: (text: string, where: Where = {}, more: Json = {}) =>
      write('app_mention', where, text.replaceAll('{bot}', `<@${teamOf(where).botUser}>`), more),
    /** Somebody writes to the bot in D1. */
    direct: (text: string, where: Where = {}, more: Json = {}) =>
      write('message.im', { channel: 'D1', ...where }, text, more),
    /** Somebody edits a direct message. */
    editDirect: (ts: string, text: string, before: string, where: Where = {}) => {
      const edited = newTs(clock);
      const message = { type: 'message', user: where.user ?? 'U1', ts, text, edited: { user: 'U1', ts: edited } };
      const previous_message = { type: 'message', user: where.user ?? 'U1', ts, text: before };
      return to(
        event(teamOf(where), 'message.im', {
          type: 'message',
          subtype: 'message_changed',
          channel_type: 'im',
          channel: 'D1',
          ts: edited,
          message,
          previous_message,
          event_ts: edited,
        }),
      );
    },
    /** Somebody types a command. */
    command: (command: string, text: string, where: Where = {}) => {
      if (!manifest.features.slash_commands.some((c) => c.command === command) || !scopes.has('commands'))
        throw new Error(`the manifest has no command ${command}`);
      const { team, channel, user } = who(where);
      const body = {
        token: 'x',
        team_id: team.id,
        team_domain: 'fake',
        channel_id: channel,
        channel_name: 'general',
        user_id: user,
        user_name: 'user',
        command,
        text,
        api_app_id: 'A1',
        is_enterprise_install: 'false',
        response_url: network.responseUrl(team, channel, user),
        trigger_id: triggers.issue(),
      };
      return to({ kind: 'slash_commands', body });
    },
    /** Somebody uses the message shortcut on a text. */
    shortcut: (callback_id: string, text: string, where: Where = {}) => {
      if (!manifest.features.shortcuts.some((s) => s.callback_id === callback_id))
        throw new Error(`the manifest has no shortcut ${callback_id}`);
      const { team, channel, user } = who(where);
      const message = { type: 'message', user: 'U2', ts: newTs(clock), text };
      return to({
        kind: 'interactive',
        body: {
          type: 'message_action',
          token: 'x',
          action_ts: newTs(clock),
          callback_id,
          team: { id: team.id, domain: 'fake' },
          user: { id: user, name: 'user', team_id: team.id },
          channel: { id: channel, name: 'general' },
          message,
          message_ts: message.ts,
          trigger_id: triggers.issue(),
          response_url: network.responseUrl(team, channel, user),
          is_enterprise_install: false,
        },
      });
    },
    /** Somebody clicks a control of a message by its action_id; `change` alters the action (a stale value, another side of the feedback). */
    click: (message: Message, actionId: string, where: Where = {}, change: Json = {}) => {
      const { team, user } = who(where);
      const elements = message.blocks.flatMap((b) =>
        [...((b.elements as Json[] | undefined) ?? []), ...(b.accessory ? [b.accessory as Json] : [])].map((e) => ({
          ...e,
          block_id: b.block_id,
        })),
      );
      const element = elements.find((e) => (e as Json).action_id === actionId) as Json | undefined;
      if (!element)
        throw new Error(
          `no control ${actionId} in this message; it has ${elements.flatMap((e) => (e as Json).action_id ?? []).join(', ')}`,
        );
      const action = {
        type: element.type,
        action_id: actionId,
        block_id: element.block_id,
        text: element.text,
        value: element.value,
        action_ts: newTs(clock),
        ...change,
      };
      const container = {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: Boolean(message.ephemeralTo),
        ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
      };
      const shown = message.ephemeralTo
        ? {}
        : {
            message: {
              type: 'message',
              user: team.botUser,
              ts: message.ts,
              text: message.text,
              ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
            },
          };
      return to({
        kind: 'interactive',
        body: {
          type: 'block_actions',
          token: 'x',
          api_app_id: 'A1',
          team: { id: team.id, domain: 'fake' },
          user: { id: user, name: 'user', team_id: team.id },
          channel: { id: message.channel, name: 'general' },
          container,
          ...shown,
          trigger_id: triggers.issue(),
          response_url: network.responseUrl(team, message.channel, user, message.ts),
          actions: [action],
          is_enterprise_install: false,
        },
      });
    },
    /** Somebody clicks a button of the Home tab. */
    clickHome: (actionId: string, value: string, where: Where = {}) => {
      const { team, user } = who(where);
      const view = team.views.findLast((v) => v.home)?.view;
      return to({
        kind: 'interactive',
        body: {
          type: 'block_actions',
          token: 'x',
          api_app_id: 'A1',
          team: { id: team.id, domain: 'fake' },
          user: { id: user, name: 'user', team_id: team.id },
          container: { type: 'view', view_id: view?.id },
          view,
          trigger_id: triggers.issue(),
          actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: newTs(clock) }],
        },
      });
    },
    /** Somebody sends the form that was opened last. */
    submit: (values: Json, where: Where = {}, change: Json = {}) => {
      const { team, user } = who(where);
      const view = team.views.findLast((v) => !v.home)!.view;
      return to({
        kind: 'interactive',
        body: {
          type: 'view_submission',
          token: 'x',
          team: { id: team.id, domain: 'fake' },
          user: { id: user, name: 'user', team_id: team.id },
          api_app_id: 'A1',
          trigger_id: triggers.issue(),
          view: { ...view, app_installed_team_id: team.id, state: { values }, ...change },
          response_urls: [],
          is_enterprise_install: false,
        },
      });
    },
    /** Messages of the bot that everybody in the channel sees. */
    posts: (where: Where = {}) =>
      teamOf(where).messages.filter((m) => m.user === teamOf(where).botUser && !m.ephemeralTo),
    /** Messages that only one person sees. */
    ephemerals: (where: Where = {}) => teamOf(where).messages.filter((m) => m.ephemeralTo),
    callsOf: (method: string) => calls.filter((c) => c.method === method),
    stop: network.stop,
  };
}
