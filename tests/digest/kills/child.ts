/** A process that sends digests until all are done, or until it kills itself at a step with SIGKILL. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { digestWorker, slackPoster } from '../../../src/digest/index.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { event, fact } from '../fixtures.ts';
import { type ChildOrders, CLOCK, SLOT } from './orders.ts';

const orders = JSON.parse(process.env.ORDERS!) as ChildOrders;
const clock = () => CLOCK + (Date.now() - orders.began);
const storage = await openStorage({ database: orders.database, clock, newId: randomUUID });
const source = { facts: [fact('a', { firstLoaded: CLOCK })], events: [event('e', '2022-05-24')], topics: [] };
const worker = digestWorker({
  storage,
  source: () => source,
  clock,
  sleep,
  owner: orders.sender,
  leaseMs: orders.leaseMs,
  logger: pino({ level: 'info' }, pino.destination({ fd: 1, sync: true })),
  poster: slackPoster({
    tokenOf: async ({ team }) => `xoxb-${team}.${orders.sender}`,
    deactivate: async () => {},
    apiUrl: orders.apiUrl,
    timeoutMs: orders.timeoutMs,
  }),
  onStep(step) {
    if (step === orders.killAt) process.kill(process.pid, 'SIGKILL');
  },
});
for (;;) {
  await worker.round();
  let open = 0;
  for (const { team, channel } of orders.channels) {
    const delivery = await storage.deliveries.find({ team, channel, slot: SLOT });
    if (!delivery || delivery.state === 'claimed' || delivery.state === 'sending') open++;
  }
  if (open === 0) break;
  await sleep(50);
}
await storage.close();
