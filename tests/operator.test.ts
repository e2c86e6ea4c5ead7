/** The operator's commands, as the processes that npm starts. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyringOf, openStorage, SealedInstallationStore } from '../src/storage/index.ts';
import { hasStackTrace, run } from './support/run.ts';

/** Starting a process takes seconds on a busy machine. */
const PATIENCE = 120_000;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-operator-'));
  file = join(folder, 'state.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const command = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run('src/operator.ts', args, { env: { DATABASE_URL: '', SEEDS_DIR: '', TOKEN_KEYS: '', SQLITE_FILE: file, ...env } });

async function installed(keys: readonly { readonly id: string; readonly key: Buffer }[]) {
  const storage = await openStorage({ database: { kind: 'sqlite', file }, clock: Date.now, newId: randomUUID });
  const options = { ...storage, keyring: keyringOf(keys), clock: Date.now, sleep: async () => {}, newId: randomUUID };
  return { storage, store: new SealedInstallationStore(options) };
}

test(
  'digest prints the digest of a day from the shipped store, with sources, and makes no database',
  async () => {
    const { code, stdout } = await command(['digest', '--preview', '--channel', 'C', '--date', '2026-05-24']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Digest of 24 May 2026\n/);
    expect(stdout).toMatch(/4 years ago: .*joint air patrols.*\[1\]/);
    expect(stdout).toMatch(/\n\[1\] PTI, report on 24 May 2022, paragraph \d+: “/);
    expect(existsSync(file)).toBe(false);
  },
  PATIENCE,
);

test(
  'tokens are sealed anew with the first key, and a workspace is erased',
  async () => {
    const old = { id: 'old', key: randomBytes(32) };
    const fresh = { id: 'new', key: randomBytes(32) };
    const before = await installed([old]);
    await before.store.storeInstallation({
      team: { id: 'T1', name: 'T1' },
      enterprise: undefined,
      user: { token: undefined, scopes: undefined, id: 'U1' },
      bot: { token: 'xoxb-secret', userId: 'UB', id: 'B', scopes: [] },
    });
    await before.storage.close();
    const TOKEN_KEYS = [fresh, old].map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');
    expect(await command(['rotate-keys'], { TOKEN_KEYS })).toMatchObject({
      code: 0,
      stdout: '1 installation sealed anew with key new.\n',
    });
    const after = await installed([fresh]);
    const query = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false } as const;
    expect((await after.store.fetchInstallation(query)).bot?.token).toBe('xoxb-secret');
    await after.storage.close();
    expect((await command(['purge', '--team', 'T1'])).stdout).toContain('installations: 1 deleted');
    expect((await command(['purge', '--team', 'T1'])).stdout).toBe('Nothing to delete.\n');
  },
  PATIENCE,
);

test.concurrent.each([
  [['digest', '--preview', '--date', '2026-02-30'], /“2026-02-30” is no day[\s\S]*Usage:/],
  [['digest', '--date', '2026-05-24'], /Only --preview is offered/],
  [['purge', '--team'], /--team/],
  [['rotate-keys'], /TOKEN_KEYS is empty/],
  [['elsewhere'], /There is no command “elsewhere”/],
])(
  '%j ends with 2 and says what to do',
  async (args, message) => {
    const { code, stderr } = await command(args, { SQLITE_FILE: '/nowhere/state.sqlite' });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(hasStackTrace(stderr)).toBe(false);
  },
  PATIENCE,
);
