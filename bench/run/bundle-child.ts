/** What the processes of the bench run, as one file of JavaScript: the app too runs a bundle, and compiling anew takes each a second. */
import { join } from 'node:path';
import { build } from 'esbuild';

/** Packages that a bundle cannot hold, or that find files beside themselves. */
const EXTERNAL = ['@slack/bolt', 'kysely', 'libsql', 'pg', 'pino', 'word-list'];

/** CommonJS packages inside the bundle ask for Node's own modules by `require`. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/**
 * Bundles `child.ts`.
 * @param outfile a file in a folder of the repository, from where packages are found
 */
export async function bundleChild(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: EXTERNAL,
    banner: { js: REQUIRE },
    // Paths beside this folder stay what they are.
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
    logLevel: 'error',
  });
}
