/** Sending, when things go wrong: a worker with a real database and a Slack in memory. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DigestSource, digestWorker, nextSlot } from '../../src/digest/index.ts';
import { type DigestSettings, type Storage, StorageError } from '../../src/storage/index.ts';
import { DATABASES, type TestDatabase } from '../storage/databases.ts';
import { EMPTY, event, fact, memorySlack, type SILENT } from './fixtures.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

describe.each(DATABASES)('sending digests, on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  let now = 0;
  let source: DigestSource;
  let slack: ReturnType<typeof memorySlack>;
  let logged: { readonly level: string; readonly text: string }[];
  let teams = 0;
  let team: string;
  const clock = () => now;
  const slept: number[] = [];
  const log = (level: string) => (_: object, text: string) => void logged.push({ level, text });
  const worker = (owner = 'a', on: Storage = storage) =>
    digestWorker({
      storage: on,
      source: () => source,
      poster: slack.poster,
      clock,
      sleep: async (ms) => void slept.push(ms),
      logger: { info: log('info'), warn: log('warn'), error: log('error') } as unknown as typeof SILENT,
      owner,
    });
  const subscribe = async (channel: string, more: Partial<DigestSettings> = {}, inTeam = team) => {
    const timing = { time: '09:00', zone: 'UTC', weekdays: EVERY_DAY, topics: [], whenEmpty: 'note' as const, ...more };
    await storage.subscriptions.save({
      team: inTeam,
      channel,
      enterprise: null,
      by: `U${channel}`,
      next: nextSlot(timing, now),
      ...timing,
    });
  };
  const texts = (channel: string) => slack.posted.filter((p) => p.key.channel === channel).map((p) => p.message.text);
  const slots = (channel: string) => slack.posted.filter((p) => p.key.channel === channel).map((p) => p.key.slot);
  const at = (day: number, hours: number) => Date.UTC(2026, 4, day) + hours * HOUR;

  beforeAll(async () => {
    database = await create();
    storage = await database.open(clock);
  });
  afterAll(async () => {
    await storage.close();
    await database.drop();
  });
  beforeEach(async () => {
    for (let i = 0; i <= teams; i++) await storage.eraseTeam(`T${i}`);
    team = `T${++teams}`;
    now = at(24, 8);
    source = EMPTY;
    slack = memorySlack(clock);
    logged = [];
    slept.length = 0;
  });

  it('posts once, with two workers at the same moment', async () => {
    for (let i = 0; i < 10; i++) await subscribe(`C${i}`);
    now = at(24, 9);
    const other = await database.open(clock);
    await Promise.all([worker('a').round(), worker('b', other).round(), worker('c').round()]);
    await other.close();
    expect(slack.posted.map((p) => p.key.channel).sort()).toEqual(Array.from({ length: 10 }, (_, i) => `C${i}`));
  });

  it('covers the time since the last digest and brings each event once', async () => {
    source = {
      ...EMPTY,
      facts: [fact('f', { firstLoaded: at(24, 12) })],
      events: [event('a', '2021-01-01'), event('b', '2022-02-02')],
    };
    await subscribe('C1');
    for (const day of [24, 25, 26]) {
      now = at(day, 9);
      await worker().round();
    }
    expect(texts('C1')[0]).toContain('Event b took place');
    expect(texts('C1')[0]).not.toContain('Fact f');
    expect(texts('C1')[1]).toMatch(
      /Covers 24 May 2026, 09:00 to 25 May 2026, 09:00[\s\S]*Fact f[\s\S]*Event a took place/,
    );
    expect(texts('C1')[2]).toContain('Nothing new');
  });

  it('skips, notes daily or notes weekly when there is nothing new', async () => {
    await subscribe('C1', { whenEmpty: 'skip' });
    await subscribe('C2', { whenEmpty: 'note' });
    await subscribe('C3', { whenEmpty: 'weekly' });
    for (let day = 1; day <= 15; day++) {
      now = at(day + 23, 9);
      await worker().round();
    }
    expect([texts('C1').length, texts('C2').length]).toEqual([0, 15]);
    expect(slots('C3')).toEqual(['2026-05-24', '2026-05-31', '2026-06-07']);
    expect(await storage.deliveries.find({ team, channel: 'C1', slot: '2026-05-24' })).toMatchObject({
      state: 'skipped',
    });
  });

  it('catches up once within four hours, and never replays missed days', async () => {
    await subscribe('C1');
    now = at(24, 13);
    await worker().round();
    now = at(29, 14);
    await worker().round();
    now = at(30, 9);
    await worker().round();
    await worker().round();
    expect(slots('C1')).toEqual(['2026-05-24', '2026-05-30']);
  });

  it('posts no second digest on a day whose time is changed', async () => {
    await subscribe('C1');
    now = at(24, 9);
    await worker().round();
    await subscribe('C1', { time: '10:00' });
    now = at(24, 10);
    await worker().round();
    now = at(25, 10);
    await worker().round();
    expect(slots('C1')).toEqual(['2026-05-24', '2026-05-25']);
  });

  it('keeps its place when the time is moved while a slot is due', async () => {
    await subscribe('C1');
    await storage.subscriptions.advance(team, 'C1', '2026-05-24', { slot: '2026-05-24', at: at(24, 7) });
    now = at(24, 8);
    await worker().round();
    expect(slots('C1')).toEqual([]);
    expect((await storage.subscriptions.find(team, 'C1'))?.next.at).toBe(at(24, 9));
  });

  it('waits out a 429 for the workspace alone', async () => {
    const other = `T${++teams}`;
    await subscribe('C1');
    await subscribe('C2');
    await subscribe('C3', {}, other);
    now = at(24, 9);
    let tries = 0;
    slack.state.fail = ({ channel }) => {
      if (channel === 'C3') return null;
      tries++;
      return { kind: 'later', afterMs: 90_000, error: 'rate_limited', busy: true };
    };
    const same = worker();
    await same.round();
    await same.round();
    expect(tries).toBe(1);
    expect(slack.posted.map((p) => p.key.channel)).toEqual(['C3']);
    slack.state.fail = () => null;
    now += 89_000;
    await same.round();
    expect(slack.posted).toHaveLength(1);
    now += 1000;
    await same.round();
    expect(slack.posted.map((p) => p.key.channel).sort()).toEqual(['C1', 'C2', 'C3']);
  });

  it.each(['is_archived', 'channel_not_found', 'not_in_channel', 'restricted_action'])(
    'pauses on %s and tells who set it up, once',
    async (error) => {
      await subscribe('C1');
      await subscribe('C2');
      now = at(24, 9);
      slack.state.fail = ({ channel }) => (channel === 'C1' ? { kind: 'channel', error } : null);
      await worker().round();
      now = at(25, 9);
      await worker().round();
      expect(slack.told).toMatchObject([{ user: 'UC1' }]);
      expect(slack.told[0]!.text).toMatch(/^The digest in <#C1> is paused: .*\/footnote digest resume/);
      expect(await storage.subscriptions.find(team, 'C1')).toMatchObject({ state: 'paused', pausedWhy: error });
      expect(slots('C2')).toEqual(['2026-05-24', '2026-05-25']);
      // Resumed, it says that one is missing.
      slack.state.fail = () => null;
      now = at(25, 10);
      await storage.subscriptions.resume(team, 'C1', { slot: '2026-05-26', at: at(26, 9) });
      now = at(26, 9);
      await worker().round();
      expect(texts('C1')[0]).toContain('The digest of 24 May 2026 could not be posted');
    },
  );

  it('stops a workspace whose token is revoked in the middle of a batch, and goes on when it is installed again', async () => {
    for (const channel of ['C1', 'C2', 'C3']) await subscribe(channel);
    now = at(24, 9);
    slack.state.fail = ({ channel }) => (channel === 'C1' ? null : { kind: 'installation', error: 'token_revoked' });
    const same = worker();
    await same.round();
    expect(slack.dead).toEqual([`${team} token_revoked`]);
    expect(slack.posted).toHaveLength(1);
    slack.state.alive = () => false;
    now = at(24, 10);
    await same.round();
    expect(slack.dead).toHaveLength(1);
    slack.state.alive = () => true;
    slack.state.fail = () => null;
    now = at(24, 11);
    await same.round();
    expect(slack.posted.map((p) => p.key.channel).sort()).toEqual(['C1', 'C2', 'C3']);
    expect(await storage.subscriptions.list(team)).toMatchObject([
      { state: 'active' },
      { state: 'active' },
      { state: 'active' },
    ]);
  });

  it('sends text when Slack refuses the blocks', async () => {
    await subscribe('C1');
    now = at(24, 9);
    slack.state.fail = (_, message) =>
      message.blocks.length > 0 ? { kind: 'content', error: 'invalid_blocks' } : null;
    await worker().round();
    expect(slack.posted).toMatchObject([
      { message: { blocks: [], text: expect.stringContaining('Digest of 24 May 2026') } },
    ]);
    expect(logged.filter((entry) => entry.level === 'error')).toHaveLength(1);
    // The second message into one channel waited for its second.
    expect(slept).toContain(1000);
  });

  it('finds a digest whose answer was lost, and records it', async () => {
    await subscribe('C1');
    now = at(24, 9);
    slack.state.lost = () => true;
    await worker().round();
    expect(await storage.deliveries.find({ team, channel: 'C1', slot: '2026-05-24' })).toMatchObject({
      state: 'sending',
    });
    now += 3 * MINUTE;
    await worker('b').round();
    expect(await storage.deliveries.find({ team, channel: 'C1', slot: '2026-05-24' })).toMatchObject({
      state: 'posted',
      messageTs: '1',
    });
    expect(slots('C1')).toEqual(['2026-05-24']);
  });

  it('sends again what the history shows to be absent, in time only', async () => {
    await subscribe('C1');
    now = at(24, 9);
    slack.state.fail = () => ({ kind: 'unknown', error: 'timeout' });
    await worker().round();
    slack.state.fail = () => null;
    now += MINUTE;
    await worker('b').round();
    expect(slack.posted).toEqual([]);
    now += 2 * MINUTE;
    await worker('b').round();
    expect(slots('C1')).toEqual(['2026-05-24']);

    await subscribe('C2');
    slack.state.fail = () => ({ kind: 'unknown', error: 'timeout' });
    now = at(25, 9);
    await worker().round();
    slack.state.fail = () => null;
    now = at(25, 14);
    await worker().round();
    expect(slots('C2')).toEqual([]);
    now = at(26, 9);
    await worker().round();
    expect(texts('C2')[0]).toContain('The digest of 25 May 2026 could not be posted');
  });

  it('does not repeat an unknown outcome when the history cannot be read, and says so once', async () => {
    await subscribe('C1', { whenEmpty: 'skip' });
    source = { ...EMPTY, facts: [fact('f', { firstLoaded: at(24, 9) })] };
    now = at(24, 9);
    slack.state.lost = () => true;
    slack.state.history = false;
    await worker().round();
    now += 3 * MINUTE;
    await worker('b').round();
    expect(logged.filter((entry) => entry.level === 'error').map((entry) => entry.text)).toEqual([
      expect.stringContaining('it is not known whether a digest was posted'),
    ]);
    slack.state.lost = () => false;
    for (const day of [25, 26]) {
      now = at(day, 9);
      await worker().round();
    }
    expect(slots('C1')).toEqual(['2026-05-24', '2026-05-25']);
    expect(texts('C1')[1]).toMatch(
      /Fact f[\s\S]*It is not known whether the digest of 24 May 2026 was posted; it was not sent again/,
    );
  });

  it('keeps a post in mind that the database could not record, and posts it no second time', async () => {
    await subscribe('C1');
    now = at(24, 9);
    let away = true;
    const failing: Storage = {
      ...storage,
      deliveries: new Proxy(storage.deliveries, {
        get: (target, name) =>
          name === 'finish' && away
            ? async () => {
                throw new StorageError('storage-unavailable', 'away');
              }
            : Reflect.get(target, name),
      }),
    };
    const same = worker('a', failing);
    await same.round();
    await expect(same.round()).rejects.toThrow('away');
    away = false;
    now += MINUTE;
    await same.round();
    expect(slots('C1')).toEqual(['2026-05-24']);
    expect(await storage.deliveries.find({ team, channel: 'C1', slot: '2026-05-24' })).toMatchObject({
      state: 'posted',
    });
    expect((await storage.subscriptions.find(team, 'C1'))?.next.slot).toBe('2026-05-25');
  });

  it('lets go of a claim whose subscription has ended or is paused', async () => {
    await subscribe('C1');
    await storage.deliveries.claim({ team, channel: 'C1', slot: '2026-05-24' }, 'dead', at(24, 9), 1000);
    await storage.subscriptions.remove(team, 'C1');
    now = at(24, 9);
    await worker().round();
    expect(await storage.deliveries.find({ team, channel: 'C1', slot: '2026-05-24' })).toMatchObject({
      state: 'missed',
    });
    expect(slack.posted).toEqual([]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const running = worker().run(stop.signal);
    stop.abort();
    await expect(running).resolves.toBeUndefined();
  });
});
