/** What every storage does, whichever database lies under it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DigestSettings, RETENTION, type Storage } from '../../src/storage/index.ts';
import { DATABASES, firstTime, type TestDatabase } from './databases.ts';

const SETTINGS: DigestSettings = {
  time: '09:00',
  zone: 'Europe/Berlin',
  weekdays: [1, 2, 3],
  topics: [],
  whenEmpty: 'skip',
};
const SLOT = '2026-05-24';
const NEXT = { slot: '2026-05-25', at: 90_000 };

describe.each(DATABASES)('storage on $name', ({ create }) => {
  let database: TestDatabase;
  let a: Storage;
  let b: Storage;
  let now = 1_000_000;
  let team: string;
  let teams = 0;

  beforeAll(async () => {
    database = await create();
    // Two connections that opened at once stand for two processes.
    [a, b] = await Promise.all([database.open(() => now), database.open(() => now)]);
  });
  afterAll(async () => {
    await a.close();
    await b.close();
    await database.drop();
  });
  beforeEach(() => {
    team = `T${++teams}`;
    now = 1_000_000;
  });

  const subscribe = (channel: string, at = 50_000) =>
    a.subscriptions.save({ team, channel, enterprise: null, by: 'U1', next: { slot: SLOT, at }, ...SETTINGS });
  const key = (channel: string) => ({ team, channel, slot: SLOT });
  const record = { leaseMs: 1000, windowFrom: 1, windowTo: 2, items: ['event:x', 'fact:y'] };

  describe('seen events', () => {
    it('are new to exactly one of many callers on two connections', async () => {
      const calls = Array.from({ length: 40 }, (_, i) => firstTime(i % 2 ? a : b, team, 'event:Ev1'));
      expect((await Promise.all(calls)).filter(Boolean)).toHaveLength(1);
    });
    it('are taken several at once, each by the first caller that names it', async () => {
      const mark = (key: string) => ({ team, key });
      expect(await a.seenEvents.take([mark('event'), mark('message')])).toEqual(new Set(['event', 'message']));
      expect(await b.seenEvents.take([mark('other event'), mark('message')])).toEqual(new Set(['other event']));
    });
    it('are taken by all who come at the same moment, though one of them fails', async () => {
      const marks = ['a', 'b', null, 'c'].map((key) => a.seenEvents.take([{ team, key: key as string }]));
      const ends = await Promise.allSettled(marks);
      expect(ends.map((end) => (end.status === 'fulfilled' ? [...end.value] : 'failed'))).toEqual([
        ['a'],
        ['b'],
        'failed',
        ['c'],
      ]);
      expect(await firstTime(b, team, 'a')).toBe(false);
    });
    it('are told apart by workspace, and can be forgotten', async () => {
      expect(await firstTime(a, team, 'k')).toBe(true);
      expect(await firstTime(b, `${team}x`, 'k')).toBe(true);
      await b.seenEvents.forget(team, 'k');
      expect(await firstTime(a, team, 'k')).toBe(true);
      expect(await firstTime(a, `${team}x`, 'k')).toBe(false);
    });
  });

  describe('threads and posted answers', () => {
    const context = { facts: ['f'], entities: [], events: [], asked: 'when', concepts: [], date: null };
    it('give back what was put, by team, channel and ts', async () => {
      await a.threads.put(team, 'C1', '1.1', { context, question: '1.1' });
      await a.threads.put(team, 'C1', '1.1', { context: { ...context, asked: 'where' }, question: '1.2' });
      expect(await b.threads.get(team, 'C1', '1.1')).toEqual({
        context: { ...context, asked: 'where' },
        question: '1.2',
      });
      expect(await b.threads.get(`${team}x`, 'C1', '1.1')).toBeNull();
      expect(await b.threads.get(team, 'C2', '1.1')).toBeNull();
      expect(await b.threads.get(team, 'C1', '1.2')).toBeNull();
    });
    it('know which answer belongs to a question', async () => {
      await a.postedAnswers.put(team, 'C1', '1.1', { ts: '1.2', before: null });
      await a.postedAnswers.put(team, 'C1', '1.1', { ts: '1.3', before: context });
      expect(await b.postedAnswers.get(team, 'C1', '1.1')).toEqual({ ts: '1.3', before: context });
      expect(await b.postedAnswers.get(`${team}x`, 'C1', '1.1')).toBeNull();
    });
  });

  describe('words', () => {
    const refusal = { reading: 'r', reason: 'no-such-event', failed: 'Narnia', question: 'Was it in Narnia?' };
    const rest = { user: 'U1', status: 'answered', store: 'abc', reason: 'date', remark: 'wrong day' };
    const verdict = { verdict: 'bad', reading: 'r', question: 'q', ...rest } as const;
    it('are dropped unless the workspace keeps them', async () => {
      await a.unanswered.add({ team, ...refusal });
      await a.feedback.add({ team, ...verdict });
      expect((await a.unanswered.list(team, 9))[0]).toMatchObject({ reading: 'r', failed: null, question: null });
      expect((await a.feedback.list(team, 9))[0]).toMatchObject({ ...verdict, team, question: null, at: now });
    });
    it('are kept where it does, and erased when it stops', async () => {
      await a.workspaces.change(team, { keepWords: true });
      await a.unanswered.add({ team, ...refusal });
      await a.feedback.add({ team, ...verdict });
      expect((await a.unanswered.list(team, 9))[0]).toMatchObject({ failed: 'Narnia', question: 'Was it in Narnia?' });
      expect(await a.feedback.list(team, 9)).toMatchObject([{ verdict: 'bad', question: 'q' }]);
      await a.workspaces.change(team, { keepWords: false });
      expect((await a.unanswered.list(team, 9))[0]).toMatchObject({ failed: null, question: null });
      expect((await a.feedback.list(team, 9))[0]).toMatchObject({ question: null });
    });
    it('are not needed to count refusals by reason', async () => {
      for (const at of [10, 20, 30]) {
        now = at;
        await a.unanswered.add({ team, ...refusal, reason: at === 20 ? 'off-topic' : 'no-such-event' });
      }
      await a.unanswered.add({ team: `${team}x`, ...refusal });
      expect(await b.unanswered.count(team, 10, 30)).toEqual({ 'no-such-event': 1, 'off-topic': 1 });
      expect(await b.unanswered.count(team, 10, 31)).toEqual({ 'no-such-event': 2, 'off-topic': 1 });
    });
  });

  describe('subscriptions', () => {
    it('are one per channel, keep when they began, and become active on saving', async () => {
      await subscribe('C1');
      await a.subscriptions.pause(team, 'C1', 'archived');
      now += 5;
      const saved = await subscribe('C1', 60_000);
      expect(saved).toEqual({
        team,
        channel: 'C1',
        enterprise: null,
        by: 'U1',
        since: 1_000_000,
        state: 'active',
        pausedWhy: null,
        next: { slot: SLOT, at: 60_000 },
        ...SETTINGS,
      });
      expect(await b.subscriptions.find(team, 'C1')).toEqual(saved);
      expect(await b.subscriptions.list(team)).toEqual([saved]);
      expect(await b.subscriptions.find(`${team}x`, 'C1')).toBeNull();
    });
    it('are due when active and their time has come, longest due first', async () => {
      await subscribe('C1', 200);
      await subscribe('C2', 100);
      await subscribe('C3', 100);
      await subscribe('C4', 300);
      await a.subscriptions.pause(team, 'C3', 'x');
      const mine = (await b.subscriptions.due(200, 1000)).filter((sub) => sub.team === team);
      expect(mine.map((sub) => sub.channel)).toEqual(['C2', 'C1']);
      expect(await b.subscriptions.due(200, 1)).toHaveLength(1);
      expect((await b.subscriptions.due(200, 1000, [team])).filter((sub) => sub.team === team)).toEqual([]);
      expect(await b.subscriptions.nextDue()).toBe(100);
    });
    it('pause and resume once', async () => {
      await subscribe('C1');
      const paused = await Promise.all([a, b].map((s) => s.subscriptions.pause(team, 'C1', 'why')));
      expect(paused.filter(Boolean)).toHaveLength(1);
      expect(await a.subscriptions.find(team, 'C1')).toMatchObject({ state: 'paused', pausedWhy: 'why' });
      expect(await a.subscriptions.resume(team, 'C1', NEXT)).toBe(true);
      expect(await a.subscriptions.resume(team, 'C1', NEXT)).toBe(false);
      expect(await a.subscriptions.find(team, 'C1')).toMatchObject({ state: 'active', pausedWhy: null, next: NEXT });
    });
    it('advance only from the slot they are at', async () => {
      await subscribe('C1');
      expect(await a.subscriptions.advance(team, 'C1', 'other', NEXT)).toBe(false);
      expect(await a.subscriptions.advance(team, 'C1', SLOT, NEXT)).toBe(true);
      expect((await a.subscriptions.find(team, 'C1'))?.next).toEqual(NEXT);
    });
    it('follow a channel whose id changes, with what it has seen', async () => {
      await subscribe('C1');
      await a.deliveries.claim(key('C1'), 'p', 1, 1000);
      await a.deliveries.startSending(key('C1'), 'p', record);
      await a.deliveries.finish(key('C1'), 'p', { state: 'posted', messageTs: '1.1' }, NEXT);
      await a.subscriptions.moveChannel(team, 'C1', 'C9');
      expect(await a.subscriptions.find(team, 'C1')).toBeNull();
      expect(await a.subscriptions.find(team, 'C9')).toMatchObject({ next: NEXT });
      expect(await a.deliveries.seenItems(team, 'C9')).toEqual(new Set(record.items));
      expect(await a.deliveries.find(key('C9'))).toMatchObject({ state: 'posted' });
    });
    it('end, and forget what was seen, but not what was sent', async () => {
      await subscribe('C1');
      await a.deliveries.claim(key('C1'), 'p', 1, 1000);
      await a.deliveries.startSending(key('C1'), 'p', record);
      await a.deliveries.finish(key('C1'), 'p', { state: 'posted', messageTs: '1.1' }, NEXT);
      expect(await a.subscriptions.remove(team, 'C1')).toBe(true);
      expect(await a.subscriptions.remove(team, 'C1')).toBe(false);
      expect(await a.deliveries.seenItems(team, 'C1')).toEqual(new Set());
      expect(await a.deliveries.claim(key('C1'), 'p', 1, 1000)).toBe(false);
    });
  });

  describe('deliveries', () => {
    it('are claimed by one of many', async () => {
      const claims = Array.from({ length: 30 }, (_, i) =>
        (i % 2 ? a : b).deliveries.claim(key('C1'), `p${i}`, 1, 1000),
      );
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    });
    it('go from claimed to sending to posted, moving the subscription and what was seen', async () => {
      await subscribe('C1');
      expect(await a.deliveries.claim(key('C1'), 'p', 77, 1000)).toBe(true);
      expect(await b.deliveries.startSending(key('C1'), 'other', record)).toBe(false);
      expect(await b.deliveries.startSending(key('C1'), 'p', record)).toBe(true);
      expect(await b.deliveries.startSending(key('C1'), 'p', record)).toBe(false);
      expect(await a.deliveries.finish(key('C1'), 'p', { state: 'posted', messageTs: '5.5' }, NEXT)).toBe(true);
      expect(await a.deliveries.finish(key('C1'), 'p', { state: 'posted', messageTs: '6.6' }, NEXT)).toBe(false);
      expect(await b.deliveries.find(key('C1'))).toEqual({
        ...key('C1'),
        state: 'posted',
        owner: 'p',
        leaseUntil: now,
        dueAt: 77,
        sendingAt: now,
        messageTs: '5.5',
        windowFrom: 1,
        windowTo: 2,
        items: record.items,
        error: null,
        reported: false,
      });
      expect(await b.deliveries.lastPosted(team, 'C1')).toMatchObject({ slot: SLOT });
      expect(await b.deliveries.seenItems(team, 'C1')).toEqual(new Set(record.items));
      expect((await b.subscriptions.find(team, 'C1'))?.next).toEqual(NEXT);
    });
    it('may not be sent once the lease has run out', async () => {
      await a.deliveries.claim(key('C1'), 'p', 1, 1000);
      now += 1000;
      expect(await a.deliveries.startSending(key('C1'), 'p', record)).toBe(false);
    });
    it('that were claimed and left are claimed anew; those being sent are not', async () => {
      await a.deliveries.claim(key('C1'), 'p', 1, 1000);
      await a.deliveries.claim(key('C2'), 'p', 1, 1000);
      await a.deliveries.startSending(key('C2'), 'p', record);
      expect(await b.deliveries.claim(key('C1'), 'q', 1, 1000)).toBe(false);
      now += 1000;
      expect(await b.deliveries.claim(key('C1'), 'q', 1, 1000)).toBe(true);
      expect(await b.deliveries.claim(key('C2'), 'q', 1, 1000)).toBe(false);
    });
    it('that are stale are taken over once, and only their new owner ends them', async () => {
      await a.deliveries.claim(key('C2'), 'p', 1, 1000);
      await a.deliveries.startSending(key('C2'), 'p', record);
      const mine = async () => (await b.deliveries.stale(1000)).filter((row) => row.team === team);
      expect(await mine()).toEqual([]);
      now += 1000;
      const [stale] = await mine();
      expect(stale).toMatchObject({ state: 'sending', owner: 'p' });
      const taken = await Promise.all([a, b].map((s, i) => s.deliveries.takeOver(stale!, `q${i}`, 1000)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await a.deliveries.finish(key('C2'), 'p', { state: 'unknown', error: 'x' }, NEXT)).toBe(false);
      const owner = taken[0] ? 'q0' : 'q1';
      expect(await a.deliveries.finish(key('C2'), owner, { state: 'unknown', error: 'x' }, NEXT)).toBe(true);
      expect(await a.deliveries.unreported(team, 'C2')).toMatchObject([{ slot: SLOT, error: 'x' }]);
    });
    it('whose answer comes late are posted all the same', async () => {
      await a.deliveries.claim(key('C1'), 'p', 1, 1000);
      await a.deliveries.startSending(key('C1'), 'p', record);
      now += 1000;
      await a.deliveries.takeOver((await a.deliveries.find(key('C1')))!, 'q', 1000);
      await a.deliveries.finish(key('C1'), 'q', { state: 'unknown', error: 'x' }, NEXT);
      expect(await a.deliveries.finish(key('C1'), 'p', { state: 'posted', messageTs: '1.1' }, NEXT)).toBe(true);
      expect(await a.deliveries.unreported(team, 'C1')).toEqual([]);
    });
    it('given back are due again at the time named', async () => {
      await subscribe('C1');
      await a.deliveries.claim(key('C1'), 'p', 1, 1000);
      await a.deliveries.startSending(key('C1'), 'p', record);
      expect(await a.deliveries.release(key('C1'), 'q', now + 500, '429')).toBe(false);
      expect(await a.deliveries.release(key('C1'), 'p', now + 500, '429')).toBe(true);
      expect((await a.subscriptions.find(team, 'C1'))?.next).toEqual({ slot: SLOT, at: now + 500 });
      expect(await b.deliveries.claim(key('C1'), 'q', 1, 1000)).toBe(false);
      now += 500;
      expect(await b.deliveries.claim(key('C1'), 'q', 1, 1000)).toBe(true);
      expect(await b.deliveries.find(key('C1'))).toMatchObject({ error: '429', sendingAt: null });
    });
    it('that a later one mentions are not mentioned again', async () => {
      await a.deliveries.claim(key('C1'), 'p', 1, 1000);
      await a.deliveries.finish(key('C1'), 'p', { state: 'failed', error: 'x' }, NEXT);
      const later = { ...key('C1'), slot: NEXT.slot };
      await a.deliveries.claim(later, 'p', 1, 1000);
      await a.deliveries.startSending(later, 'p', record);
      await a.deliveries.finish(later, 'p', { state: 'posted', messageTs: '1.1', reported: [SLOT] }, NEXT);
      expect(await a.deliveries.unreported(team, 'C1')).toEqual([]);
      expect(await a.deliveries.find(key('C1'))).toMatchObject({ reported: true });
    });
  });

  it('knows when facts were first loaded and last changed', async () => {
    now = 100;
    await a.factLog.note([{ id: `${team}-x`, hash: '1' }]);
    now = 200;
    const facts = Array.from({ length: 4500 }, (_, i) => ({ id: `${team}-${i}`, hash: '1' }));
    const dates = await b.factLog.note([{ id: `${team}-x`, hash: '2' }, ...facts]);
    expect(dates.size).toBe(4501);
    expect(dates.get(`${team}-x`)).toEqual({ firstLoaded: 100, corrected: 200 });
    expect(dates.get(`${team}-7`)).toEqual({ firstLoaded: 200, corrected: null });
    now = 300;
    expect((await a.factLog.note([{ id: `${team}-x`, hash: '2' }])).get(`${team}-x`)?.corrected).toBe(200);
  });

  it('gives a lease to one owner until it ends', async () => {
    const name = `lease-${team}`;
    const got = await Promise.all([0, 1, 2, 3].map((i) => (i % 2 ? a : b).leases.acquire(name, `o${i}`, 1000)));
    expect(got.filter(Boolean)).toHaveLength(1);
    const owner = `o${got.indexOf(true)}`;
    expect(await a.leases.acquire(name, owner, 2000)).toBe(true);
    now += 1999;
    expect(await b.leases.acquire(name, 'other', 1000)).toBe(false);
    await b.leases.release(name, 'other');
    now += 1;
    expect(await b.leases.acquire(name, 'other', 1000)).toBe(true);
    await b.leases.release(name, 'other');
    expect(await a.leases.acquire(name, 'third', 1000)).toBe(true);
  });

  it('takes a state of the OAuth flow out once, and not too late', async () => {
    await a.oauthStates.put(`s-${team}`, 'payload', now + 10);
    const taken = await Promise.all([a, b, a].map((s) => s.oauthStates.take(`s-${team}`)));
    expect(taken.filter((payload) => payload === 'payload')).toHaveLength(1);
    await a.oauthStates.put(`old-${team}`, 'payload', now + 10);
    now += 10;
    expect(await a.oauthStates.take(`old-${team}`)).toBeNull();
  });

  it('keeps installations, with a version that stops a stale writer', async () => {
    const id = { enterprise: null, team };
    const write = { ...id, appId: 'A', botUserId: 'B', installedBy: 'U', keyId: 'k1', sealed: 's1' };
    await a.installations.put(write);
    expect(await b.installations.find(id)).toMatchObject({ ...write, state: 'active', version: 1 });
    expect(await a.installations.deactivate(id, 'token_revoked')).toBe(true);
    expect(await b.installations.deactivate(id, 'token_revoked')).toBe(false);
    expect(await b.installations.find(id)).toMatchObject({ state: 'inactive', stateWhy: 'token_revoked', version: 2 });
    await b.installations.put({ ...write, sealed: 's2' });
    expect(await b.installations.find(id)).toMatchObject({ state: 'active', stateWhy: null, version: 3, sealed: 's2' });
    expect(await a.installations.reseal(id, 2, 'k2', 'stale')).toBe(false);
    expect(await a.installations.reseal(id, 3, 'k2', 's3')).toBe(true);
    expect((await a.installations.list()).filter((row) => row.team === team)).toMatchObject([
      { keyId: 'k2', sealed: 's3' },
    ]);
    await a.installations.remove(id);
    expect(await a.installations.find(id)).toBeNull();
  });

  async function fill(): Promise<void> {
    await a.installations.put({
      enterprise: null,
      team,
      appId: null,
      botUserId: null,
      installedBy: null,
      keyId: 'k',
      sealed: 's',
    });
    await subscribe('C1');
    await a.deliveries.claim(key('C1'), 'p', now, 1000);
    await a.deliveries.startSending(key('C1'), 'p', record);
    await a.deliveries.finish(key('C1'), 'p', { state: 'posted', messageTs: '1.1' }, NEXT);
    const context = { facts: [], entities: [], events: [], asked: null, concepts: [], date: null };
    await a.threads.put(team, 'C1', '1.1', { context, question: '1.1' });
    await firstTime(a, team, 'k');
    await a.postedAnswers.put(team, 'C1', '1.1', { ts: '1.2', before: null });
    const common = { team, reading: 'r', question: null, reason: null };
    await a.feedback.add({ ...common, user: 'U1', verdict: 'good', status: 'answered', store: 'x', remark: null });
    await a.unanswered.add({ ...common, reason: 'off-topic', failed: null });
    await a.workspaces.change(team, { keepWords: true });
  }

  it('erases a workspace whole, and no other', async () => {
    await fill();
    const first = team;
    team = `T${++teams}`;
    await fill();
    const erased = await a.eraseTeam(first);
    expect(Object.entries(erased).filter(([, rows]) => rows === 0)).toEqual([]);
    // Every table that names a workspace; a new one has to be added here and to TEAM_TABLES.
    const tables =
      'deliveries feedback installations posted_answers seen_events seen_items subscriptions threads unanswered workspaces';
    expect(Object.keys(erased).sort().join(' ')).toBe(tables);
    expect(await a.eraseTeam(first)).toEqual(Object.fromEntries(Object.keys(erased).map((table) => [table, 0])));
    expect(await a.eraseTeam(team)).toEqual(erased);
  });

  it('erases an organisation with the workspaces under it', async () => {
    const enterprise = `E-${team}`;
    const org = { enterprise, team: null, appId: null, botUserId: null, installedBy: null, keyId: 'k', sealed: 's' };
    await a.installations.put(org);
    await fill();
    await a.workspaces.belongsTo(team, enterprise);
    const outside = team;
    team = `T${++teams}`;
    await fill();
    await a.eraseEnterprise(enterprise);
    expect(await a.installations.find({ enterprise, team: null })).toBeNull();
    expect(await a.subscriptions.list(outside)).toEqual([]);
    expect(await a.subscriptions.list(team)).toHaveLength(1);
  });

  it('purges what is past its time, and nothing younger', async () => {
    // What the other tests left behind goes first.
    now = RETENTION.deliveries * 10;
    await a.purge();
    await fill();
    await a.oauthStates.put(`p-${team}`, 'x', now + 1);
    await a.leases.acquire(`p-${team}`, 'o', 1);
    expect(Object.values(await a.purge()).reduce((x, y) => x + y, 0)).toBe(0);
    await a.installations.deactivate({ enterprise: null, team }, 'token_revoked');
    const periods = {
      seen_events: 2,
      threads: 30,
      posted_answers: 30,
      feedback: 365,
      unanswered: 180,
      deliveries: 400,
      installations: 90,
    };
    const start = now;
    for (const [table, days] of Object.entries(periods).sort(([, x], [, y]) => x - y)) {
      now = start + days * 86_400_000;
      expect((await a.purge())[table], `${table} on its last day`).toBe(0);
      now += 1;
      // Tables with the same period go together; each purge removes from all of them.
      const twins = Object.entries(periods).filter(([, other]) => other === days);
      const erased = await a.purge();
      for (const [twin] of twins) expect(erased[twin], twin).toBe(1);
      for (const [twin] of twins) delete (periods as Record<string, number>)[twin];
    }
    expect(await a.subscriptions.list(team)).toHaveLength(1);
  });

  it('answers a ping', async () => {
    await expect(b.ping()).resolves.toBeUndefined();
  });
});
