/** Compiles the child process to JavaScript once: loading it through tsx would take most of a kill test's time. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const OPTIONS = [
  '--ignoreConfig',
  '--target es2023 --lib es2023 --module nodenext --moduleResolution nodenext --types node',
  // Types are checked elsewhere; here an error of another folder would only hide what is tested.
  '--noCheck --skipLibCheck --allowImportingTsExtensions --rewriteRelativeImportExtensions',
].join(' ');

/** Gives the path of the compiled child and a function that removes it. Throws with tsc's words when it does not compile. */
export function compileChild(): { readonly path: string; readonly remove: () => void } {
  // Inside the project, so that its packages are found.
  mkdirSync(join(ROOT, 'node_modules', '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.cache', 'kills-'));
  const args = [...OPTIONS.split(' '), '--rootDir', ROOT, '--outDir', folder, join(import.meta.dirname, 'child.ts')];
  try {
    execFileSync(join(ROOT, 'node_modules', '.bin', 'tsc'), args, { cwd: ROOT, stdio: 'pipe' });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`tsc: ${String((error as { stdout?: Buffer }).stdout)}`, { cause: error });
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return {
    path: join(folder, 'tests', 'digest', 'kills', 'child.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
