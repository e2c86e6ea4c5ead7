/** Entry of the operator's commands: `npm run digest`, `npm run purge`, `npm run rotate-keys`. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { digestSource, previewDigest } from './digest/index.ts';
import { environment } from './env.ts';
import { FootnoteError, loadStore } from './facts/index.ts';
import { keyringOf, openStorage, SealedInstallationStore, type Storage } from './storage/index.ts';

const USAGE = `Usage:
  npm run digest -- --preview [--channel C1] [--team T1] --date 2026-05-24   print a digest, send nothing
  npm run purge                              delete what is past its retention period
  npm run purge -- --team T1                 erase a workspace
  npm run purge -- --enterprise E1           erase an organisation and its workspaces
  npm run rotate-keys                        seal all tokens with the first key of TOKEN_KEYS`;

type Env = ReturnType<typeof environment>;

const sqliteFileOf = (env: Env) => env.SQLITE_FILE || 'footnote.sqlite';

/** Runs `work` with the storage and closes it. */
async function withStorage(env: Env, work: (storage: Storage) => Promise<string>): Promise<string> {
  const { DATABASE_URL: url } = env;
  const storage = await openStorage({
    database: url ? { kind: 'postgres', url } : { kind: 'sqlite', file: sqliteFileOf(env) },
    clock: Date.now,
    newId: randomUUID,
  });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // The 30th of February is read as a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function usage(message: string): never {
  throw new FootnoteError('usage', `${message}\n${USAGE}`);
}

async function digest(args: readonly string[], env: Env): Promise<string> {
  const options = {
    preview: { type: 'boolean' },
    channel: { type: 'string' },
    team: { type: 'string' },
    date: { type: 'string' },
  } as const;
  const { preview, channel, team, date } = parsed(args, options);
  if (!preview) usage('Only --preview is offered here; the running bot sends digests by itself.');
  if (!date || !isDay(date)) usage(`“${date ?? ''}” is no day; write it like 2026-05-24.`);
  const store = loadStore(env.SEEDS_DIR || fileURLToPath(new URL('../seeds', import.meta.url)));
  const source = digestSource(store, new Map());
  const known = env.DATABASE_URL || existsSync(sqliteFileOf(env));
  if (!known || !team || !channel)
    return previewDigest(null, source, { team: team ?? '', channel: channel ?? '' }, date);
  return withStorage(env, (storage) => previewDigest(storage, source, { team, channel }, date));
}

function purge(args: readonly string[], env: Env): Promise<string> {
  const { team, enterprise } = parsed(args, { team: { type: 'string' }, enterprise: { type: 'string' } } as const);
  return withStorage(env, async (storage) => {
    const erased = team
      ? await storage.eraseTeam(team)
      : enterprise
        ? await storage.eraseEnterprise(enterprise)
        : await storage.purge();
    const rows = Object.entries(erased).filter(([, count]) => count > 0);
    return rows.length === 0
      ? 'Nothing to delete.'
      : rows.map(([table, count]) => `${table}: ${count} deleted`).join('\n');
  });
}

function rotateKeys(args: readonly string[], env: Env): Promise<string> {
  parsed(args, {});
  const keys = (env.TOKEN_KEYS ?? '')
    .split(',')
    .filter(Boolean)
    .map((pair) => {
      const [id = '', key = ''] = pair.trim().split(':');
      return { id, key: Buffer.from(key, 'base64') };
    });
  const keyring = keyringOf(keys);
  return withStorage(env, async ({ installations, leases }) => {
    const store = new SealedInstallationStore({
      installations,
      leases,
      keyring,
      clock: Date.now,
      sleep,
      newId: randomUUID,
    });
    const rotated = await store.rotateKeys();
    return `${rotated} installation${rotated === 1 ? '' : 's'} sealed anew with key ${keyring.current}.`;
  });
}

function parsed<const O extends Record<string, { readonly type: 'string' | 'boolean' }>>(
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
}

const COMMANDS: Readonly<Record<string, (args: readonly string[], env: Env) => Promise<string>>> = {
  digest,
  purge,
  'rotate-keys': rotateKeys,
};

try {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : usage(`There is no command “${name}”.`);
  process.stdout.write(`${await command(args, environment())}\n`);
} catch (error) {
  if (!(error instanceof FootnoteError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
