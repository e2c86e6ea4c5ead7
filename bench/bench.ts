/**
 * `npm run bench`: Footnote beside fuse.js, MiniSearch, Orama and a linear scan, on the same generated facts and questions in one run.
 *
 * `--sizes 1000,10000,100000`  numbers of events · `--only Footnote,…` some contenders · `--seed N`
 * `--reference [--sizes 10000]`  only the comparison with the matcher that looks at every fact
 * `--bad`  only the bad inputs · `--save`  write the chart and the tables into docs/
 *
 * Writes `.cache/bench.json`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTENDERS, FOOTNOTE } from './engines/index.ts';
import { AT_ONCE, BAD, LIMITS, QUESTIONS, REFERENCE, STARTS, STEADY, secondsFor } from './plan.ts';
import { chart } from './report/chart.ts';
import { criteriaOf, sayCriteria } from './report/criteria.ts';
import { intoDocs } from './report/docs.ts';
import type { Results, Unfinished } from './report/results.ts';
import { sayCount, sayMemory, sayTime } from './report/say.ts';
import { badInputs, LEGEND, sideBySide } from './report/table.ts';
import type { ExtremeMeasured } from './run/extremes.ts';
import type { Measured } from './run/measure.ts';
import { inProcess, perSecond, startUp } from './run/processes.ts';
import { type Agreement, together } from './run/reference.ts';
import type { Kept, Loaded } from './run/snapshot.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    questions: { type: 'string', default: String(REFERENCE.questions) },
    reference: { type: 'boolean' },
    bad: { type: 'boolean' },
    save: { type: 'boolean' },
  },
});
const seed = Number(values.seed);
const sizes = (values.sizes ?? '1000,10000,100000').split(',').map(Number);
const largest = Math.max(...sizes);
const everything = !values.reference && !values.bad;
const began = Date.now();
const tell = (said: string) =>
  process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${said}\n`);

const unfinished: Unfinished[] = [];
const giveUp = (what: string, events: number, seconds: number) => {
  unfinished.push({ what, events, seconds });
  tell(`${what} not done in ${seconds} s, given up`);
};

async function contend(): Promise<Measured[]> {
  const measured: Measured[] = [];
  const names = CONTENDERS.map((c) => c.name).filter((name) => !values.only || values.only.split(',').includes(name));
  for (const events of sizes) {
    const ofSize = new Map<string, Measured>();
    const run = async (contender: string, limit: number) => {
      tell(`${contender}, ${sayCount(events)} events`);
      const before = measured.findLast((m) => m.contender === contender);
      const keep = contender === FOOTNOTE && (events === largest || events === STEADY.events);
      const order = {
        contender,
        events,
        seed,
        questions: QUESTIONS,
        seconds: secondsFor(contender, events),
        cutOff: before?.cutOff ?? null,
        ...(keep && { kept: keptOf(events) }),
      };
      const done = await inProcess<Measured>({ job: 'measure', order }, limit);
      if (done) ofSize.set(contender, done);
      else giveUp(contender, events, limit);
    };
    // What takes so long that it is asked once is not told apart by a share of a second.
    const slow = names.filter((name) => {
      const before = measured.findLast((m) => m.contender === name);
      return before && (before.p50 * events) / before.events > secondsFor(name, events) * 1000;
    });
    for (const name of names) if (!slow.includes(name)) await run(name, LIMITS.contender);
    await atOnce(slow.map((name) => () => run(name, LIMITS.slow)));
    measured.push(...names.flatMap((name) => ofSize.get(name) ?? []));
  }
  return measured;
}

/** Does all, a few at once. */
async function atOnce(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const left = [...tasks];
  const work = async () => {
    for (let task = left.shift(); task; task = left.shift()) await task();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function compare(events: number, questions: number): Promise<Agreement | null> {
  tell(`the reference, ${sayCount(questions)} questions over ${sayCount(events)} events`);
  // Alone, it may take as long as it takes.
  const seconds = values.reference ? 24 * 3_600 : LIMITS.reference;
  const parts = Array.from({ length: REFERENCE.processes }, (_, part) =>
    inProcess<Agreement>(
      { job: 'reference', order: { events, seed, questions, part, parts: REFERENCE.processes } },
      seconds,
    ),
  );
  const done = (await Promise.all(parts)).filter((part) => part !== undefined);
  if (done.length === REFERENCE.processes) return together(done);
  giveUp('reference', events, seconds);
  return null;
}

async function badly(): Promise<ExtremeMeasured[]> {
  const measured: (ExtremeMeasured | undefined)[] = [];
  const tasks = BAD.map((order, at) => async () => {
    tell(`bad input: ${order.extreme}, ${sayCount(order.count)}`);
    measured[at] = await inProcess<ExtremeMeasured>({ job: 'extreme', order }, LIMITS.bad);
    if (!measured[at]) giveUp(order.extreme, order.count, LIMITS.bad);
  });
  await atOnce(tasks);
  return measured.filter((done) => done !== undefined);
}

async function load(): Promise<Results['loaded']> {
  const kept = keptOf(largest);
  const done = existsSync(kept.snapshot) ? await inProcess<Loaded>({ job: 'load', kept }, LIMITS.load) : undefined;
  return done ? { ...done, events: largest } : null;
}

const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const keptOf = (events: number): Kept => ({
  snapshot: join(folder, `${events}.snapshot`),
  questions: join(folder, `${events}.json`),
});
const measured = everything ? await contend() : [];
if (measured.length > 0) tell('the compiled store, starting, two at once');
const steady = async (processes: number) => perSecond(processes, keptOf(STEADY.events), STEADY.seconds);
const results: Results = {
  at: new Date(began).toISOString(),
  node: process.version,
  cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  seed,
  sizes,
  measured,
  unfinished,
  loaded: await load(),
  startUp: everything ? await startUp(STARTS) : null,
  perSecond: existsSync(keptOf(STEADY.events).snapshot)
    ? { events: STEADY.events, one: await steady(1), two: await steady(2) }
    : null,
  reference: values.bad
    ? null
    : await compare(values.reference && values.sizes ? sizes[0]! : REFERENCE.events, Number(values.questions)),
  extremes: values.reference ? [] : await badly(),
};

mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/bench.json', `${JSON.stringify(results, null, 1)}\n`);
if (values.save) {
  writeFileSync('docs/scale.svg', chart(results));
  intoDocs('docs/scale.md', results);
}
if (everything) console.log(`${sideBySide(results)}\n\n${LEGEND}`);
const { loaded, startUp: start, perSecond: rate, reference } = results;
if (loaded)
  console.log(
    `\nCompiled store of ${sayCount(loaded.events)} events: ${sayMemory(loaded.file)}, first answer ${sayTime(loaded.load)} after the process has started, then ${sayMemory(loaded.total)} (${sayMemory(loaded.peak)} at most).`,
  );
if (start) console.log(`From start to end: bare Node ${sayTime(start.bare)}, with an answer ${sayTime(start.ask)}.`);
if (rate)
  console.log(
    `Questions per second over ${sayCount(rate.events)} events: ${sayCount(rate.one)} by one process, ${sayCount(rate.two)} by two.`,
  );
for (const d of reference?.differences.filter((one) => values.reference || !one.alike).slice(0, 20) ?? [])
  console.log(`\nDiffers from the reference: ${d.question}\n  chosen: ${d.chosen}\n  all:    ${d.all}`);
if (results.extremes.length > 0) console.log(`\n${badInputs(results)}`);
console.log(`\n${sayCriteria(criteriaOf(results))}`);
tell('done; all figures are in .cache/bench.json');
