/** Tokens: sealed at rest, bound to their workspace, renewed once. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  keyringOf,
  type RenewedToken,
  SealedInstallationStore,
  type Storage,
  singleUseStates,
} from '../../src/storage/index.ts';
import { seal, unseal } from '../../src/storage/seal.ts';
import { DATABASES, type TestDatabase } from './databases.ts';

const KEY1 = { id: 'k1', key: randomBytes(32) };
const KEY2 = { id: 'k2', key: randomBytes(32) };

describe('sealing', () => {
  const ring = keyringOf([KEY1]);
  it('opens what it sealed, with another text each time', () => {
    const [one, two] = [seal(ring, 'xoxb-secret', '|T1'), seal(ring, 'xoxb-secret', '|T1')];
    expect(unseal(ring, one, '|T1')).toBe('xoxb-secret');
    expect(one.sealed).not.toBe(two.sealed);
    expect(one.sealed).not.toContain('secret');
  });
  it.each([
    ['another workspace', (s: string) => s, '|T2', ring, 'token-unreadable'],
    [
      'a changed text',
      (s: string) => s.replace(/\.(.)/, (_, c) => `.${c === 'A' ? 'B' : 'A'}`),
      '|T1',
      ring,
      'token-unreadable',
    ],
    ['a cut tag', (s: string) => s.slice(0, -6), '|T1', ring, 'token-unreadable'],
    ['no sealed text', () => 'hello', '|T1', ring, 'token-unreadable'],
    ['another key of that id', (s: string) => s, '|T1', keyringOf([{ ...KEY2, id: 'k1' }]), 'token-unreadable'],
    ['a key that is gone', (s: string) => s, '|T1', keyringOf([KEY2]), 'token-key-missing'],
  ])('does not open %s', (_, change, boundTo, keyring, code) => {
    const { keyId, sealed } = seal(ring, 'xoxb-secret', '|T1');
    expect(() => unseal(keyring, { keyId, sealed: change(sealed) }, boundTo)).toThrow(
      expect.objectContaining({ code }),
    );
  });
  it('needs keys of 32 bytes with different ids', () => {
    expect(() => keyringOf([])).toThrow('TOKEN_KEYS is empty');
    expect(() => keyringOf([{ id: 'a', key: randomBytes(31) }])).toThrow('31 bytes');
    expect(() => keyringOf([KEY1, KEY1])).toThrow('k1 twice');
  });
});

describe.each(DATABASES)('installations for Bolt, on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  let other: Storage;
  let now = Date.UTC(2026, 4, 24);
  const clock = () => now;

  beforeAll(async () => {
    database = await create();
    storage = await database.open(clock);
    other = await database.open(clock);
  });
  afterAll(async () => {
    await storage.close();
    await other.close();
    await database.drop();
  });

  const storeOver = (
    on: Storage,
    renew?: (token: string) => Promise<RenewedToken>,
    keys = [KEY1],
    onRenewalFailed?: () => void,
  ) =>
    new SealedInstallationStore({
      installations: on.installations,
      leases: on.leases,
      keyring: keyringOf(keys),
      clock,
      sleep,
      newId: randomUUID,
      ...(renew ? { renew } : {}),
      ...(onRenewalFailed ? { onRenewalFailed } : {}),
    });
  const installation = (team: string | undefined, token: string, bot: object = {}, enterprise?: string) =>
    ({
      team: team ? { id: team } : undefined,
      enterprise: enterprise ? { id: enterprise } : undefined,
      user: { id: 'U1', token: undefined, scopes: undefined },
      bot: { token, scopes: ['chat:write'], id: 'B1', userId: 'UB', ...bot },
      isEnterpriseInstall: !team,
      appId: 'A1',
      authVersion: 'v2',
      tokenType: 'bot',
    }) as Installation<'v2', boolean>;
  const query = (teamId: string, enterpriseId?: string) => ({
    teamId,
    enterpriseId,
    isEnterpriseInstall: false as const,
  });

  it('come back whole, each to its own workspace', async () => {
    const store = storeOver(storage);
    const [one, two] = [installation('TA', 'xoxb-one'), installation('TB', 'xoxb-two')];
    await store.storeInstallation(one);
    await store.storeInstallation(two);
    expect(await storeOver(other).fetchInstallation(query('TA'))).toEqual(JSON.parse(JSON.stringify(one)));
    expect((await store.fetchInstallation(query('TB'))).bot?.token).toBe('xoxb-two');
    await expect(store.fetchInstallation(query('TC'))).rejects.toMatchObject({ code: 'installation-missing' });
    expect(JSON.stringify(await storage.installations.list())).not.toMatch(/xoxb/);
  });

  it('cannot be swapped between workspaces in the database', async () => {
    const stolen = (await storage.installations.find({ enterprise: null, team: 'TA' }))!;
    await storage.installations.put({ ...stolen, team: 'TX' });
    await expect(storeOver(storage).fetchInstallation(query('TX'))).rejects.toMatchObject({ code: 'token-unreadable' });
  });

  it('of an organisation serve its workspaces, unless they have their own', async () => {
    const store = storeOver(storage);
    await store.storeInstallation(installation(undefined, 'xoxb-org', {}, 'E1'));
    expect((await store.fetchInstallation(query('TO', 'E1'))).bot?.token).toBe('xoxb-org');
    const whole = { teamId: undefined, enterpriseId: 'E1', isEnterpriseInstall: true as const };
    expect((await store.fetchInstallation(whole)).bot?.token).toBe('xoxb-org');
    await store.storeInstallation(installation('TO', 'xoxb-own', {}, 'E1'));
    expect((await store.fetchInstallation(query('TO', 'E1'))).bot?.token).toBe('xoxb-own');
    expect((await store.fetchInstallation(whole)).bot?.token).toBe('xoxb-org');
    await store.deleteInstallation(query('TO', 'E1'));
    expect((await store.fetchInstallation(query('TO', 'E1'))).bot?.token).toBe('xoxb-org');
  });

  it('that were deleted or are dead are not given', async () => {
    const store = storeOver(storage);
    await store.storeInstallation(installation('TD', 'xoxb-d'));
    await storage.installations.deactivate({ enterprise: null, team: 'TD' }, 'token_revoked');
    await expect(store.fetchInstallation(query('TD'))).rejects.toMatchObject({ code: 'installation-missing' });
    await store.storeInstallation(installation('TD', 'xoxb-d2'));
    expect((await store.fetchInstallation(query('TD'))).bot?.token).toBe('xoxb-d2');
    await store.deleteInstallation(query('TD'));
    await store.deleteInstallation(query('TD'));
    await expect(store.fetchInstallation(query('TD'))).rejects.toMatchObject({ code: 'installation-missing' });
  });

  it('are renewed once by many callers in two processes', async () => {
    const renewals: string[] = [];
    const renew = async (token: string) => {
      renewals.push(token);
      await sleep(30);
      return { token: 'xoxe-new', refreshToken: 'r2', expiresAt: now / 1000 + 43_200 };
    };
    const bot = { refreshToken: 'r1', expiresAt: now / 1000 + 2.5 * 3600 };
    await storeOver(storage).storeInstallation(installation('TR', 'xoxe-old', bot));
    const stores = [storeOver(storage, renew), storeOver(other, renew)];
    const got = await Promise.all(Array.from({ length: 12 }, (_, i) => stores[i % 2]!.fetchInstallation(query('TR'))));
    expect(new Set(got.map((g) => g.bot?.token))).toEqual(new Set(['xoxe-new']));
    expect(renewals).toEqual(['r1']);
    now += 3600_000;
    await stores[0]!.fetchInstallation(query('TR'));
    expect(renewals).toEqual(['r1']);
  });

  it('keep the old token while it cannot be renewed, and tell', async () => {
    const bot = { refreshToken: 'r1', expiresAt: now / 1000 + 3600 };
    await storeOver(storage).storeInstallation(installation('TF', 'xoxe-old', bot));
    let failures = 0;
    const failing = storeOver(
      storage,
      () => Promise.reject(new Error('no')),
      [KEY1],
      () => void failures++,
    );
    expect((await failing.fetchInstallation(query('TF'))).bot?.token).toBe('xoxe-old');
    expect(failures).toBe(1);
  });

  it('are sealed anew with the first key, after which the old one may go', async () => {
    for (const key of await storage.installations.list()) await storage.installations.remove(key);
    await storeOver(storage).storeInstallation(installation('TK', 'xoxb-k'));
    expect(await storeOver(storage, undefined, [KEY2, KEY1]).rotateKeys()).toBe(1);
    expect(await storeOver(storage, undefined, [KEY2, KEY1]).rotateKeys()).toBe(0);
    expect((await storeOver(storage, undefined, [KEY2]).fetchInstallation(query('TK'))).bot?.token).toBe('xoxb-k');
    await expect(storeOver(storage).fetchInstallation(query('TK'))).rejects.toMatchObject({
      code: 'token-key-missing',
    });
  });

  it('begin with a state that is good once, for ten minutes', async () => {
    const states = singleUseStates(storage.oauthStates, randomUUID);
    const options = { scopes: ['chat:write'] };
    const state = await states.generateStateParam(options, new Date(now));
    expect(await states.verifyStateParam(new Date(now), state)).toEqual(options);
    await expect(states.verifyStateParam(new Date(now), state)).rejects.toMatchObject({ code: 'oauth-state-invalid' });
    const old = await states.generateStateParam(options, new Date(now));
    now += 601_000;
    await expect(states.verifyStateParam(new Date(now), old)).rejects.toMatchObject({ code: 'oauth-state-invalid' });
    await expect(states.verifyStateParam(new Date(now), 'made up')).rejects.toMatchObject({
      code: 'oauth-state-invalid',
    });
  });
});
