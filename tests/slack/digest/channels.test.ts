/** What a digest does when its channel is archived, left, deleted, or gets another id. */
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestSetup } from '../../../src/slack/index.ts';
import type { Storage } from '../../../src/storage/index.ts';
import { EMPTY } from '../../digest/fixtures.ts';
import { DATABASES, type TestDatabase } from '../../storage/databases.ts';
import { quiet, type Running, run, until } from '../support/run.ts';

let database: TestDatabase;
let storage: Storage;
let r: Running;

beforeEach(async () => {
  database = await DATABASES[0]!.create();
  storage = await database.open();
  await storage.subscriptions.save({
    team: 'T1',
    channel: 'C1',
    enterprise: null,
    by: 'U2',
    time: '09:00',
    zone: 'UTC',
    weekdays: [1],
    topics: [],
    whenEmpty: 'skip',
    next: { slot: '2026-05-25', at: 1 },
  });
  const logger = pino({ level: 'silent' });
  r = await run('http', { digest: digestSetup({ storage, source: () => EMPTY, clock: Date.now, logger }) });
});
afterEach(async () => {
  await r.stop();
  await storage.close();
  await database.drop();
});

const happens = (type: string, more: object) => r.fake.event(type, { type, event_ts: '1.1', ...more });

test.each([
  ['channel_archive', 'is_archived', 'the channel is archived'],
  ['group_archive', 'is_archived', 'the channel is archived'],
  ['channel_left', 'not_in_channel', 'I am not in the channel'],
  ['group_left', 'not_in_channel', 'I am not in the channel'],
])('%s pauses it and tells who set it up, once', async (type, why, said) => {
  await happens(type, { channel: 'C1', user: 'U1' });
  await happens(type, { channel: 'C1', user: 'U1' });
  const note = await until(() => r.fake.posts()[0]);
  expect(r.fake.team().channels.get(note.channel)!.im).toBe('U2');
  expect(note.text).toContain(`The digest in <#C1> is paused: ${said}`);
  expect(await storage.subscriptions.find('T1', 'C1')).toMatchObject({ state: 'paused', pausedWhy: why });
  await quiet(r);
  expect(r.fake.posts()).toHaveLength(1);
});

test('it is paused also when nobody can be told', async () => {
  r.fake.trouble.hook = () => ({ error: 'account_inactive' });
  await happens('channel_archive', { channel: 'C1', user: 'U1' });
  await until(async () => (await storage.subscriptions.find('T1', 'C1'))?.state === 'paused');
  await quiet(r);
  expect(r.log.filter((line) => line.msg === 'a listener failed')).toEqual([]);
});

test('an archived channel without a digest is nobody’s business', async () => {
  await happens('channel_archive', { channel: 'C2', user: 'U1' });
  await quiet(r);
  expect(r.fake.posts()).toEqual([]);
});

test('a deleted channel ends it', async () => {
  await happens('channel_deleted', { channel: 'C1' });
  await until(async () => (await storage.subscriptions.find('T1', 'C1')) === null);
});

test('a new id of the channel is followed', async () => {
  await happens('channel_id_changed', { old_channel_id: 'C1', new_channel_id: 'C9' });
  expect(await until(async () => (await storage.subscriptions.find('T1', 'C9')) ?? undefined)).toMatchObject({
    by: 'U2',
  });
  expect(await storage.subscriptions.find('T1', 'C1')).toBeNull();
});
