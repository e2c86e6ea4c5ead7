/** Entry of `npm run ask`: composition root for the terminal. */
import { fileURLToPath } from 'node:url';
import { createEngine } from './answer/index.ts';
import { environment } from './env.ts';
import { FootnoteError, loadStore } from './facts/index.ts';
import { runAsk } from './terminal/index.ts';

// Whoever reads the output may leave early (`| head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
try {
  const env = environment();
  const seeds = env.SEEDS_DIR || fileURLToPath(new URL('../seeds', import.meta.url));
  await runAsk(
    { args: process.argv.slice(2), env, input: process.stdin, output: process.stdout, clock: Date.now },
    () => createEngine(loadStore(seeds)),
  );
} catch (error) {
  if (!(error instanceof FootnoteError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
