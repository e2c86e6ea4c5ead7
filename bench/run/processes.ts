/** Starts the processes of the bench, and measures what only a process shows: its start, and two of them at once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { COMPILE_LATER } from '../../bin/compile-later.js';
import { BASE_STORE, keepBaseStore } from './base-store.ts';
import { bundleChild } from './bundle-child.ts';
import type { Job } from './child.ts';
import type { Kept } from './snapshot.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** The stores of 100,000 events need more than the default heap while they are generated; the rest as `npm start` has it. */
const FLAGS = ['--expose-gc', '--max-old-space-size=6144', COMPILE_LATER];

/** Processes that run; they end with this one. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill();
});

/** What all processes run and read, in a folder that is gone when this process ends. */
let prepared: Promise<{ program: string; store: string }> | undefined;

async function prepare() {
  const folder = join(ROOT, '.cache', `bench-${process.pid}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  const [program, store] = [join(folder, 'child.mjs'), join(folder, 'store')];
  keepBaseStore(store);
  await bundleChild(program);
  return { program, store };
}

async function start(job: Job): Promise<ChildProcess> {
  const { program, store } = await (prepared ??= prepare());
  const child = spawn(process.execPath, [...FLAGS, program, JSON.stringify(job)], {
    cwd: ROOT,
    env: { ...process.env, [BASE_STORE]: store },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** The lines that a process writes, until it ends. @throws when it ends with anything but 0 */
async function linesOf(child: ChildProcess, onLine: (line: string) => void): Promise<void> {
  createInterface(child.stdout!).on('line', onLine);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`A process of the bench ended with ${code}; its message stands above.`);
}

/** Does a job in a process of its own. @returns undefined when it is not done in `seconds` @throws when the process fails */
export async function inProcess<T>(job: Job, seconds: number): Promise<T | undefined> {
  let last = '';
  let late = false;
  const child = await start(job);
  const alarm = setTimeout(() => {
    late = true;
    child.kill();
  }, seconds * 1000);
  try {
    await linesOf(child, (line) => (last = line));
    return JSON.parse(last) as T;
  } catch (error) {
    if (late) return undefined;
    throw error;
  } finally {
    clearTimeout(alarm);
  }
}

/** Questions per second of `processes` at once, together; each loads the same store. */
export async function perSecond(processes: number, kept: Kept, seconds: number): Promise<number> {
  const children = await Promise.all(
    Array.from({ length: processes }, () => start({ job: 'steadily', kept, seconds })),
  );
  let ready = 0;
  let sum = 0;
  await Promise.all(
    children.map((child) =>
      linesOf(child, (line) => {
        if (line !== 'ready') sum += JSON.parse(line) as number;
        else if (++ready === processes) for (const c of children) c.stdin!.end('go\n');
      }),
    ),
  );
  return sum;
}

/** Milliseconds from start to end: bare Node, and `npm run ask` without npm, each the median of runs that take turns. */
export async function startUp(runs: number): Promise<{ bare: number; ask: number; beyond: number }> {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, ...ask] = scripts.ask!.split(' ');
  const question = 'who patrolled with whom on the Quad summit day?';
  const took: Record<'bare' | 'ask', number[]> = { bare: [], ask: [] };
  // The first run may compile what later ones only load.
  await ended([...ask, question]);
  for (let i = 0; i < runs; i++) {
    took.bare.push(await ended(['-e', '0']));
    took.ask.push(await ended([...ask, question]));
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
  const [bare, whole] = [median(took.bare), median(took.ask)];
  return { bare, ask: whole, beyond: whole - bare };
}

async function ended(args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
  return performance.now() - began;
}
