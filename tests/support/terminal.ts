/** A terminal in memory, to drive the commands of `src/terminal` without a process. */
import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/terminal/index.ts';

/** What a test gives the terminal. */
export interface MemoryTerminal extends Terminal {
  readonly input: PassThrough;
  /** All that was written so far. */
  readonly written: () => string;
}

/** Makes one; `isTTY` makes the output look like a screen. */
export function memoryTerminal({
  args = [],
  env = {},
  isTTY = false,
}: {
  args?: readonly string[];
  env?: Terminal['env'];
  isTTY?: boolean;
} = {}): MemoryTerminal {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY });
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = () => Buffer.concat(chunks).toString('utf8');
  return { args, env, input, output, clock: () => Date.parse('2026-01-15T12:00:00Z'), written };
}
