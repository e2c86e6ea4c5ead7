/** Entry of `npm start`: the Slack app where its tokens are set, else a conversation on the terminal. */
import { readConfig } from './config.ts';
import { environment } from './env.ts';
import { FootnoteError } from './facts/index.ts';
import { SEEDS, SNAPSHOTS } from './place.ts';
import { openEngine } from './snapshot/index.ts';
import { converse } from './terminal/index.ts';

/** Any of these says that Slack is meant; what else Slack needs is then checked by `readConfig`. */
const SLACK_SETTINGS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_ID'] as const;

const NOTHING_TO_DO = `There are no Slack tokens and no terminal, so nobody could ask anything.
For Slack: copy .env.example to .env and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (docs/slack.md has the steps).
For the terminal: run npm start in one, or npm run ask -- "<question>".`;

try {
  const env = environment();
  if (SLACK_SETTINGS.some((name) => env[name]?.trim())) {
    // Loaded only here: the terminal needs neither Bolt nor a database.
    const { serve } = await import('./serve.ts');
    await serve(readConfig(env));
  } else if (process.stdin.isTTY) {
    const engine = openEngine(env.SEEDS_DIR || SEEDS, SNAPSHOTS);
    const terminal = { args: [], env, input: process.stdin, output: process.stdout, clock: Date.now };
    await converse(terminal, engine, () => new Date().toISOString().slice(0, 10));
  } else {
    throw new FootnoteError('nothing-to-do', NOTHING_TO_DO);
  }
} catch (error) {
  if (!(error instanceof FootnoteError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
