/**
 * A fake Slack for tests, on loopback: strict where Slack is strict (tokens, scopes and events of the manifest, Block Kit limits,
 * membership, triggers, response addresses), and able to fail as Slack fails (429, lost replies, redelivery, disconnects).
 */
import type { Manifest } from '../../src/slack/index.ts';
import { type Delivery, deliver, overHttp, overSocket, type Send, type Taken } from './deliver.ts';
import type { Desk, Where } from './desk.ts';
import { interactions } from './interactions.ts';
import { messages } from './messages.ts';
import { createOAuth } from './oauth.ts';
import { type Call, type RunningNetwork, startNetwork, type Trouble } from './server.ts';
import { createTriggers } from './web-api.ts';
import { type Clock, createClock, createTeam, type Json, type Message, type Team } from './workspace.ts';

export { blockProblems, viewProblems } from './blocks.ts';
export { signed } from './deliver.ts';
export type { Where } from './desk.ts';
export type { Written } from './messages.ts';
export type { Call, Delivery, Json, Message, Taken, Team, Trouble };

/** What the fake is started with. */
export interface FakeOptions {
  readonly manifest: Manifest;
  readonly transport: 'http' | 'socket';
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly teams?: readonly string[];
  /** Whether whoever installs the app declines the optional scopes. */
  readonly declines?: boolean;
  /** Token rotation: seconds after which a token from OAuth ends. */
  readonly expiresIn?: number;
}

/** The fake that runs. */
export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

/** Starts a fake Slack. Over HTTP, `target.url` must be set to the app's address before anything is delivered. */
export async function startFakeSlack(options: FakeOptions) {
  const { manifest } = options;
  const clock: Clock = createClock();
  const teams = (options.teams ?? ['T1']).map(createTeam);
  const triggers = createTriggers(clock);
  const { bot, bot_optional = [] } = manifest.oauth_config.scopes;
  const scopes = new Set([...bot, ...(options.declines ? [] : bot_optional)]);
  const credentials = { clientId: '1.2', clientSecret: 'a-client-secret' };
  const oauth = createOAuth(manifest, teams, clock, credentials, options.expiresIn);
  const calls: Call[] = [];
  const trouble: { hook?: ((method: string, args: Json) => Trouble | undefined) | undefined } = {};
  const waiting = new Map<string, (payload: Json) => void>();
  const signingSecret = options.signingSecret ?? 'a-signing-secret-for-tests';
  const appToken = options.appToken ?? 'xapp-for-tests';
  const network: RunningNetwork = await startNetwork({
    oauth,
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

  const desk: Desk = { manifest, scopes, clock, triggers, responseUrl: network.responseUrl, teamOf, who, to };
  return {
    apiUrl: `${network.base}/api/`,
    signingSecret,
    appToken,
    clock,
    teams,
    calls,
    trouble,
    credentials,
    /** Somebody follows an install link and clicks Allow; gives the address that the browser is sent to. */
    allow: (link: string, where: Where = {}) => oauth.allow(link, teamOf(where), where.user ?? 'U1'),
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
    ...messages(desk),
    ...interactions(desk),
    /** Messages of the bot that everybody in the channel sees. */
    posts: (where: Where = {}) =>
      teamOf(where).messages.filter((m) => m.user === teamOf(where).botUser && !m.ephemeralTo),
    /** Messages that only one person sees. */
    ephemerals: (where: Where = {}) => teamOf(where).messages.filter((m) => m.ephemeralTo),
    callsOf: (method: string) => calls.filter((c) => c.method === method),
    stop: network.stop,
  };
}
