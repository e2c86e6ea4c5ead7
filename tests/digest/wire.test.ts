/** Digests over the wire of a strict Slack: two workspaces apart, and what each answer of Slack means. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestWorker, nextSlot, type PostOutcome, slackPoster } from '../../src/digest/index.ts';
import { keyringOf, SealedInstallationStore, type Storage } from '../../src/storage/index.ts';
import { DATABASES, type TestDatabase } from '../storage/databases.ts';
import { EMPTY, event, SILENT } from './fixtures.ts';
import { type Hooks, type StrictSlack, strictSlack } from './strict-slack.ts';

let hooks: Hooks = {};
let slack: StrictSlack;
let now = Date.UTC(2026, 4, 24, 8);
const clock = () => now;
beforeEach(async () => {
  hooks = {};
  slack = await strictSlack(clock, () => hooks);
});
afterEach(async () => {
  expect(slack.broken).toEqual([]);
  await slack.close();
});

describe.each(DATABASES)('two workspaces, on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  beforeAll(async () => {
    database = await create();
    storage = await database.open(clock);
  });
  afterAll(async () => {
    await storage.close();
    await database.drop();
  });

  it("see neither each other's token nor subscription nor thread, and erasing one leaves the other", async () => {
    now = Date.UTC(2026, 4, 24, 8);
    const installations = new SealedInstallationStore({
      ...storage,
      keyring: keyringOf([{ id: 'k', key: randomBytes(32) }]),
      clock,
      sleep,
      newId: randomUUID,
    });
    const context = { facts: ['f'], entities: [], events: [], asked: null, concepts: [], date: null };
    for (const team of ['T1', 'T2']) {
      const bot = { token: `xoxb-${team}.own`, scopes: [], id: 'B', userId: 'UB' };
      await installations.storeInstallation({
        team: { id: team },
        enterprise: undefined,
        user: { id: 'U', token: undefined, scopes: undefined },
        bot,
      } as Installation<'v2', false>);
      // The same channel id in both, as Slack Connect can make it.
      for (const channel of ['C1', `C${team}`]) {
        const timing = { time: '09:00', zone: 'UTC', weekdays: [7], topics: [], whenEmpty: 'note' as const };
        await storage.subscriptions.save({
          team,
          channel,
          enterprise: null,
          by: `U${team}`,
          next: nextSlot(timing, now),
          ...timing,
        });
      }
      await storage.threads.put(team, 'C1', '1.1', { context: { ...context, facts: [team] }, question: '1.1' });
    }
    const worker = digestWorker({
      storage,
      source: () => ({ ...EMPTY, events: [event('e', '2022-05-24')] }),
      clock,
      sleep: async () => {},
      logger: SILENT,
      owner: 'a',
      poster: slackPoster({
        tokenOf: async ({ team }) =>
          (await installations.fetchInstallation({ teamId: team, enterpriseId: undefined, isEnterpriseInstall: false }))
            .bot?.token ?? null,
        deactivate: async ({ team }, error) =>
          void (await storage.installations.deactivate({ enterprise: null, team }, error)),
        apiUrl: slack.url,
      }),
    });
    now = Date.UTC(2026, 4, 24, 9);
    await worker.round();
    // The fake takes the workspace from the token alone.
    expect(slack.messages.map((m) => `${m.team} ${m.channel} ${m.text.includes(`<@U${m.team}>`)}`).sort()).toEqual([
      'T1 C1 true',
      'T1 CT1 true',
      'T2 C1 true',
      'T2 CT2 true',
    ]);
    expect((await storage.threads.get('T1', 'C1', '1.1'))?.context.facts).toEqual(['T1']);
    expect((await storage.subscriptions.list('T2')).map((sub) => sub.channel)).toEqual(['C1', 'CT2']);

    slack.revoked.add('T1');
    now = Date.UTC(2026, 4, 31, 9);
    await worker.round();
    expect(await storage.installations.find({ enterprise: null, team: 'T1' })).toMatchObject({
      state: 'inactive',
      stateWhy: 'token_revoked',
    });
    expect(await storage.installations.find({ enterprise: null, team: 'T2' })).toMatchObject({ state: 'active' });
    expect(slack.messages.filter((m) => m.team === 'T1')).toHaveLength(2);
    expect(slack.messages.filter((m) => m.team === 'T2')).toHaveLength(4);

    await storage.eraseTeam('T1');
    expect(await storage.threads.get('T1', 'C1', '1.1')).toBeNull();
    expect((await storage.threads.get('T2', 'C1', '1.1'))?.context.facts).toEqual(['T2']);
    expect(await storage.subscriptions.list('T1')).toEqual([]);
    expect(await storage.subscriptions.list('T2')).toHaveLength(2);
  });
});

describe('an answer of Slack', () => {
  const key = { team: 'T1', channel: 'C1', slot: '2026-05-24' };
  const workspace = { team: 'T1', enterprise: null };
  const message = { text: 'Digest', blocks: [] };
  const poster = (apiUrl = slack.url, token: string | null = 'xoxb-T1.a') =>
    slackPoster({ tokenOf: async () => token, deactivate: async () => {}, apiUrl, timeoutMs: 300 });

  it.each<[string, Partial<{ status: number; error: string; retryAfter: number }> | 'hang', Partial<PostOutcome>]>([
    ['is_archived', { error: 'is_archived' }, { kind: 'channel', error: 'is_archived' }],
    ['not_in_channel', { error: 'not_in_channel' }, { kind: 'channel' }],
    ['token_revoked', { error: 'token_revoked' }, { kind: 'installation' }],
    ['missing_scope', { error: 'missing_scope' }, { kind: 'installation' }],
    ['invalid_blocks', { error: 'invalid_blocks' }, { kind: 'content' }],
    ['invalid_metadata_format', { error: 'invalid_metadata_format' }, { kind: 'content' }],
    ['msg_too_long', { error: 'msg_too_long' }, { kind: 'content' }],
    ['message_limit_exceeded', { error: 'message_limit_exceeded' }, { kind: 'later', busy: false }],
    ['429', { status: 429, error: 'ratelimited', retryAfter: 7 }, { kind: 'later', afterMs: 7000, busy: true }],
    ['internal_error', { error: 'internal_error' }, { kind: 'unknown' }],
    ['fatal_error', { error: 'fatal_error' }, { kind: 'unknown' }],
    ['a word nobody knows', { error: 'brand_new_error' }, { kind: 'unknown' }],
    ['502', { status: 502, error: 'bad gateway' }, { kind: 'unknown' }],
    ['none in time', 'hang', { kind: 'unknown' }],
  ])('%s', async (_, refusal, expected) => {
    let requests = 0;
    hooks = {
      received: async () => {
        requests++;
        return refusal as 'hang';
      },
    };
    expect(await poster().post(workspace, key, message)).toMatchObject(expected);
    // Nothing is repeated behind the ledger's back.
    expect(requests).toBe(1);
  });

  /** An address where something listened, but no longer does. */
  const deadUrl = async () => {
    const gone = await strictSlack(clock, () => ({}));
    await gone.close();
    return gone.url;
  };

  it('that cannot come, as nothing listens, leaves no doubt', async () => {
    expect(await poster(await deadUrl()).post(workspace, key, message)).toMatchObject({
      kind: 'later',
      busy: true,
    });
    expect(await poster(slack.url, null).post(workspace, key, message)).toMatchObject({ kind: 'later', busy: true });
  });

  it('token_expired is tried once more with the token of now', async () => {
    let requests = 0;
    hooks = { received: async () => (requests++ === 0 ? { error: 'token_expired' } : null) };
    expect(await poster().post(workspace, key, message)).toMatchObject({ kind: 'posted' });
  });

  it('to a look at the history: found on any page, absent, or unreadable', async () => {
    const from = now - 60_000;
    const find = (slot: string) => poster().find(workspace, { ...key, slot }, from, now + 60_000);
    await poster().post(workspace, key, message);
    for (let i = 0; i < 40; i++) await poster().post(workspace, { ...key, slot: '2026-05-25' }, message);
    expect(await find('2026-05-24')).toMatchObject({ kind: 'found', ts: slack.messages[0]!.ts });
    expect(await find('2026-05-26')).toEqual({ kind: 'absent' });
    expect(await poster().find({ team: 'T1', enterprise: null }, key, from - 9e6, from - 8e6)).toEqual({
      kind: 'absent',
    });
    slack.scopes.delete('channels:history');
    expect(await find('2026-05-24')).toEqual({ kind: 'unreadable', error: 'missing_scope' });
    expect(await poster(await deadUrl()).find(workspace, key, from, now)).toMatchObject({ kind: 'later' });
  });
});
