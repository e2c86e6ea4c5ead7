/** Walks through docs/slack.md as somebody would who has just found it, against the fake Slack. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Manifest } from '../../src/slack/index.ts';
import { startFakeSlack } from '../fake-slack/index.ts';
import { startProcess } from './support/process.ts';
import { until } from './support/run.ts';

const doc = readFileSync('docs/slack.md', 'utf8');
const shell = [...doc.matchAll(/```sh\n\s*(.+)\n\s*```/g)].map((m) => m[1]);

const question = /`\/ask (.+?)`/.exec(doc)![1]!;

test('the steps of docs/slack.md lead to an answer', async () => {
  expect(shell).toEqual([
    'npm ci --ignore-scripts',
    'npm run -s manifest -- --socket',
    'cp .env.example .env',
    'npm start',
  ]);
  // 2: the manifest that is printed makes the app.
  const printed = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/manifest.ts', '--socket']).toString();
  const fake = await startFakeSlack({ manifest: parse(printed) as Manifest, transport: 'socket' });
  // 3: .env.example with the two tokens behind their names, and nothing else but where the fake is.
  const filled = readFileSync('.env.example', 'utf8')
    .replace('\nSLACK_BOT_TOKEN=\n', `\nSLACK_BOT_TOKEN=${fake.team().token}\n`)
    .replace('\nSLACK_APP_TOKEN=\n', `\nSLACK_APP_TOKEN=${fake.appToken}\n`);
  const env = Object.fromEntries(
    filled
      .split('\n')
      .filter((l) => /^[A-Z]/.test(l))
      .map((l) => l.split('=', 2)),
  );
  // 4: it starts, says so, and listens on nothing.
  const folder = mkdtempSync(join(tmpdir(), 'footnote-walk-'));
  const unset = { SLACK_SIGNING_SECRET: '', PORT: '', HOST: '', SLACK_TRANSPORT: '' };
  const settings = { ...unset, ...env, SQLITE_FILE: join(folder, 'footnote.sqlite') };
  const app = await startProcess(fake, 'socket', settings, 'src/main.ts');
  expect(doc).toContain('the Slack app takes questions');
  expect(app.port).toBeNaN();
  // 5: every row of the table, with the questions that stand there, on the shipped store.
  await fake.command('/footnote', 'help');
  expect((await until(() => fake.ephemerals()[0])).text).toContain('/ask QUESTION');
  await fake.command('/ask', question, { channel: 'C2' });
  const answer = await until(() => fake.ephemerals()[1]);
  await fake.click(answer, 'share_answer');
  expect((await until(() => fake.ephemerals()[2])).text).toContain('Invite me with /invite @footnote');
  fake.team().channels.get('C2')!.members.add(fake.team().botUser);
  await fake.click(answer, 'share_answer');
  await until(() => fake.posts()[0]);
  await fake.click(answer, 'show_sources');
  await until(() => fake.team().views[0]);
  const asked = await fake.mention(`{bot} ${question}`, { channel: 'C2' });
  await until(() => fake.posts()[1]);
  await fake.mention('{bot} and when?', { channel: 'C2' }, { thread_ts: asked.ts });
  expect((await until(() => fake.posts()[2])).text).toContain('24 May 2022');
  await fake.direct(question);
  await until(() => fake.posts()[3]);
  await fake.shortcut('look_this_up', question);
  await until(() => fake.ephemerals()[3]);
  expect(await app.stop()).toBe(0);
  await fake.stop();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);
