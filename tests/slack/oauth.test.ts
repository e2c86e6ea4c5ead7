/** `npm start` with OAuth against the fake: installing from the link, tokens that end, and removing the app. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { httpManifest, readManifest } from '../../src/slack/index.ts';
import { type FakeSlack, startFakeSlack } from '../fake-slack/index.ts';
import { type AppProcess, startProcess } from './support/process.ts';
import { until } from './support/run.ts';

const BASE = 'https://bot.example';
let fake: FakeSlack;
let app: AppProcess;
let folder: string;

/** Tokens end after 2.5 hours: near enough to be renewed each time one is needed. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-oauth-'));
  const manifest = httpManifest(readManifest(), BASE);
  fake = await startFakeSlack({ manifest, transport: 'http', teams: ['T1', 'T2'], expiresIn: 9000 });
  const oauth = {
    SLACK_BOT_TOKEN: '',
    SLACK_CLIENT_ID: fake.credentials.clientId,
    SLACK_CLIENT_SECRET: fake.credentials.clientSecret,
    SLACK_STATE_SECRET: 'a-long-state-secret',
    TOKEN_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    SQLITE_FILE: join(folder, 'footnote.sqlite'),
  };
  app = await startProcess(fake, 'http', oauth, 'src/main.ts');
  fake.target.url = `http://127.0.0.1:${app.port}/slack/events`;
});
afterEach(async () => {
  app.child.kill('SIGKILL');
  await fake.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Follows the install link as a browser does, up to the address that Slack sends it back to. */
async function agreed(team: string): Promise<{ back: string; cookie: string }> {
  const page = await fetch(`http://127.0.0.1:${app.port}/slack/install`);
  const link = /href="(https:[^"]+)"/.exec(await page.text())![1]!.replaceAll('&amp;', '&');
  const back = fake.allow(link, { team }).replace(BASE, `http://127.0.0.1:${app.port}`);
  return { back, cookie: page.headers.get('set-cookie')!.split(';')[0]! };
}

test('a workspace installs it from the link, is answered while its token is renewed, and removes it', async () => {
  const { back, cookie } = await agreed('T1');
  expect((await fetch(back, { headers: { cookie } })).status).toBe(200);
  for (let i = 0; i < 3; i += 1) await fake.mention('{bot} who took part in the joint air patrol?');
  const posts = await until(() => fake.posts().length === 3 && fake.posts());
  for (const post of posts) expect(post.text).toContain('Sources:');
  // Each call was made with a token that Slack gave out later than the one before, and no refresh token was spent twice.
  const renewals = fake.callsOf('oauth.v2.access');
  expect(renewals.length).toBeGreaterThan(3);
  expect(renewals.filter((call) => (call.reply as { ok: boolean }).ok !== true)).toEqual([]);
  expect(new Set(fake.callsOf('chat.postMessage').map((call) => call.token)).size).toBeGreaterThan(1);
  expect(JSON.stringify(app.log)).not.toMatch(/xox[be]/);
  // T2 never installed it.
  await fake.mention('{bot} who took part in the joint air patrol?', { team: 'T2' });
  await fake.event('app_uninstalled', { type: 'app_uninstalled', event_ts: '1.1' });
  await until(() => app.log.some((line) => line.msg === 'the app was removed from a workspace'));
  const before = fake.callsOf('chat.postMessage').length;
  await fake.mention('{bot} who took part in the joint air patrol?');
  await until(() => app.log.filter((line) => line.msg === 'a listener failed').length >= 2);
  expect(fake.callsOf('chat.postMessage')).toHaveLength(before);
  expect(await app.stop()).toBe(0);
});

test('a token that has ended is renewed before it is used', async () => {
  const { back, cookie } = await agreed('T1');
  await fetch(back, { headers: { cookie } });
  fake.clock.advance(4 * 3_600_000);
  await fake.mention('{bot} who took part in the joint air patrol?');
  await until(() => fake.posts().length === 1);
  expect(fake.calls.filter((call) => (call.reply as { error?: string }).error === 'token_expired')).toEqual([]);
});

const visit = (address: string, cookie?: string) => fetch(address, cookie ? { headers: { cookie } } : {});
const granted = () => fake.callsOf('oauth.v2.access').filter((call) => (call.reply as { ok: boolean }).ok).length;

test('coming back from Slack counts once, and only in the browser that began it', async () => {
  const { back, cookie } = await agreed('T1');
  expect((await visit(back)).status).toBeGreaterThanOrEqual(400);
  const forged = await visit(back.replace(/state=[^&]+/, 'state=forged'), cookie.replace(/=.*/, '=forged'));
  expect(forged.status).toBeGreaterThanOrEqual(400);
  expect(granted()).toBe(0);
  expect((await visit(back, cookie)).status).toBe(200);
  expect(granted()).toBe(1);
  expect((await visit(back, cookie)).status).toBeGreaterThanOrEqual(400);
  expect(granted()).toBe(1);
});
