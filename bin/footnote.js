/**
 * Starts an entry of `src/`: `node bin/footnote.js ask "…"`. It runs the bundle in `dist/`, which it makes first where there is none
 * of this code. Where none can be made (a read-only folder), the sources run as they are, which only takes longer to start.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtEntry, bundle } from './bundle.js';
import { codeVersion } from './code-version.js';
import { compileLater } from './compile-later.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = process.argv[2] ?? 'ask';
const source = join(root, 'src', `${entry}.ts`);
const version = codeVersion(root);
const built = builtEntry(root, entry, version);
compileLater();
// The entries read their arguments as if they had been started themselves.
process.argv.splice(1, 2, source);
if (!existsSync(built)) await bundle(root, version, Date.now()).catch(() => {});
if (existsSync(built)) await import(pathToFileURL(built).href);
else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(source).href);
}
