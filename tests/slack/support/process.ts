/** Starts the app as a process against a fake Slack. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { FakeSlack } from '../../fake-slack/index.ts';

/** A process that runs the app. */
export interface AppProcess {
  readonly child: ChildProcess;
  readonly port: number;
  /** Lines of its log, parsed. */
  readonly log: Record<string, unknown>[];
  /** Sends SIGTERM and gives the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts `entry` with the settings for the fake and resolves when it takes questions. */
export async function startProcess(
  fake: FakeSlack,
  transport: 'http' | 'socket',
  env: Record<string, string> = {},
  entry = 'tests/slack/support/entry.ts',
): Promise<AppProcess> {
  const tokens = {
    SLACK_BOT_TOKEN: fake.team().token,
    SLACK_APP_TOKEN: fake.appToken,
    SLACK_SIGNING_SECRET: fake.signingSecret,
  };
  const settings = {
    SLACK_TRANSPORT: transport,
    SLACK_API_URL: fake.apiUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    ...tokens,
    ...env,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that fails half-way must not leave it running.
  process.once('exit', () => child.kill('SIGKILL'));
  const log: Record<string, unknown>[] = [];
  let errors = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const started = await new Promise<Record<string, unknown>>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (text) => {
      const line = JSON.parse(text) as Record<string, unknown>;
      log.push(line);
      if (line.msg === 'the Slack app takes questions') resolve(line);
    });
    void exited.then((code) => reject(new Error(`the process ended with ${code}: ${errors}`)));
  });
  return {
    child,
    port: Number(started.port),
    log,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
