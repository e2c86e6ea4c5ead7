/** Runs the real app in this process against the fake Slack, over a real socket. */
import pino from 'pino';
import {
  createMemoryState,
  httpManifest,
  type MemoryState,
  type RunningSlack,
  readManifest,
  type SlackParts,
  type SlackSettings,
  socketManifest,
  startSlack,
} from '../../../src/slack/index.ts';
import { type FakeSlack, startFakeSlack } from '../../fake-slack/index.ts';
import { createFixtureAsk, createFixtureLibrary } from './engine.ts';

/** One app that runs against one fake. */
export interface Running {
  readonly fake: FakeSlack;
  readonly app: RunningSlack;
  readonly state: MemoryState;
  /** Lines of the log, parsed. */
  readonly log: Record<string, unknown>[];
  readonly stop: () => Promise<void>;
}

/** Settings for a fake. */
export function settingsFor(
  fake: FakeSlack,
  transport: 'http' | 'socket',
  more: Partial<SlackSettings> = {},
): SlackSettings {
  return {
    transport,
    botToken: fake.team().token,
    appToken: fake.appToken,
    signingSecret: fake.signingSecret,
    apiUrl: fake.apiUrl,
    port: 0,
    host: '127.0.0.1',
    keepQuestions: false,
    oauth: undefined,
    ...more,
  };
}

/** A logger into a list. */
export function logInto(lines: Record<string, unknown>[]) {
  return pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
}

/** Starts both; whatever is given in `more` replaces the default. */
export async function run(
  transport: 'http' | 'socket',
  more: Partial<SlackParts> & { settings?: Partial<SlackSettings>; declines?: boolean } = {},
): Promise<Running> {
  const manifest =
    transport === 'http' ? httpManifest(readManifest(), 'https://bot.example') : socketManifest(readManifest());
  const fake = await startFakeSlack({ manifest, transport, declines: more.declines ?? false });
  const log: Record<string, unknown>[] = [];
  const state = createMemoryState();
  let references = 0;
  const app = await startSlack({
    manifest: readManifest(),
    ask: createFixtureAsk(),
    library: createFixtureLibrary(),
    state,
    logger: logInto(log),
    now: () => new Date(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 50))),
    newReference: () => `ref-${(references += 1)}`,
    ...more,
    config: settingsFor(fake, transport, more.settings),
  });
  fake.target.url = `http://127.0.0.1:${app.port}/slack/events`;
  const stop = async () => {
    await app.stop();
    await fake.stop();
  };
  return { fake, app, state, log, stop };
}

/** Waits until a condition holds, for at most ten seconds; gives its value. */
export async function until<T>(
  condition: () => T | undefined | false | Promise<T | undefined | false>,
  ms = 30_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Waits until the app has nothing in progress, to see that something did not happen. */
export async function quiet({ app }: Running): Promise<void> {
  for (let calm = 0; calm < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    calm = app.health().in_flight === 0 ? calm + 1 : 0;
  }
}
