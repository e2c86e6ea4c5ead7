import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { httpManifest, readManifest, socketManifest } from '../../src/slack/index.ts';
import { type FakeSlack, startFakeSlack } from '../fake-slack/index.ts';
import { type AppProcess, startProcess } from './support/process.ts';
import { until } from './support/run.ts';

const fakeFor = (transport: 'http' | 'socket') =>
  startFakeSlack({
    transport,
    manifest:
      transport === 'http' ? httpManifest(readManifest(), 'https://bot.example') : socketManifest(readManifest()),
  });

async function withProcesses(
  transport: 'http' | 'socket',
  count: number,
  body: (fake: FakeSlack, apps: AppProcess[]) => Promise<void>,
): Promise<void> {
  const fake = await fakeFor(transport);
  const folder = mkdtempSync(join(tmpdir(), 'footnote-state-'));
  const apps = await Promise.all(
    Array.from({ length: count }, () => startProcess(fake, transport, count > 1 ? { TEST_STATE_DIR: folder } : {})),
  );
  fake.target.url = `http://127.0.0.1:${apps[0]!.port}/slack/events`;
  try {
    await body(fake, apps);
    for (const app of apps) expect(await app.stop()).toBe(0);
  } finally {
    for (const app of apps) app.child.kill('SIGKILL');
    await fake.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const url = (app: AppProcess) => `http://127.0.0.1:${app.port}/slack/events`;

test.each(['http', 'socket'] as const)(
  'over %s a process answers a mention, a command and a direct message, and stops when told',
  async (transport) => {
    await withProcesses(transport, 1, async (fake, [app]) => {
      await fake.mention('{bot} who flew the patrol?');
      await until(() => fake.posts().length === 1);
      await fake.command('/ask', 'when was the patrol?');
      await until(() => fake.ephemerals().length === 1);
      const again = await fake.mention('{bot} when was the patrol?');
      await fake.direct('who flew the patrol?');
      await until(() => fake.posts().length === 3);
      const line = await until(() => app!.log.find((l) => l.ts === again.ts && l.msg === 'answered'));
      expect(line).toMatchObject({ posts: 1, status: 'answered' });
      expect(Number(line.ack_ms)).toBeLessThan(100);
      const ready = await fetch(`http://127.0.0.1:${app!.port}/readyz`);
      expect([ready.status, await ready.json()]).toMatchObject([200, { transport, ready: true }]);
    });
  },
  120_000,
);

test.each(['http', 'socket'] as const)(
  'over %s two processes answer each message once and share its thread',
  async (transport) => {
    await withProcesses(transport, 2, async (fake, apps) => {
      const questions = await Promise.all(
        Array.from({ length: 30 }, async (_, i) => {
          fake.target.url = url(apps[i % 2]!);
          const sending = fake.mention('{bot} who flew the patrol?');
          const written = await sending;
          fake.target.url = url(apps[(i + 1) % 2]!);
          await Promise.all([
            fake.redeliver(written.delivery),
            fake.mention('{bot} who flew the patrol?', {}, { ts: written.ts }),
          ]);
          return written.ts;
        }),
      );
      await until(() => fake.posts().length >= 30, 60_000);
      const followed = questions.slice(0, 10);
      await Promise.all(
        followed.map((ts, i) => {
          fake.target.url = url(apps[i % 2]!);
          return fake.mention('{bot} and where?', {}, { thread_ts: ts });
        }),
      );
      await until(() => fake.posts().length >= 40, 60_000);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(
        fake
          .posts()
          .map((p) => p.thread_ts)
          .sort(),
      ).toEqual([...questions, ...followed].sort());
      expect(fake.posts().filter((p) => p.text.includes("don't say"))).toEqual([]);
      for (const app of apps) expect(app.log.filter((l) => l.msg === 'answered').length).toBeGreaterThan(0);
    });
  },
  120_000,
);

/** 1,000 with LONG_TESTS=1. */
const MENTIONS = process.env.LONG_TESTS ? 1000 : 200;

test(`${MENTIONS} mentions, a third of them sent twice, a tenth while Slack answers 429: each is answered exactly once`, async () => {
  await withProcesses('http', 1, async (fake) => {
    let posts = 0;
    let limited = 0;
    fake.trouble.hook = (method) => {
      if (method !== 'chat.postMessage') return undefined;
      posts += 1;
      if (posts % 10 !== 0) return undefined;
      limited += 1;
      return { status: 429, retryAfter: 1 };
    };
    const asked: string[] = [];
    const started = performance.now();
    for (let batch = 0; batch < MENTIONS / 20; batch += 1) {
      await Promise.all(
        Array.from({ length: 20 }, async (_, i) => {
          const written = await fake.mention('{bot} who flew the patrol?');
          asked.push(written.ts);
          if (i % 3 === 0) await fake.redeliver(written.delivery);
        }),
      );
    }
    await until(() => fake.posts().length >= MENTIONS, 120_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const seconds = (performance.now() - started) / 1000;
    expect(limited).toBeGreaterThanOrEqual(MENTIONS / 10);
    expect(fake.posts()).toHaveLength(MENTIONS);
    expect(
      fake
        .posts()
        .map((p) => p.thread_ts)
        .sort(),
    ).toEqual(asked.sort());
    console.info(`${MENTIONS} mentions in ${seconds.toFixed(1)} s, ${limited} answers of 429`);
  });
}, 300_000);

test.each([
  [
    'no settings',
    { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' },
    /SLACK_BOT_TOKEN: is needed[\s\S]*SLACK_APP_TOKEN: is needed/,
  ],
  ['a wrong token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, /SLACK_BOT_TOKEN \(invalid_auth\)/],
])(
  'with %s a process ends with a message that says what to do',
  async (_, env, message) => {
    const fake = await fakeFor('socket');
    await expect(startProcess(fake, 'socket', env)).rejects.toThrow(message);
    await fake.stop();
  },
  120_000,
);
