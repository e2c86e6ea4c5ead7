/**
 * Every setting, once: this list drives validation (`src/config.ts`), `.env.example` and the table in `docs/settings.md`
 * (`npm run settings`), so that the three cannot disagree.
 */
import { z } from 'zod';

/** One environment variable. */
export interface Setting {
  readonly name: string;
  /** Heading under which `.env.example` and the docs list it. */
  readonly group: 'Slack' | 'Several workspaces' | 'Data' | 'Operation';
  /** What it is and where to get it, in full sentences. */
  readonly about: string;
  /** What is taken when it is not set; undefined when there is no default. */
  readonly fallback?: string;
  /** What the value looks like; shown in a comment, never taken. */
  readonly looks?: string;
  /** Checks one value; gives a message that says what to write. */
  readonly schema: z.ZodType<string>;
}

const text = z.string();
const flag = z.enum(['true', 'false'], 'write true or false');
const starting = (prefix: string, what: string) => text.startsWith(prefix, `${what} starts with "${prefix}"`);
const port = text.refine((v) => /^\d{1,5}$/.test(v) && Number(v) <= 65535, 'write a port number from 0 to 65535');
const address = text.refine(
  (v) => URL.canParse(v) && /^https?:/.test(v),
  'write a full address, starting with http:// or https://',
);

/** Whether a text is `id:key` pairs with commas between, each key 32 bytes in base64. */
function isKeyList(value: string): boolean {
  return value.split(',').every((pair) => {
    const [id, key, ...rest] = pair.split(':');
    return Boolean(id) && rest.length === 0 && Buffer.from(key ?? '', 'base64').length === 32;
  });
}

/** All settings, in the order in which they are listed. */
export const SETTINGS = [
  {
    name: 'SLACK_TRANSPORT',
    group: 'Slack',
    about:
      '"socket" (Socket Mode: no public address needed) or "http" (Slack calls this app; needed for several workspaces).',
    fallback: 'socket',
    schema: z.enum(['socket', 'http'], 'write socket or http'),
  },
  {
    name: 'SLACK_BOT_TOKEN',
    group: 'Slack',
    about:
      'Token of the bot in one workspace. Your app at api.slack.com/apps → OAuth & Permissions → Bot User OAuth Token.',
    looks: 'xoxb-…',
    schema: starting('xox', 'a bot token'),
  },
  {
    name: 'SLACK_APP_TOKEN',
    group: 'Slack',
    about: 'App-level token with the scope connections:write, for Socket Mode. Basic Information → App-Level Tokens.',
    looks: 'xapp-…',
    schema: starting('xapp-', 'an app-level token'),
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    group: 'Slack',
    about: 'Proves over HTTP that a request comes from Slack. Basic Information → App Credentials → Signing Secret.',
    schema: text.min(8, 'the signing secret has 32 characters'),
  },
  {
    name: 'SLACK_API_URL',
    group: 'Slack',
    about: 'Address of the Slack Web API: another one for a proxy or for tests.',
    fallback: 'https://slack.com/api/',
    schema: address,
  },
  {
    name: 'PORT',
    group: 'Slack',
    about:
      'Port for HTTP: Slack requests, /healthz and /readyz. In Socket Mode nothing listens unless it is set (then only the two health pages). 3000 over HTTP.',
    looks: '3000',
    schema: port,
  },
  {
    name: 'HOST',
    group: 'Slack',
    about: 'Network interface to listen on; 127.0.0.1 behind a proxy on the same machine.',
    fallback: '0.0.0.0',
    schema: text,
  },
  {
    name: 'KEEP_QUESTIONS',
    group: 'Slack',
    about:
      'Whether feedback and unanswered questions are stored with their words, for the curator. If false only how they were understood is stored.',
    fallback: 'false',
    schema: flag,
  },
  {
    name: 'SLACK_CLIENT_ID',
    group: 'Several workspaces',
    about: 'For installing by OAuth in several workspaces (HTTP only). Basic Information → App Credentials.',
    schema: text,
  },
  { name: 'SLACK_CLIENT_SECRET', group: 'Several workspaces', about: 'Beside the client id.', schema: text },
  {
    name: 'SLACK_STATE_SECRET',
    group: 'Several workspaces',
    about: 'Any long random text: signs the state of an installation on its way.',
    schema: text.min(16, 'write at least 16 random characters'),
  },
  {
    name: 'TOKEN_KEYS',
    group: 'Several workspaces',
    about:
      'Keys that seal stored tokens, as id:key with commas between; the first seals, all open. A key is 32 bytes in base64: openssl rand -base64 32.',
    looks: 'k1:…',
    schema: text.refine(isKeyList, 'write id:key pairs, each key 32 bytes in base64 (openssl rand -base64 32)'),
  },
  {
    name: 'DATABASE_URL',
    group: 'Data',
    about: 'PostgreSQL for the state, when one machine is not enough. Without it a SQLite file is used.',
    looks: 'postgres://user:password@host:5432/footnote',
    schema: text.regex(/^postgres(ql)?:\/\//, 'write postgres://user:password@host:port/database'),
  },
  {
    name: 'SQLITE_FILE',
    group: 'Data',
    about: 'File of the state; made on the first start.',
    fallback: 'footnote.sqlite',
    schema: text,
  },
  { name: 'SEEDS_DIR', group: 'Data', about: 'Folder of the fact store.', fallback: 'seeds', schema: text },
  {
    name: 'DOCUMENTS_DIR',
    group: 'Data',
    about:
      'Folder with the full texts of the documents. With it Show Sources gives the whole passage; without it, the fragment.',
    schema: text,
  },
  {
    name: 'LOG_LEVEL',
    group: 'Operation',
    about: 'How much is logged: debug, info, warn or error. Never logs tokens or the words of questions.',
    fallback: 'info',
    schema: z.enum(['debug', 'info', 'warn', 'error'], 'write debug, info, warn or error'),
  },
] as const satisfies readonly Setting[];

/** Names of all settings. */
export type SettingName = (typeof SETTINGS)[number]['name'];
