/** Reads the settings from an environment that is given as an argument; reports every problem at once. */
import { FootnoteError } from './facts/index.ts';
import { SETTINGS, type Setting, type SettingName } from './settings.ts';

/** A key that seals stored tokens (AES-256-GCM). */
export interface SealingKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** OAuth of the Slack app, for several workspaces. */
export interface OAuthConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
}

/** All settings, checked and typed. */
export interface Config {
  readonly slack: {
    readonly transport: 'socket' | 'http';
    readonly botToken: string | undefined;
    readonly appToken: string | undefined;
    readonly signingSecret: string | undefined;
    readonly apiUrl: string;
    /** Undefined in Socket Mode when nothing shall listen. */
    readonly port: number | undefined;
    readonly host: string;
    readonly keepQuestions: boolean;
    readonly oauth: OAuthConfig | undefined;
  };
  readonly data: {
    readonly databaseUrl: string | undefined;
    readonly sqliteFile: string;
    readonly seedsDir: string;
    readonly documentsDir: string | undefined;
    /** The first seals, all open. */
    readonly tokenKeys: readonly SealingKey[];
  };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** The settings cannot be used; the message lists every problem, one a line. */
export class ConfigError extends FootnoteError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      'config-invalid',
      `The settings have ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.join('\n')}`,
    );
    this.problems = problems;
  }
}

type Values = Readonly<Record<SettingName, string | undefined>>;

/**
 * Reads and checks all settings. An empty value counts as not set.
 * @throws {ConfigError} with every problem that was found
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const entries = SETTINGS.map((setting: Setting): [string, string | undefined] => {
    const value = env[setting.name]?.trim() || setting.fallback;
    const checked = value === undefined ? undefined : setting.schema.safeParse(value);
    if (checked && !checked.success) problems.push(...checked.error.issues.map((i) => `${setting.name}: ${i.message}`));
    return [setting.name, value];
  });
  const values = Object.fromEntries(entries) as Values;
  problems.push(...missing(values));
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(values);
}

/** What must be set together with what. */
function missing(v: Values): string[] {
  const problems: string[] = [];
  const oauth = [v.SLACK_CLIENT_ID, v.SLACK_CLIENT_SECRET, v.SLACK_STATE_SECRET];
  const some = oauth.some(Boolean);
  if (some && !oauth.every(Boolean))
    problems.push('SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET: set all three or none');
  if (some && !v.TOKEN_KEYS)
    problems.push('TOKEN_KEYS: is needed with SLACK_CLIENT_ID, to seal the tokens of the workspaces');
  if (some && v.SLACK_TRANSPORT === 'socket') problems.push('SLACK_TRANSPORT: installing by OAuth needs http');
  if (some && v.SLACK_BOT_TOKEN)
    problems.push('SLACK_BOT_TOKEN: leave it empty with SLACK_CLIENT_ID (each workspace then has its own token)');
  if (!some && !v.SLACK_BOT_TOKEN)
    problems.push('SLACK_BOT_TOKEN: is needed (api.slack.com/apps → your app → OAuth & Permissions)');
  if (v.SLACK_TRANSPORT === 'socket' && !v.SLACK_APP_TOKEN)
    problems.push(
      'SLACK_APP_TOKEN: is needed for Socket Mode (Basic Information → App-Level Tokens, scope connections:write)',
    );
  if (v.SLACK_TRANSPORT === 'http' && !v.SLACK_SIGNING_SECRET)
    problems.push('SLACK_SIGNING_SECRET: is needed over HTTP (Basic Information → App Credentials)');
  return problems;
}

function toConfig(v: Values): Config {
  const transport = v.SLACK_TRANSPORT === 'http' ? 'http' : 'socket';
  const apiUrl = v.SLACK_API_URL!;
  return {
    slack: {
      transport,
      botToken: v.SLACK_BOT_TOKEN,
      appToken: v.SLACK_APP_TOKEN,
      signingSecret: v.SLACK_SIGNING_SECRET,
      apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
      port: v.PORT ? Number(v.PORT) : transport === 'http' ? 3000 : undefined,
      host: v.HOST!,
      keepQuestions: v.KEEP_QUESTIONS === 'true',
      oauth: v.SLACK_CLIENT_ID
        ? { clientId: v.SLACK_CLIENT_ID, clientSecret: v.SLACK_CLIENT_SECRET!, stateSecret: v.SLACK_STATE_SECRET! }
        : undefined,
    },
    data: {
      databaseUrl: v.DATABASE_URL,
      sqliteFile: v.SQLITE_FILE!,
      seedsDir: v.SEEDS_DIR!,
      documentsDir: v.DOCUMENTS_DIR,
      tokenKeys: (v.TOKEN_KEYS?.split(',') ?? []).map((pair) => {
        const [id, key] = pair.split(':');
        return { id: id!, key: Buffer.from(key!, 'base64') };
      }),
    },
    logLevel: v.LOG_LEVEL as Config['logLevel'],
  };
}
