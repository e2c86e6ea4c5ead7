/** Entry of `npm run ask`: composition root for the terminal. */
import { environment } from './env.ts';
import { FootnoteError } from './facts/index.ts';
import { SEEDS, SNAPSHOTS } from './place.ts';
import { openEngine } from './snapshot/index.ts';
import { runAsk } from './terminal/index.ts';

// Whoever reads the output may leave early (`| head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
try {
  const env = environment();
  await runAsk(
    { args: process.argv.slice(2), env, input: process.stdin, output: process.stdout, clock: Date.now },
    () => openEngine(env.SEEDS_DIR || SEEDS, SNAPSHOTS),
  );
} catch (error) {
  if (!(error instanceof FootnoteError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
