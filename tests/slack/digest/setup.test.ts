/** Setting a digest up from Slack: the command, the form and its problems, the sources of an item. */
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DigestSource } from '../../../src/digest/index.ts';
import { digestSetup } from '../../../src/slack/digest/index.ts';
import type { Storage } from '../../../src/storage/index.ts';
import { EMPTY, event } from '../../digest/fixtures.ts';
import { DATABASES, type TestDatabase } from '../../storage/databases.ts';

const now = Date.UTC(2026, 4, 24, 8);
const source: DigestSource = {
  ...EMPTY,
  events: [event('e', '2022-05-24')],
  topics: [{ id: 'china', label: 'China' }],
};
let database: TestDatabase;
let storage: Storage;
let calls: { readonly method: string; readonly args: Record<string, unknown> }[];
let said: string[];

beforeAll(async () => {
  database = await DATABASES[0]!.create();
  storage = await database.open(() => now);
});
afterAll(async () => {
  await storage.close();
  await database.drop();
});
beforeEach(() => {
  calls = [];
  said = [];
});

const record =
  (method: string, answer: object = {}) =>
  async (args: Record<string, unknown>) => {
    calls.push({ method, args });
    return answer;
  };
/** The three methods of Slack's client that are used; it stands for Slack. */
const client = {
  views: { open: record('views.open') },
  users: { info: record('users.info', { user: { tz: 'Asia/Tokyo' } }) },
  chat: { postEphemeral: record('chat.postEphemeral') },
};
const setup = () => digestSetup({ storage, source: () => source, clock: () => now, logger: pino({ level: 'silent' }) });
const type = (text: string) =>
  setup().command({
    text,
    team: 'T1',
    channel: 'C1',
    user: 'U1',
    triggerId: 't',
    client: client as never,
    reply: async (message) => void said.push(message.text),
  });
const submit = async (time: string, zone: string) => {
  const acks: unknown[] = [];
  const one = (id: string, state: object) => ({ [id]: { [id]: state } });
  const values = {
    ...one('time', { value: time }),
    ...one('zone', { value: zone }),
    ...one('weekdays', { selected_options: [{ value: '1' }, { value: '7' }] }),
    ...one('topics', { selected_options: [] }),
    ...one('whenEmpty', { selected_option: { value: 'note' } }),
  };
  const args = {
    ack: async (answer: unknown) => void acks.push(answer),
    view: { state: { values }, private_metadata: 'C1' },
    body: { user: { id: 'U1' } },
    client,
    context: { teamId: 'T1' },
  };
  await setup().listeners.views!.digest_form!(args as never);
  return acks;
};

it('opens the form with the zone of the user, and with the settings once there are some', async () => {
  await type('');
  expect(JSON.stringify(calls.find((call) => call.method === 'views.open')!.args)).toContain(
    '"initial_value":"Asia/Tokyo"',
  );
  await submit('7:30', 'europe/berlin');
  calls = [];
  await type('');
  expect(JSON.stringify(calls)).toContain('"initial_value":"07:30"');
  expect(JSON.stringify(calls)).not.toContain('users.info');
});

it('names the fields with problems and saves nothing', async () => {
  await type('off');
  const acks = await submit('25:00', 'Mars/Olympus');
  expect(acks).toMatchObject([
    {
      response_action: 'errors',
      errors: { time: expect.stringContaining('25:00'), zone: expect.stringContaining('Mars') },
    },
  ]);
  expect(await storage.subscriptions.find('T1', 'C1')).toBeNull();
});

it('saves ids and the next slot, then previews, pauses, resumes, lists and ends', async () => {
  expect(await submit('9:00', 'UTC')).toEqual([undefined]);
  expect(await storage.subscriptions.find('T1', 'C1')).toMatchObject({
    by: 'U1',
    time: '09:00',
    weekdays: [1, 7],
    next: { slot: '2026-05-24', at: now + 3_600_000 },
  });
  await type('preview');
  expect(said.pop()).toContain('4 years ago: Event e took place.');
  expect(await storage.deliveries.seenItems('T1', 'C1')).toEqual(new Set());
  await type('pause');
  expect((await storage.subscriptions.find('T1', 'C1'))?.state).toBe('paused');
  await type('list');
  expect(said.pop()).toBe('• <#C1> 09:00 (UTC), set up by <@U1>; paused: paused by <@U1>');
  await type('resume');
  expect((await storage.subscriptions.find('T1', 'C1'))?.state).toBe('active');
  await type('sideways');
  expect(said.pop()).toContain('/footnote digest preview');
  await type('off');
  expect(await storage.subscriptions.find('T1', 'C1')).toBeNull();
  await type('pause');
  expect(said.pop()).toContain('Set one up');
});

it('shows the sources of an item, also when the store no longer has it', async () => {
  const click = (value: string) =>
    setup().listeners.actions!.digest_sources!({
      ack: async () => {},
      body: { trigger_id: 't' },
      action: { value },
      client,
    } as never);
  await click('event:e');
  expect(JSON.stringify(calls.pop()!.args)).toContain('words 1');
  await click('event:gone');
  expect(JSON.stringify(calls.pop()!.args)).toContain('no longer in the store');
});
