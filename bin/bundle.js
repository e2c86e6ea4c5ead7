/** The TypeScript of `src/` as JavaScript in `dist/`, in few files: loading it that way takes a tenth of the time. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What stays in `node_modules`: native code, what starts threads or finds files beside itself, and what only Slack needs. */
const EXTERNAL = ['@slack/bolt', 'kysely', 'libsql', 'pg', 'pino', 'word-list'];

/** CommonJS packages inside the bundle ask for Node's own modules by `require`. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/** Files of other versions are kept this long, in ms: a process of before may still load one. */
const KEPT = 7 * 24 * 3_600_000;

/**
 * The file of an entry in the bundle.
 * @param {string} root folder of the repository
 * @param {string} entry name of a file in `src/`, without its ending
 * @param {string} version of the code
 * @returns {string}
 */
export function builtEntry(root, entry, version) {
  return join(root, 'dist', `${entry}-${version.slice(0, 16)}.js`);
}

/**
 * Bundles all entries. Each file appears whole or not at all, entries last, so that an entry that exists can be used.
 * @param {string} root folder of the repository
 * @param {string} version of the code
 * @param {number} now milliseconds since the epoch
 * @throws {Error} when the folder cannot be written, or esbuild cannot run
 */
export async function bundle(root, version, now) {
  const { build } = await import('esbuild');
  const folder = join(root, 'dist');
  const entries = readdirSync(join(root, 'src'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, 'src', file));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    entryNames: `[name]-${version.slice(0, 16)}`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: EXTERNAL,
    banner: { js: REQUIRE },
    define: { BUILT_FROM: JSON.stringify(version) },
    write: false,
    logLevel: 'silent',
  });
  mkdirSync(folder, { recursive: true });
  const isEntry = (path) => basename(path).includes(version.slice(0, 16));
  for (const { path, contents } of outputFiles.sort((a, b) => Number(isEntry(a.path)) - Number(isEntry(b.path)))) {
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  const current = new Set(outputFiles.map(({ path }) => basename(path)));
  for (const file of readdirSync(folder))
    if (!current.has(file) && now - statSync(join(folder, file)).mtimeMs > KEPT) rmSync(join(folder, file));
}
