/** `ask`: one question, or a batch, from the command line. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Engine, toContract } from '../answer/index.ts';
import { FootnoteError } from '../facts/index.ts';
import { answerLine } from './batch.ts';
import { jsonLine } from './json-line.ts';
import { paintFor, showAnswer } from './show.ts';
import { showTrace } from './why.ts';

/** What the command needs of the world. */
export interface Terminal {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** How to use the command. */
export const ASK_USAGE = `Usage: npm run ask -- [options] "<question>"
  --json            print the answer as one JSON object
  --batch FILE|-    answer JSON lines {"id", "question", "context"?, "now"?}
  --why             show how the question was read and which facts matched
  --now DATE        today, as YYYY-MM-DD (for "last month" and the like)`;

/**
 * Runs the command.
 * @throws FootnoteError `usage` for bad options, `batch-unreadable` when the batch file cannot be read
 */
export async function runAsk(terminal: Terminal, loadEngine: () => Engine): Promise<void> {
  const { values, positionals } = readArgs(terminal.args);
  const now = values.now ?? new Date(terminal.clock()).toISOString().slice(0, 10);
  if (!z.iso.date().safeParse(now).success)
    throw new FootnoteError('usage', `--now ${now} is not a day; write it as YYYY-MM-DD.`);
  if (values.batch !== undefined) {
    const engine = loadEngine();
    await runBatch(values.batch, terminal, engine, now);
    return;
  }
  if (positionals.length === 0) throw new FootnoteError('usage', `There is no question.\n${ASK_USAGE}`);
  const question = positionals.join(' ');
  const engine = loadEngine();
  const started = performance.now();
  const { answer, trace } = engine.explain(question, { now });
  const took = performance.now() - started;
  if (values.why && trace) terminal.output.write(`${showTrace(trace)}\n\n`);
  if (values.json) terminal.output.write(`${jsonLine(toContract(answer, null, took))}\n`);
  else terminal.output.write(`${showAnswer(answer, paintFor(terminal.output.isTTY === true, terminal.env))}\n`);
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        batch: { type: 'string' },
        why: { type: 'boolean' },
        now: { type: 'string' },
      },
    });
  } catch (cause) {
    throw new FootnoteError('usage', `${cause instanceof Error ? cause.message : String(cause)}\n${ASK_USAGE}`, {
      cause,
    });
  }
}

async function runBatch(file: string, terminal: Terminal, engine: Engine, now: string): Promise<void> {
  const source = file === '-' ? terminal.input : createReadStream(file, 'utf8');
  let number = 0;
  try {
    for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() === '') continue;
      terminal.output.write(`${answerLine(line, number, engine.ask, now, () => performance.now())}\n`);
    }
  } catch (cause) {
    throw new FootnoteError(
      'batch-unreadable',
      `The batch ${file} cannot be read (${cause instanceof Error ? cause.message : String(cause)}).`,
      { cause },
    );
  }
}
