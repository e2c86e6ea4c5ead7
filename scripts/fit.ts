/**
 * Fits the decision to answer or to refuse from labelled questions: `npm run fit -- FILE …` writes `seeds/decision.yaml`.
 * A set of questions whose failures have been mended since looks easier than any that is to come: with `--first-sight` each file that git
 * knows is read with the seeds as they were before it was added, so that what was learnt from it does not count.
 * Logistic regression by full-batch gradient descent with an L2 penalty (Bishop, Pattern Recognition and Machine Learning, 4.3.2); the
 * features are few and bounded, so no library is needed. A question's label is whether the composed answer scores right.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { standsOn } from '../bench/engines/footnote.ts';
import { makeQuestions } from '../bench/questions/generate.ts';
import { makeStore } from '../bench/store/generate.ts';
import { createEngine } from '../src/answer/index.ts';
import { NO } from '../src/answer/wording.ts';
import { loadStore, type Store } from '../src/facts/index.ts';
import { FEATURES, type Features } from '../src/matching/index.ts';
import { readGold, scoreAnswer } from './gold.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: 'seeds' },
    penalty: { type: 'string', default: '0.002' },
    'false-weight': { type: 'string', default: '1.6' },
    threshold: { type: 'string' },
    // Questions of a generated store, so that the weights fit stores of other subjects too; each counts for a quarter.
    generated: { type: 'string', default: '1200' },
    'first-sight': { type: 'boolean' },
  },
});

interface Example {
  readonly features: Features;
  readonly label: 0 | 1;
  readonly weight: number;
}

const store = loadStore(values.seeds);
const withThreshold = (of: Store, threshold: number) =>
  createEngine({ ...of, decision: { ...store.decision, threshold } });
const today = { eager: withThreshold(store, 0), never: withThreshold(store, 1.1) };
const ofDays = new Map<string, typeof today>();

/** The engines with the seeds of the commit before the one that added a file; today's where there is none. */
function enginesFor(file: string): typeof today {
  if (!values['first-sight'] || relative('.', file).startsWith('..')) return today;
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 }).trim();
  const added = git('log', '--format=%H', '--diff-filter=A', '--', file).split('\n').at(-1);
  if (!added) return today;
  let engines = ofDays.get(added);
  if (!engines) {
    const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
    execFileSync('sh', ['-c', 'git archive "$1~1" seeds | tar -x -C "$2"', 'sh', added, folder]);
    const old = loadStore(join(folder, 'seeds'));
    // The classes of function words belong to the engine: it is read with today's.
    const then = { ...old, vocabulary: { ...old.vocabulary, grammar: store.vocabulary.grammar } };
    ofDays.set(added, (engines = { eager: withThreshold(then, 0), never: withThreshold(then, 1.1) }));
    rmSync(folder, { recursive: true });
  }
  return engines;
}

const examples: Example[] = [];
for (const file of positionals) {
  const { eager, never } = enginesFor(file);
  for (const gold of readGold(file)) {
    const options = { now: '2026-01-15', ...(gold.context?.length && { context: gold.context }) };
    const { answer, trace } = eager.explain(gold.question, options);
    // What a kind computes from several facts is not decided by these features.
    const computed = never.ask(gold.question, options);
    if (!trace?.features || (computed.status === 'answered' && !computed.text.startsWith(NO))) continue;
    const label = gold.expect === 'answer' && scoreAnswer(gold, answer) === 'right' ? 1 : 0;
    // What the seeds have learnt from counts for less.
    const trust = values['first-sight'] && eager === today.eager ? 0.25 : 1;
    examples.push({
      features: trace.features,
      label,
      weight: trust * (label === 0 ? Number(values['false-weight']) : 1),
    });
  }
}

// Another store than the bench measures.
const made = makeStore(store, { events: 1000, seed: 97 });
const other = createEngine({ ...made.store, decision: { ...store.decision, threshold: 0 } });
for (const { text, context, gold, group } of makeQuestions(made, Number(values.generated), 11)) {
  const { answer, trace } = other.explain(text, { now: '2026-01-15', ...(context && { context }) });
  if (!trace?.features) continue;
  const first = standsOn(answer, made.store);
  const label = group !== 'near-miss' && first !== undefined && gold.includes(first) ? 1 : 0;
  examples.push({
    features: trace.features,
    label,
    weight: 0.25 * (label === 0 ? Number(values['false-weight']) : 1),
  });
}

const rows = examples.map((e) => Float64Array.from(FEATURES, (f) => e.features[f]));
const weights = Float64Array.from(FEATURES, (f) => store.decision.weights[f] ?? 0);
let bias = store.decision.bias;
const total = examples.reduce((sum, e) => sum + e.weight, 0);
const chance = (row: Float64Array) => {
  let z = bias;
  for (let f = 0; f < row.length; f++) z += row[f]! * weights[f]!;
  return 1 / (1 + Math.exp(-z));
};
for (let step = 0; step < 6000; step++) {
  const gradient = weights.map((w) => Number(values.penalty) * w);
  let biasGradient = 0;
  for (const [n, row] of rows.entries()) {
    const error = ((chance(row) - examples[n]!.label) * examples[n]!.weight) / total;
    biasGradient += error;
    for (let f = 0; f < row.length; f++) gradient[f]! += error * row[f]!;
  }
  bias -= 1.5 * biasGradient;
  for (let f = 0; f < weights.length; f++) weights[f]! -= 1.5 * gradient[f]!;
}

const scored = examples.map((e, n) => ({
  ...e,
  p: chance(rows[n]!),
}));
for (let t = 0.2; t <= 0.8; t += 0.05) {
  const answered = scored.filter((s) => s.p >= t);
  const bad = answered.filter((s) => s.label === 0).length;
  console.log(
    `threshold ${t.toFixed(2)}: answers ${answered.length}/${scored.length}, not right ${bad}, lost ${scored.filter((s) => s.p < t && s.label === 1).length}`,
  );
}
const round = (n: number) => Math.round(n * 1000) / 1000;
const decision = {
  bias: round(bias),
  threshold: Number(values.threshold ?? store.decision.threshold),
  weights: Object.fromEntries(FEATURES.map((f, n) => [f, round(weights[n]!)])),
  fitted_on: `${examples.length} questions of ${positionals.length} files`,
};
writeFileSync(
  `${values.seeds}/decision.yaml`,
  `# yaml-language-server: $schema=schema/decision.json\n# Written by npm run fit.\n${stringify({ decision })}`,
);
console.log(JSON.stringify(decision));
