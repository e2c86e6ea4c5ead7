import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { SETTINGS } from '../src/settings.ts';
import { envExample, settingsTable } from '../src/settings-docs.ts';

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const HTTP = { SLACK_TRANSPORT: 'http', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret-of-32' };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('two tokens are enough, and then nothing listens', () => {
  expect(readConfig(SOCKET).slack).toMatchObject({
    transport: 'socket',
    port: undefined,
    keepQuestions: false,
    apiUrl: 'https://slack.com/api/',
  });
});

test('over HTTP the port is 3000 unless it is said', () => {
  expect(readConfig(HTTP).slack.port).toBe(3000);
  expect(readConfig({ ...HTTP, PORT: '8080' }).slack.port).toBe(8080);
});

test('an empty value counts as not set', () => {
  expect(readConfig({ ...SOCKET, LOG_LEVEL: '', DATABASE_URL: ' ' })).toMatchObject({
    logLevel: 'info',
    data: { databaseUrl: undefined },
  });
});

test('the address of the Web API ends with a slash', () => {
  expect(readConfig({ ...SOCKET, SLACK_API_URL: 'http://127.0.0.1:1/api' }).slack.apiUrl).toBe(
    'http://127.0.0.1:1/api/',
  );
});

test('every problem is reported at once, with what to write', () => {
  const problems = problemsOf({
    SLACK_TRANSPORT: 'pigeon',
    SLACK_BOT_TOKEN: 'abc',
    PORT: '99999',
    KEEP_QUESTIONS: 'yes',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'loud',
    TOKEN_KEYS: 'k1:short',
  });
  expect(problems.map((p) => p.split(':')[0])).toEqual([
    'SLACK_TRANSPORT',
    'SLACK_BOT_TOKEN',
    'PORT',
    'KEEP_QUESTIONS',
    'TOKEN_KEYS',
    'DATABASE_URL',
    'LOG_LEVEL',
  ]);
});

test.each([
  [{}, ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
  [{ SLACK_TRANSPORT: 'http', SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
  [
    { ...SOCKET, SLACK_CLIENT_ID: '1' },
    ['SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET', 'TOKEN_KEYS', 'SLACK_TRANSPORT', 'SLACK_BOT_TOKEN'],
  ],
])('what belongs together is asked for: %o', (env, names) => {
  expect(problemsOf(env as Record<string, string>).map((p) => p.split(':')[0])).toEqual(names);
});

test('keys that seal tokens are read in order', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const keys = readConfig({ ...SOCKET, TOKEN_KEYS: `k2:${key},k1:${key}` }).data.tokenKeys;
  expect(keys.map((k) => [k.id, k.key.length])).toEqual([
    ['k2', 32],
    ['k1', 32],
  ]);
});

test('.env.example and docs/settings.md say what the list of settings says', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
  expect(readFileSync('docs/settings.md', 'utf8')).toBe(settingsTable());
});

test('.env.example filled in with its two tokens is a working configuration', () => {
  const filled = envExample()
    .replace('SLACK_BOT_TOKEN=', 'SLACK_BOT_TOKEN=xoxb-1')
    .replace('SLACK_APP_TOKEN=', 'SLACK_APP_TOKEN=xapp-1');
  const env = Object.fromEntries(
    filled
      .split('\n')
      .filter((l) => l && !l.startsWith('#'))
      .map((l) => l.split('=', 2)),
  );
  expect(Object.keys(env)).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']);
  expect(() => readConfig(env)).not.toThrow();
  for (const setting of SETTINGS) expect(filled).toContain(`${setting.name}=`);
});
