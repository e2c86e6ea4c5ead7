/**
 * `npm run bench:slack`: what Slack costs. Mentions with the questions of tests/corpora/development.jsonl are sent over HTTP, in turns in
 * the same run, to three processes that post to the same plain server: a bare Bolt app that posts a constant text, this app as `npm start`
 * runs it (the bundle that bin/footnote.js makes, with engine and SQLite file), and this app with each question answered once and for all, which shows what all but the engine
 * costs. Fails when the whole app is below 70 % of the bare one.
 *
 * Options: `--entry FILE` the process to measure, run through tsx (instead of `bin/footnote.js main`), `--mentions N` of each turn, `--turns N`, `--profile FOLDER` writes a
 * CPU profile of this app there.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { signed } from '../tests/fake-slack/index.ts';

const { values } = parseArgs({
  options: {
    entry: { type: 'string' },
    mentions: { type: 'string', default: '1000' },
    turns: { type: 'string', default: '7' },
    profile: { type: 'string' },
  },
});
const QUESTIONS = readFileSync('tests/corpora/development.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);
const SECRET = 'a-signing-secret-for-the-bench';
const CONCURRENT = 32;
const GOAL = 0.7;
/** New for each turn: a server closes connections that were idle while the other app was measured. */
let agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });

/** Answers every call of the Web API with as little work as can be, and counts the posts. */
let posts = 0;
let onPost = () => {};
const slack = createServer((req, res) => {
  req.resume();
  req.on('end', () => {
    const isPost = req.url?.endsWith('chat.postMessage');
    res.writeHead(200, { 'Content-Type': 'application/json' });
    res.end(
      JSON.stringify({
        ok: true,
        ts: `1.${posts}`,
        channel: 'C1',
        user: 'footnote',
        user_id: 'UBOT',
        bot_id: 'B1',
        team_id: 'T1',
      }),
    );
    if (isPost) {
      posts += 1;
      onPost();
    }
  });
});
await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
const apiUrl = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`;

const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

interface App {
  readonly name: string;
  readonly child: ChildProcess;
  readonly port: number;
  readonly rates: number[];
  /** Milliseconds of processor time for one mention, of each turn. */
  readonly work: number[];
}

/** Starts a process and waits for the line that names its port. */
async function start(name: string, command: readonly string[]): Promise<App> {
  const env = {
    PATH: process.env.PATH,
    SLACK_TRANSPORT: 'http',
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: apiUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    SQLITE_FILE: join(folder, `${sent}-${name}.sqlite`),
  };
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      const found = /"port":(\d+)/.exec(line)?.[1];
      if (found) resolve(Number(found));
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  return { name, child, port, rates: [], work: [] };
}

/** Processor time that a process has used, in milliseconds; NaN where there is no /proc. */
function workOf({ child }: App): number {
  try {
    const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return Number.NaN;
  }
}

let sent = 0;

/** Sends one mention and resolves when it is acknowledged. */
function mention(port: number): Promise<void> {
  sent += 1;
  const ts = `${1_700_000_000 + sent}.000100`;
  const event = {
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    ts,
    event_ts: ts,
    text: `<@UBOT> ${QUESTIONS[sent % QUESTIONS.length]}`,
  };
  const body = JSON.stringify({
    type: 'event_callback',
    token: 'x',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${sent}`,
    event_time: 1_700_000_000,
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event,
  });
  return post(port, body);
}

function post(port: number, body: string): Promise<void> {
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...signed(SECRET, body, Math.floor(Date.now() / 1000)),
  };
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path: '/slack/events', method: 'POST', headers, agent }, (res) => {
      res.resume();
      res.on('error', reject);
      res.on('end', () => (res.statusCode === 200 ? resolve() : reject(new Error(`status ${res.statusCode}`))));
    });
    // A connection that the server closed for idleness just then: Slack would send again, too.
    req.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(post(port, body)) : reject(error),
    );
    req.end(body);
  });
}

/** Sends mentions, at most so many at a time, until the last answer is posted. */
async function measure(app: App, count: number): Promise<void> {
  posts = 0;
  agent.destroy();
  agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  const acks: Promise<void>[] = [];
  const before = workOf(app);
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    let left = count;
    const next = () => {
      if (left <= 0) return;
      left -= 1;
      acks.push(mention(app.port).catch(reject));
    };
    onPost = () => {
      if (posts === count) resolve();
      next();
    };
    for (let i = 0; i < CONCURRENT; i += 1) next();
  });
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(acks);
  app.rates.push(count / seconds);
  app.work.push((workOf(app) - before) / count);
}

// Ended from outside, it must not leave its processes behind.
process.once('SIGTERM', () => process.exit(1));

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
const source = (entry: string) => ['--import', 'tsx', entry];
const bare = await start('a bare Bolt app', source('bench/bare-bolt.ts'));
const own = await start('this app', [
  ...profile,
  ...(values.entry ? source(values.entry) : ['bin/footnote.js', 'main']),
]);
const ready = await start('all but the engine', [...profile, ...source('bench/ready-answers.ts')]);
const apps = [bare, own, ready];
for (const app of apps) {
  await measure(app, Number(values.mentions));
  app.rates.pop();
  app.work.pop();
}
for (let turn = 0; turn < Number(values.turns); turn += 1) {
  // Who goes first changes, so that nobody always meets the warmer machine.
  for (let i = 0; i < apps.length; i += 1) await measure(apps[(turn + i) % apps.length]!, Number(values.mentions));
}
for (const app of apps) app.child.kill('SIGTERM');
slack.closeAllConnections();
slack.close();
agent.destroy();

const shareOf = (app: App) => median(app.rates.map((rate, i) => rate / bare.rates[i]!));
for (const app of apps) {
  const turns = app.rates.map((rate) => rate.toFixed(0)).join(', ');
  const figures = `${median(app.rates).toFixed(0).padStart(6)} mentions/s, ${median(app.work).toFixed(2)} ms of processor each`;
  console.log(
    `${app.name.padEnd(20)} ${figures}, ${(shareOf(app) * 100).toFixed(0)} % of the bare app (turns: ${turns})`,
  );
}
console.log(`this app sustains ${(shareOf(own) * 100).toFixed(0)} % of the bare app (goal: ${GOAL * 100} %)`);
process.exitCode = shareOf(own) >= GOAL ? 0 : 1;
