/** `npm start` as it is, engine and SQLite file included: a fresh process, two at once, and one after the other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { httpManifest, readManifest } from '../../src/slack/index.ts';
import { type FakeSlack, startFakeSlack } from '../fake-slack/index.ts';
import { type AppProcess, startProcess } from './support/process.ts';
import { until } from './support/run.ts';

const QUESTION = '{bot} who took part in the joint air patrol?';
let fake: FakeSlack;
let folder: string;
let running: AppProcess[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-whole-'));
  fake = await startFakeSlack({ manifest: httpManifest(readManifest(), 'https://bot.example'), transport: 'http' });
  running = [];
});
afterEach(async () => {
  for (const app of running) app.child.kill('SIGKILL');
  await fake.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<AppProcess> {
  const app = await startProcess(fake, 'http', { SQLITE_FILE: join(folder, 'footnote.sqlite') }, 'src/main.ts');
  running.push(app);
  sendTo(app);
  return app;
}

/** What is delivered from now on goes to this process. */
function sendTo(app: AppProcess): void {
  fake.target.url = `http://127.0.0.1:${app.port}/slack/events`;
}

test('the log of the first mention of a fresh process shows an ack in under 100 ms and one post', async () => {
  const app = await start();
  const asked = await fake.mention(QUESTION);
  expect(asked).toMatchObject({ status: 200, sent: 1 });
  const line = await until(() => app.log.find((entry) => entry.msg === 'answered'));
  expect(line).toMatchObject({ surface: 'mention', ts: asked.ts, posts: 1, status: 'answered' });
  expect(Number(line.ack_ms)).toBeLessThan(100);
  expect(fake.callsOf('chat.postMessage')).toHaveLength(1);
});

test('two processes on one file answer each message once, and know each other’s threads', async () => {
  const apps = [await start(), await start()];
  const questions: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    sendTo(apps[i % 2]!);
    const first = fake.mention(QUESTION);
    const written = await first;
    sendTo(apps[(i + 1) % 2]!);
    await Promise.all([fake.redeliver(written.delivery), fake.mention(QUESTION, {}, { ts: written.ts })]);
    questions.push(written.ts);
  }
  await until(() => fake.posts().length >= 12, 60_000);
  await Promise.all(
    questions.map((ts, i) => {
      sendTo(apps[i % 2]!);
      return fake.mention('{bot} and when?', {}, { thread_ts: ts });
    }),
  );
  await until(() => fake.posts().length >= 24, 60_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const threads = fake.posts().map((post) => post.thread_ts);
  expect(threads.sort()).toEqual([...questions, ...questions].sort());
  expect(fake.posts().filter((post) => post.text.includes('24 May 2022')).length).toBeGreaterThanOrEqual(12);
});

test('killed and started again, it knows the thread, its buttons work, and what it answered stays answered', async () => {
  const before = await start();
  const asked = await fake.mention(QUESTION);
  const post = await until(() => fake.posts()[0]);
  await until(() => before.log.find((entry) => entry.msg === 'answered'));
  before.child.kill('SIGKILL');
  await start();
  await fake.redeliver(asked.delivery);
  await fake.click(post, 'show_sources');
  expect(JSON.stringify((await until(() => fake.team().views[0])).view)).toContain('paragraph');
  await fake.mention('{bot} and when?', {}, { thread_ts: asked.ts });
  expect((await until(() => fake.posts()[1])).text).toContain('24 May 2022');
  await fake.mention('{bot} who signed the roadmap?', {}, { ts: asked.ts, edited: { user: 'U1', ts: '1.2' } });
  await until(() => post.updates === 1);
  expect(fake.posts()).toHaveLength(2);
});
