/** Setting a digest up from Slack: the command, the form and its problems, the sources of an item. */
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DigestSource } from '../../../src/digest/index.ts';
import { digestSetup } from '../../../src/slack/index.ts';
import type { Storage } from '../../../src/storage/index.ts';
import { EMPTY, event } from '../../digest/fixtures.ts';
import { DATABASES, type TestDatabase } from '../../storage/databases.ts';
import { quiet, type Running, run, until } from '../support/run.ts';

const now = Date.UTC(2026, 4, 24, 8);
const source: DigestSource = {
  ...EMPTY,
  events: [event('e', '2022-05-24')],
  topics: [{ id: 'china', label: 'China' }],
};
let database: TestDatabase;
let storage: Storage;
let r: Running;

const begin = (declines: boolean) => {
  const logger = pino({ level: 'silent' });
  return run('http', { declines, digest: digestSetup({ storage, source: () => source, clock: () => now, logger }) });
};
beforeEach(async () => {
  database = await DATABASES[0]!.create();
  storage = await database.open(() => now);
  r = await begin(false);
});
afterEach(async () => {
  await r.stop();
  await storage.close();
  await database.drop();
});

/** Types `/footnote digest …` and gives the private answer. */
async function type(text: string): Promise<string> {
  const before = r.fake.ephemerals().length;
  await r.fake.command('/footnote', `digest ${text}`);
  return (await until(() => r.fake.ephemerals()[before])).text;
}

/** Opens the form and gives it as JSON. */
async function open(): Promise<string> {
  const before = r.fake.team().views.length;
  await r.fake.command('/footnote', 'digest');
  return JSON.stringify(await until(() => r.fake.team().views[before]));
}

/** Sends the form that was opened last; gives what the acknowledgement said. */
async function submit(time: string, zone: string): Promise<string> {
  const one = (id: string, state: object) => ({ [id]: { [id]: state } });
  const sent = await r.fake.submit({
    ...one('time', { value: time }),
    ...one('zone', { value: zone }),
    ...one('weekdays', { selected_options: [{ value: '1' }, { value: '7' }] }),
    ...one('topics', { selected_options: [] }),
    ...one('whenEmpty', { selected_option: { value: 'note' } }),
  });
  await quiet(r);
  return sent.payload;
}

test('opens the form with the zone of the user, and with the settings once there are some', async () => {
  expect(await open()).toContain('"initial_value":"Europe/Berlin"');
  await submit('7:30', 'asia/tokyo');
  const again = await open();
  expect(again).toContain('"initial_value":"07:30"');
  expect(again).toContain('"initial_value":"Asia/Tokyo"');
  expect(r.fake.callsOf('users.info')).toHaveLength(1);
});

test('offers UTC where the optional scope was declined', async () => {
  await r.stop();
  r = await begin(true);
  expect(await open()).toContain('"initial_value":"UTC"');
});

test('names the fields with problems and saves nothing', async () => {
  await open();
  expect(JSON.parse(await submit('25:00', 'Mars/Olympus'))).toMatchObject({
    response_action: 'errors',
    errors: { time: expect.stringContaining('25:00'), zone: expect.stringContaining('Mars') },
  });
  expect(await storage.subscriptions.find('T1', 'C1')).toBeNull();
});

test('saves ids and the next slot, and says so to who set it up', async () => {
  await open();
  expect(await submit('9:00', 'UTC')).not.toContain('errors');
  expect(await storage.subscriptions.find('T1', 'C1')).toMatchObject({
    by: 'U1',
    time: '09:00',
    weekdays: [1, 7],
    next: { slot: '2026-05-24', at: now + 3_600_000 },
  });
  expect((await until(() => r.fake.ephemerals()[0])).text).toContain('The digest comes at 09:00 (UTC)');
});

test('previews, pauses, resumes, lists and ends', async () => {
  await open();
  await submit('9:00', 'UTC');
  expect(await type('preview')).toContain('4 years ago: Event e took place.');
  expect(await storage.deliveries.seenItems('T1', 'C1')).toEqual(new Set());
  await type('pause');
  expect((await storage.subscriptions.find('T1', 'C1'))?.state).toBe('paused');
  expect(await type('list')).toBe('• <#C1> 09:00 (UTC), set up by <@U1>; paused: paused by <@U1>');
  await type('resume');
  expect((await storage.subscriptions.find('T1', 'C1'))?.state).toBe('active');
  expect(await type('sideways')).toContain('/footnote digest preview');
  await type('off');
  expect(await storage.subscriptions.find('T1', 'C1')).toBeNull();
  expect(await type('pause')).toContain('Set one up');
});

test('shows the sources of an item, also when the store no longer has it', async () => {
  await open();
  await submit('9:00', 'UTC');
  await type('preview');
  const shown = r.fake.ephemerals().at(-1)!;
  const click = async (change: object) => {
    const before = r.fake.team().views.length;
    await r.fake.click(shown, 'digest_sources:0', {}, change as Record<string, unknown>);
    return JSON.stringify(await until(() => r.fake.team().views[before]));
  };
  expect(await click({})).toContain('words 1');
  expect(await click({ value: 'event:gone' })).toContain('no longer in the store');
});
