/** The real `npm start`: what it says with nothing to do, and one mention from Slack to its answer, with the shipped store. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SETTINGS } from '../src/settings.ts';
import { httpManifest, readManifest, socketManifest } from '../src/slack/index.ts';
import { keyringOf, openStorage, SealedInstallationStore } from '../src/storage/index.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack/index.ts';
import { hasStackTrace } from './support/run.ts';

const QUESTION = 'who patrolled with whom on the Quad summit day?';
/** Starting takes seconds on a busy machine. */
const PATIENCE = 120_000;
/** Set to nothing, so that a developer's own `.env` has no say. */
const UNSET = Object.fromEntries(SETTINGS.map(({ name }) => [name, '']));

let folder: string;
const running: ChildProcess[] = [];
const fakes: FakeSlack[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-main-'));
});
afterEach(async () => {
  // npm and what it started are a group of their own.
  for (const { pid, exitCode } of running.splice(0)) if (pid && exitCode === null) process.kill(-pid, 'SIGKILL');
  for (const fake of fakes.splice(0)) await fake.stop();
  rmSync(folder, { recursive: true, force: true });
});

function npmStart(env: Readonly<Record<string, string>>) {
  const child = spawn('npm', ['run', '-s', 'start'], {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...UNSET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.push(child);
  // A run that is broken off must not leave it behind.
  process.once('exit', () => child.pid && child.exitCode === null && process.kill(-child.pid, 'SIGKILL'));
  const log: Record<string, unknown>[] = [];
  const seen = { errors: '' };
  createInterface(child.stdout!).on('line', (line) => log.push(JSON.parse(line) as Record<string, unknown>));
  child.stderr!.on('data', (chunk: Buffer) => {
    seen.errors += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const line = (msg: string) =>
    until(() => {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}: ${seen.errors}`);
      return log.find((l) => l.msg === msg);
    });
  return { child, log, seen, ended, line };
}

async function until<T>(get: () => T | undefined | false): Promise<T> {
  for (const end = Date.now() + PATIENCE / 2; ; ) {
    const value = get();
    if (value) return value;
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function fakeSlack(transport: 'http' | 'socket', teams = ['T1']): Promise<FakeSlack> {
  const manifest =
    transport === 'socket' ? socketManifest(readManifest()) : httpManifest(readManifest(), 'https://bot.example');
  const fake = await startFakeSlack({ manifest, transport, teams });
  fakes.push(fake);
  return fake;
}

test(
  'with no terminal and no tokens it ends with 2 and says what to do',
  async () => {
    const app = npmStart({});
    expect(await app.ended).toBe(2);
    expect(app.seen.errors).toMatch(/no Slack tokens and no terminal[\s\S]*SLACK_BOT_TOKEN[\s\S]*npm run ask/);
    expect(app.log).toEqual([]);
  },
  PATIENCE,
);

test.each([
  ['half of the settings', { SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN: is needed/],
  [
    'a store that is not there',
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SEEDS_DIR: '/nowhere' },
    /The fact store in \/nowhere cannot be read/,
  ],
])(
  'with %s it ends with 2, a message and no stack trace',
  async (_, env, message) => {
    const app = npmStart({ ...env, SQLITE_FILE: join(folder, 'state.sqlite') });
    expect(await app.ended).toBe(2);
    expect(app.seen.errors).toMatch(message);
    expect(hasStackTrace(app.seen.errors)).toBe(false);
  },
  PATIENCE,
);

test(
  'a mention is answered once in its thread with sources; a broken store is not taken up; SIGTERM ends it',
  async () => {
    const fake = await fakeSlack('socket');
    const seeds = join(folder, 'seeds');
    cpSync('seeds', seeds, { recursive: true });
    const app = npmStart({
      SLACK_BOT_TOKEN: fake.team().token,
      SLACK_APP_TOKEN: fake.appToken,
      SLACK_API_URL: fake.apiUrl,
      SQLITE_FILE: join(folder, 'state.sqlite'),
      SEEDS_DIR: seeds,
    });
    await app.line('the Slack app takes questions');

    const asked = await fake.mention(`{bot} ${QUESTION}`);
    await fake.redeliver(asked.delivery);
    const answer = await until(() => fake.posts()[0]);
    expect(answer.thread_ts).toBe(asked.ts);
    for (const part of [/China/, /Russia/, /24 May 2022/, /\[1\]/, /PTI.*paragraph \d/])
      expect(answer.text).toMatch(part);

    // npm passes SIGTERM on to what it started, and not SIGHUP.
    writeFileSync(join(seeds, 'entities.yaml'), 'entities: [\n');
    process.kill(nodeBelow(app.child.pid!), 'SIGHUP');
    const refused = await app.line('the store does not load; the one of before is kept');
    expect(refused.problem).toMatch(/^entities\.yaml:\d+ /);
    await fake.command('/footnote', 'sources');
    expect((await until(() => fake.ephemerals()[0])).text).toMatch(/entities\.yaml/);
    cpSync('seeds', seeds, { recursive: true });
    process.kill(nodeBelow(app.child.pid!), 'SIGHUP');
    await app.line('the store was loaded anew');

    await fake.mention('{bot} and where?', {}, { thread_ts: asked.ts });
    expect((await until(() => fake.posts()[1])).text).toContain('Sea of Japan');
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(app.log.at(-1)).toMatchObject({ msg: 'the Slack app has stopped' });
    // What Bolt warns of (a slow connection on a busy machine) is not this app's.
    expect(app.log.filter((l) => Number(l.level) >= 40 && l.from !== 'bolt').map((l) => l.msg)).toEqual([
      'the store does not load; the one of before is kept',
    ]);
    expect(fake.posts()).toHaveLength(2);
  },
  PATIENCE,
);

test(
  'two workspaces by OAuth: each is answered and has its digest with its own token, one that leaves is erased',
  async () => {
    const fake = await fakeSlack('http', ['T1', 'T2']);
    const file = join(folder, 'state.sqlite');
    const key = randomBytes(32);
    const open = () => openStorage({ database: { kind: 'sqlite', file }, clock: Date.now, newId: randomUUID });
    const storage = await open();
    const store = new SealedInstallationStore({
      ...storage,
      keyring: keyringOf([{ id: 'k1', key }]),
      clock: Date.now,
      sleep: async () => {},
      newId: randomUUID,
    });
    for (const { id, token, botUser, botId } of fake.teams)
      await store.storeInstallation({
        team: { id, name: id },
        enterprise: undefined,
        user: { token: undefined, scopes: undefined, id: 'U1' },
        bot: { token, userId: botUser, id: botId, scopes: ['chat:write'] },
      });
    const due = new Date().toISOString();
    await storage.subscriptions.save({
      team: 'T2',
      enterprise: null,
      channel: 'C1',
      by: 'U1',
      time: due.slice(11, 16),
      zone: 'UTC',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      topics: [],
      whenEmpty: 'note',
      next: { slot: due.slice(0, 10), at: Date.parse(`${due.slice(0, 16)}Z`) },
    });
    await storage.close();

    const app = npmStart({
      SLACK_TRANSPORT: 'http',
      SLACK_SIGNING_SECRET: fake.signingSecret,
      SLACK_API_URL: fake.apiUrl,
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'secret',
      SLACK_STATE_SECRET: 'a-long-state-secret',
      TOKEN_KEYS: `k1:${key.toString('base64')}`,
      HOST: '127.0.0.1',
      PORT: '0',
      SQLITE_FILE: file,
    });
    const { port } = await app.line('the Slack app takes questions');
    fake.target.url = `http://127.0.0.1:${port}/slack/events`;
    // A digest is due in the second workspace: it goes there, with that workspace's token.
    const posted = await until(() => fake.posts({ team: 'T2' })[0]);
    expect(posted.text).toMatch(/^[\s\S]*\[1\][\s\S]*paragraph \d/);
    await fake.mention(`{bot} ${QUESTION}`, { team: 'T1' }, { ts: '100.000001' });
    await until(() => fake.posts({ team: 'T1' })[0]);
    // The same channel and the same ts in the other workspace: it must not hear of the first one's thread.
    await fake.mention('{bot} and where?', { team: 'T2' }, { ts: '100.000001' });
    expect((await until(() => fake.posts({ team: 'T2' })[1])).text).not.toContain('Sea of Japan');
    expect(fake.calls.filter((c) => c.method.startsWith('chat.')).map((c) => c.reply)).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ ok: false })]),
    );
    const install = await fetch(`http://127.0.0.1:${port}/slack/install`);
    expect(await install.text()).toMatch(/state=[\w-]{43}&client_id=1\.2/);
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
  },
  PATIENCE,
);

/** The node process that runs `src/main.ts` below npm. */
function nodeBelow(pid: number): number {
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [stat, command] = ['stat', 'cmdline'].map((file) => readFileSync(`/proc/${entry}/${file}`, 'utf8'));
      const group = Number(stat!.slice(stat!.lastIndexOf(')') + 2).split(' ')[2]);
      if (group === pid && command!.startsWith('node\0')) return Number(entry);
    } catch {
      // It ended while we looked.
    }
  }
  throw new Error('no node below npm');
}
