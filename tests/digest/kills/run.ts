/** Kills processes that send digests, at every step, and gives what came of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Step } from '../../../src/digest/index.ts';
import type { DeliveryState, Storage } from '../../../src/storage/index.ts';
import type { TestDatabase } from '../../storage/databases.ts';
import { type Hooks, strictSlack } from '../strict-slack.ts';
import { type ChildOrders, CLOCK, SLOT } from './orders.ts';

/** Where a process is killed: a step of its own, or by us while its request is with Slack. */
type KillPoint = Step | 'received' | 'late' | 'stored';
const KILL_POINTS: readonly KillPoint[] = [
  'claimed',
  'composed',
  'sending',
  'received', // the request is lost
  'late', // the process is dead when the message appears
  'stored', // the message is there, the answer is lost
  'answered',
  'recorded',
  'taken-over',
  'looked',
];

export interface KillOptions {
  readonly database: TestDatabase;
  readonly kills: number;
  /** Processes at once. */
  readonly processes: number;
  /** Whether the channel's history can be read. */
  readonly history: boolean;
  /** Path of the compiled child. */
  readonly child: string;
  /** Which points, in turn (all). */
  readonly points?: readonly KillPoint[];
}

export interface KillResult {
  /** Kills by point. */
  readonly kills: Readonly<Record<string, number>>;
  /** Channels with more than one digest. */
  readonly duplicates: readonly string[];
  /** Channels with none. */
  readonly absent: readonly string[];
  /** How the ledger ended for each channel. */
  readonly states: ReadonlyMap<string, DeliveryState>;
  /** Channels whose unknown outcome a process wrote into its log. */
  readonly reported: ReadonlySet<string>;
  readonly broken: readonly string[];
}

const LEASE = 2500;

/** Runs processes and kills them until `kills` have died; then lets the rest be sent. */
export async function runKills({
  database,
  kills,
  processes,
  history,
  child,
  points = KILL_POINTS,
}: KillOptions): Promise<KillResult> {
  const began = Date.now();
  const clock = () => CLOCK + (Date.now() - began);
  const storage = await database.open(clock);
  const channels: Channel[] = [];
  const children = new Map<string, { readonly process: ChildProcess; readonly point: KillPoint | null }>();
  const slain = (sender: string, point: KillPoint): boolean => {
    const running = children.get(sender);
    return running?.point === point && running.process.kill('SIGKILL');
  };
  const hooks: Hooks = {
    received: async ({ sender }) => (slain(sender, 'received') ? 'hang' : slain(sender, 'late') ? 'late' : null),
    stored: async ({ sender }) => (slain(sender, 'stored') ? 'hang' : null),
  };
  const slack = await strictSlack(clock, () => hooks);
  if (!history) slack.scopes.delete('channels:history');

  const counts: Record<string, number> = {};
  const log: string[] = [];
  let done = 0;
  let started = 0;
  let finished = false;
  const line = async () => {
    while (!finished) {
      const point = done < kills ? points[started % points.length]! : null;
      if (point) await topUp(storage, channels);
      const sender = `p${++started}`;
      const orders: ChildOrders = {
        database: database.settings,
        apiUrl: slack.url,
        sender,
        began,
        leaseMs: LEASE,
        timeoutMs: 800,
        killAt: point === 'received' || point === 'late' || point === 'stored' ? null : point,
        channels,
      };
      const process_ = spawn(process.execPath, [child], {
        env: { ...process.env, ORDERS: JSON.stringify(orders) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.set(sender, { process: process_, point });
      process_.stdout!.on('data', (chunk: Buffer) => log.push(chunk.toString('utf8')));
      const signal = await new Promise<NodeJS.Signals | null>((resolve, reject) => {
        process_.on('exit', (code, by) =>
          by || code === 0 ? resolve(by) : reject(new Error(`${sender} ended with ${code}`)),
        );
      });
      children.delete(sender);
      if (signal === 'SIGKILL') {
        done++;
        counts[point!] = (counts[point!] ?? 0) + 1;
        // One that ends by itself found all digests sent, and its point was not come to.
      } else finished = point === null || done >= kills;
    }
  };
  await Promise.all(Array.from({ length: processes }, line));

  const posts = new Map<string, number>();
  for (const { channel } of slack.messages) posts.set(channel, (posts.get(channel) ?? 0) + 1);
  const states = new Map<string, DeliveryState>();
  for (const { team, channel } of channels) {
    const delivery = await storage.deliveries.find({ team, channel, slot: SLOT });
    if (delivery) states.set(channel, delivery.state);
  }
  const reported = new Set<string>();
  for (const entry of log.join('').split('\n').filter(Boolean)) {
    const { level, msg, channel } = JSON.parse(entry) as { level: number; msg: string; channel: string };
    if (level >= 50 && msg.startsWith('it is not known')) reported.add(channel);
  }
  await storage.close();
  await slack.close();
  return {
    kills: counts,
    duplicates: channels.filter(({ channel }) => (posts.get(channel) ?? 0) > 1).map(({ channel }) => channel),
    absent: channels.filter(({ channel }) => !posts.has(channel)).map(({ channel }) => channel),
    states,
    reported,
    broken: slack.broken,
  };
}

interface Channel {
  readonly team: string;
  readonly channel: string;
}

/** Channels with work left that a new process finds: enough for one to be killed at any point. */
const WORK = 6;

/** Adds channels until there is enough to do. */
async function topUp(storage: Storage, channels: Channel[]): Promise<void> {
  let open = 0;
  for (const { team, channel } of channels) {
    const state = (await storage.deliveries.find({ team, channel, slot: SLOT }))?.state ?? 'claimed';
    if (state === 'claimed' || state === 'sending') open++;
  }
  for (; open < WORK; open++) {
    const added = { team: `T${channels.length % 3}`, channel: `C${channels.length}` };
    channels.push(added);
    await storage.subscriptions.save({
      ...added,
      enterprise: null,
      by: 'U1',
      time: '09:00',
      zone: 'UTC',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      topics: [],
      whenEmpty: 'note',
      next: { slot: SLOT, at: Date.UTC(2026, 4, 24, 9) },
    });
  }
}
