/** Where this copy of Footnote stands and which code it is, for the entries of `src/`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeVersion } from '../bin/code-version.js';
import type { SnapshotPlace } from './snapshot/index.ts';

/** Set in a bundle: the version of the code it was made from. The sources beside it may have changed since. */
declare const BUILT_FROM: string | undefined;

/** Folder of the repository; the sources and the bundle both lie one below it. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The store that is used unless `SEEDS_DIR` names another. */
export const SEEDS = join(ROOT, 'seeds');

/** The manifest of the Slack app: its scopes and its name. */
export const MANIFEST = join(ROOT, 'manifest.yml');

/** Where compiled stores are kept. Read once, at the start: later the sources may no longer be those that run. */
export const SNAPSHOTS: SnapshotPlace = {
  folder: join(ROOT, '.cache'),
  code: typeof BUILT_FROM === 'string' ? BUILT_FROM : codeVersion(ROOT),
};
