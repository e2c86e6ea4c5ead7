/** Entry of `npm run compile`: writes the snapshot of the store, which starting would otherwise write itself. */
import { relative } from 'node:path';
import { environment } from './env.ts';
import { FootnoteError } from './facts/index.ts';
import { SEEDS, SNAPSHOTS } from './place.ts';
import { compileSnapshot } from './snapshot/index.ts';

try {
  const started = performance.now();
  const { file, facts } = compileSnapshot(environment().SEEDS_DIR || SEEDS, SNAPSHOTS);
  const took = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${facts} facts compiled to ${relative('.', file)} in ${took} s`);
} catch (error) {
  const said = error instanceof FootnoteError ? error.message : `The snapshot cannot be written (${String(error)}).`;
  process.stderr.write(`${said}\n`);
  process.exitCode = 2;
}
