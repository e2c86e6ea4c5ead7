/** The Slack app as a process of its own, with the stand-in engine: settings from the environment, log on stdout, SIGTERM stops it. */
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { readConfig } from '../../../src/config.ts';
import { createMemoryState, readManifest, startSlack } from '../../../src/slack/index.ts';
import { createFixtureAsk, createFixtureLibrary } from './engine.ts';
import { openFileState } from './file-state.ts';

const config = readConfig(process.env);
const stateDir = process.env.TEST_STATE_DIR;
const app = await startSlack({
  config: config.slack,
  manifest: readManifest(),
  ask: createFixtureAsk(),
  library: createFixtureLibrary(),
  state: stateDir ? openFileState(stateDir) : createMemoryState(),
  logger: pino({ level: config.logLevel, base: null }, pino.destination({ sync: false, minLength: 0 })),
  now: () => new Date(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newReference: () => randomUUID().slice(0, 8),
});
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
