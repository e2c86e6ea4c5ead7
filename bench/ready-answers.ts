/** For `bench/slack.ts`: this app with SQLite as `npm start` has it, but each question is understood and answered once only. */
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { type Answer, createEngine } from '../src/answer/index.ts';
import { readConfig } from '../src/config.ts';
import { loadStore } from '../src/facts/index.ts';
import { createStoreLibrary, readManifest, startSlack } from '../src/slack/index.ts';
import { openStorage, slackState } from '../src/storage/index.ts';

const { slack, data, logLevel } = readConfig(process.env);
const engine = createEngine(loadStore(data.seedsDir));
const known = new Map<string, Answer>();
const ask: typeof engine.ask = (question, options) => {
  const key = JSON.stringify([question, options]);
  const answer = known.get(key) ?? engine.ask(question, options);
  known.set(key, answer);
  return answer;
};
const storage = await openStorage({
  database: { kind: 'sqlite', file: data.sqliteFile },
  clock: Date.now,
  newId: randomUUID,
});
const app = await startSlack({
  config: slack,
  manifest: readManifest(),
  ask,
  library: createStoreLibrary({
    store: () => engine.store,
    ask,
    reload: () => ({ ok: true }),
    documentsDir: undefined,
    today: () => new Date().toISOString().slice(0, 10),
  }),
  state: slackState(storage),
  logger: pino({ level: logLevel, base: null }, pino.destination({ sync: false })),
  now: () => new Date(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newReference: () => randomUUID().slice(0, 8),
});
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
