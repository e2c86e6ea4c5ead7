/**
 * `npm run bench:slack`: what Slack costs. Mentions are sent over HTTP to a bare Bolt app that posts a constant text, and to this app,
 * in turns in the same run; both are processes of their own and post to the same plain server. Fails below 70 %.
 *
 * Options: `--entry FILE` the process to measure (the stand-in engine unless said otherwise), `--mentions N` of each turn.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { signed } from '../tests/fake-slack/index.ts';

const { values } = parseArgs({
  options: {
    entry: { type: 'string', default: 'tests/slack/support/entry.ts' },
    mentions: { type: 'string', default: '3000' },
    turns: { type: 'string', default: '5' },
  },
});
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

interface App {
  readonly name: string;
  readonly child: ChildProcess;
  readonly port: number;
}

/** Starts a process and waits for the line that names its port. */
async function start(name: string, entry: string): Promise<App> {
  const env = {
    PATH: process.env.PATH,
    SLACK_TRANSPORT: 'http',
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: apiUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    SQLITE_FILE: ':memory:',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', entry], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      const found = /"port":(\d+)/.exec(line)?.[1];
      if (found) resolve(Number(found));
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  return { name, child, port };
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
    text: '<@UBOT> who flew the joint air patrol?',
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

/** Mentions per second, from the first one sent to the last answer posted; at most so many are on their way at a time. */
async function measure(app: App, count: number): Promise<number> {
  posts = 0;
  agent.destroy();
  agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  const acks: Promise<void>[] = [];
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
  return count / seconds;
}

// Ended from outside, it must not leave its processes behind.
process.once('SIGTERM', () => process.exit(1));

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
const bare = await start('a bare Bolt app', 'bench/bare-bolt.ts');
const own = await start('this app', values.entry);
const rates: Record<string, number[]> = { [bare.name]: [], [own.name]: [] };
for (const app of [bare, own]) await measure(app, Math.min(1000, Number(values.mentions)));
for (let turn = 0; turn < Number(values.turns); turn += 1) {
  // Who goes first changes, so that neither always meets the warmer machine.
  for (const app of turn % 2 === 0 ? [bare, own] : [own, bare])
    rates[app.name]!.push(await measure(app, Number(values.mentions)));
}
for (const app of [bare, own]) app.child.kill('SIGTERM');
slack.closeAllConnections();
slack.close();
agent.destroy();

for (const [name, list] of Object.entries(rates))
  console.log(
    `${name.padEnd(16)} ${median(list).toFixed(0).padStart(6)} mentions/s (median of ${list.map((r) => r.toFixed(0)).join(', ')})`,
  );
const share = median(rates[own.name]!.map((rate, i) => rate / rates[bare.name]![i]!));
console.log(`this app sustains ${(share * 100).toFixed(0)} % of the bare app (goal: ${GOAL * 100} %)`);
process.exitCode = share >= GOAL ? 0 : 1;
