import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Deps } from '../../src/slack/deps.ts';
import {
  type DigestSetupParts,
  digestSetup,
  httpManifest,
  readManifest,
  socketManifest,
} from '../../src/slack/index.ts';
import { listenerTable, mergedTable } from '../../src/slack/listeners/index.ts';
import { METHOD_SCOPES } from '../fake-slack/web-api.ts';

const manifest = readManifest();
// As `startSlack` merges them.
const table = mergedTable(listenerTable({} as Deps, 'footnote'), digestSetup({} as DigestSetupParts).listeners);
/** Slack's own schema; it is not part of this repository. */
const SCHEMA = '../shared/slack/manifest.schema.2.0.0.json';

test.skipIf(!existsSync(SCHEMA)).each([
  ['as it is', manifest],
  ['for Socket Mode', socketManifest(manifest)],
  ['for HTTP', httpManifest(manifest, 'https://bot.example/')],
])('the manifest %s is valid by Slack’s schema', (_, variant) => {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    JSON.parse(readFileSync(SCHEMA, 'utf8')) as AnySchema,
  );
  validate(variant);
  expect(validate.errors).toBeNull();
});

test('every command of the manifest has a listener, and the other way round', () => {
  expect(manifest.features.slash_commands.map((c) => c.command).sort()).toEqual(Object.keys(table.commands).sort());
});

test('every shortcut of the manifest has a listener, and the other way round', () => {
  expect(manifest.features.shortcuts.map((s) => s.callback_id).sort()).toEqual(Object.keys(table.shortcuts).sort());
});

test('every event of the manifest has a listener, and the other way round', () => {
  const events = manifest.settings.event_subscriptions.bot_events.map((e) =>
    e.startsWith('message.') ? 'message' : e,
  );
  expect(events.sort()).toEqual(Object.keys(table.events).sort());
});

/** What needs each scope; a scope that nothing needs must not be asked for. */
const NEEDED: Readonly<Record<string, boolean>> = {
  'app_mentions:read': 'app_mention' in table.events,
  'channels:read': 'channel_archive' in table.events,
  'groups:read': 'group_archive' in table.events,
  'im:history': 'message' in table.events,
  commands: Object.keys(table.commands).length > 0,
  'chat:write': Object.values(METHOD_SCOPES).includes('chat:write'),
  'assistant:write': Object.values(METHOD_SCOPES).includes('assistant:write'),
};

test('the scopes are those that something needs, each with its reason beside it', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual(
    Object.keys(NEEDED)
      .filter((s) => NEEDED[s])
      .sort(),
  );
  const text = readFileSync('manifest.yml', 'utf8');
  // Whoever declines an optional scope loses no more than its reason says.
  expect(manifest.oauth_config.scopes.bot_optional).toEqual(['users:read']);
  for (const scope of [...manifest.oauth_config.scopes.bot, ...manifest.oauth_config.scopes.bot_optional!])
    expect(text).toMatch(new RegExp(`- ${scope} # \\S+`));
});

test('the methods that the sources call are those whose scopes are known', () => {
  const source = execFileSync('grep', [
    '-rhoE',
    String.raw`client\.(chat|views|agents\.sessions|assistant\.threads|users|conversations)\.[a-zA-Z]+|client\.auth\.test`,
    'src/slack',
  ]).toString();
  const called = new Set(
    source
      .trim()
      .split('\n')
      .map((m) => m.replace('client.', '')),
  );
  expect([...called].sort()).toEqual(Object.keys(METHOD_SCOPES).sort());
});

test('the variants differ in their addresses only where they must', () => {
  expect(JSON.stringify(socketManifest(manifest))).not.toContain('request_url');
  const http = httpManifest(manifest, 'https://bot.example/');
  expect(http.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: 'https://bot.example/slack/events' },
    interactivity: { request_url: 'https://bot.example/slack/events' },
  });
  expect(http.features.slash_commands.map((c) => c.url)).toEqual([
    'https://bot.example/slack/events',
    'https://bot.example/slack/events',
  ]);
});

test('the script prints both variants, and usage otherwise', () => {
  const script = (...args: string[]) =>
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/manifest.ts', ...args], { stdio: 'pipe' }).toString();
  expect(parse(script('--socket'))).toEqual(socketManifest(manifest));
  expect(parse(script('--http', 'https://bot.example'))).toEqual(httpManifest(manifest, 'https://bot.example'));
  expect(() => script('--http', 'bot.example')).toThrow(/Usage/);
});
