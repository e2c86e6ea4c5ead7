/**
 * Hostile text against the engine, with its CPU time, which other work on the machine hardly changes:
 * `npm run fuzz [-- --cases N --seed N]` (100,000 cases unless said otherwise). Prints every kind of fault with its first example,
 * how many questions took more than 50 ms, and the slowest. Exit code 1 on a fault.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { createEngine } from '../src/answer/index.ts';
import { loadStore } from '../src/facts/index.ts';
import { hostileText } from '../tests/answer/hostile.ts';
import { faultsOf } from '../tests/answer/well-formed.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: 'seeds' },
  },
});
/** The most a question may take, in milliseconds. */
const LIMIT = 50;

const store = loadStore(values.seeds);
const { ask } = createEngine(store);
// What is measured is a process that has answered questions before, not how the code is compiled.
for (const text of store.facts.flatMap((fact) => fact.asked_as ?? []).slice(0, 500)) ask(text, { now: '2026-01-15' });
const faults = new Map<string, { times: number; example: string }>();
const slow: { ms: number; question: string }[] = [];
const times: number[] = [];
const note = (fault: string, example: string) => {
  const known = faults.get(fault);
  if (known) known.times++;
  else faults.set(fault, { times: 1, example });
};
fc.assert(
  fc.property(hostileText, (question) => {
    const started = process.cpuUsage();
    try {
      for (const fault of faultsOf(ask(question, { now: '2026-01-15' }), question)) note(fault, question);
    } catch (error) {
      note(error instanceof Error ? `${error.name}: ${error.message}` : String(error), question);
    }
    const { user, system } = process.cpuUsage(started);
    const ms = (user + system) / 1000;
    times.push(ms);
    if (ms > LIMIT) slow.push({ ms, question });
  }),
  { numRuns: Number(values.cases), seed: Number(values.seed) },
);
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
console.log(`${times.length} cases: median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`);
console.log(`${slow.length} took more than ${LIMIT} ms`);
for (const { ms, question } of slow.sort((a, b) => b.ms - a.ms).slice(0, 5))
  console.log(`  ${ms.toFixed(0)} ms  ${JSON.stringify(question).slice(0, 200)}`);
console.log(`${faults.size} kinds of fault`);
for (const [fault, { times: n, example }] of faults)
  console.log(`  ${n} × ${fault}\n      ${JSON.stringify(example).slice(0, 300)}`);
process.exitCode = faults.size > 0 ? 1 : 0;
