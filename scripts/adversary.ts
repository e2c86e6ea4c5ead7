/**
 * Questions generated from the store against the engine: `npm run adversary [-- --seed N --show N --json --seeds FOLDER]`.
 * Prints coverage, wrong answers and reasons for answerable questions, for the same with a typo in a name, and for near-misses; then
 * a risk–coverage table over the threshold of the decision.
 */
import { parseArgs } from 'node:util';
import { createEngine } from '../src/answer/index.ts';
import { loadStore } from '../src/facts/index.ts';
import { generate } from './adversary/generate.ts';
import { bySort, count, isFailure, type Result, scoreCase } from './adversary/score.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '0' },
    seeds: { type: 'string', default: 'seeds' },
    json: { type: 'boolean' },
  },
});
const store = loadStore(values.seeds);
const cases = generate(store, Number(values.seed));
const engine = createEngine(store);
const results = {
  answerable: cases.answerable.map((c) => scoreCase(c, engine.ask)),
  typo: cases.typos.map((c) => scoreCase(c, engine.ask)),
  'near-miss': cases.nearMisses.map((c) => scoreCase(c, engine.ask)),
};

/** Every n-th case suffices for the table. */
const SAMPLE = 8;
const table = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((threshold) => {
  const { ask } = createEngine({ ...store, decision: { ...store.decision, threshold } });
  const sample = (list: typeof cases.answerable) =>
    list.filter((_, i) => i % SAMPLE === 0).map((c) => scoreCase(c, ask));
  const [clean, typo, near] = [
    count(sample(cases.answerable)),
    count(sample(cases.typos)),
    count(sample(cases.nearMisses)),
  ];
  return {
    threshold,
    covered: clean.right,
    wrong: clean.wrong,
    coveredTypo: typo.right,
    falseAnswers: near.falseAnswers,
  };
});

/** Of the questions that are covered without their typo, the share that is covered with it. */
const cleanRight = new Set(results.answerable.filter((r) => r.verdict === 'right').map((r) => r.one.question));
const paired = count(results.typo.filter((r) => cleanRight.has(r.one.clean!)));

const sorts = (list: readonly Result[]) => Object.fromEntries(bySort(list).map(([sort, rs]) => [sort, count(rs)]));
if (values.json) {
  const groups = Object.entries(results).map(([group, list]) => [group, { ...count(list), sorts: sorts(list) }]);
  console.log(
    JSON.stringify({ seed: Number(values.seed), store: store.hash, ...Object.fromEntries(groups), paired, table }),
  );
} else {
  for (const [group, list] of Object.entries(results)) {
    const c = count(list);
    console.log(
      group === 'near-miss'
        ? `\nnear-misses ${c.questions}: false answers ${c.falseAnswers} % (${c.unrelatedNo} % by "No." from an unrelated fact), refused ${c.refused} %, corrected with "No." ${c.denied} %, reason class right ${c.reasonRight} %`
        : `\n${group} ${c.questions}: covered ${c.right} %, wrong ${c.wrong} %, refused with a gold place among the nearest ${c.near} %, refused ${c.refused} %, asked back ${c.clarified} %`,
    );
    for (const [sort, rs] of bySort(list)) {
      const s = count(rs);
      const figures =
        group === 'near-miss'
          ? `false ${s.falseAnswers} (no: ${s.unrelatedNo})  denied ${s.denied}  reason ${s.reasonRight}`
          : `right ${s.right}  wrong ${s.wrong}  near ${s.near}  refused ${s.refused}`;
      console.log(`  ${sort.padEnd(24)} ${String(s.questions).padStart(5)}  ${figures}`);
      for (const r of rs.filter(isFailure).slice(0, Number(values.show))) console.log(sayFailure(r));
    }
  }
  console.log(`\nof ${paired.questions} questions covered without their typo, ${paired.right} % are covered with it`);
  console.log('\nthreshold  covered  wrong  covered, typo  false answers   (one case in eight)');
  for (const t of table)
    console.log(
      `${t.threshold.toFixed(1).padStart(9)}${[t.covered, t.wrong, t.coveredTypo, t.falseAnswers].map((n) => n.toFixed(1).padStart(9)).join('')}`,
    );
}

function sayFailure({ one, answer, verdict }: Result): string {
  const asked = `${one.context ? `${one.context.join(' / ')} → ` : ''}${one.question}`;
  const gold =
    one.group === 'near-miss'
      ? `${one.change}; expected ${one.reasons.join('|')}`
      : `gold ${one.facts.slice(0, 4).join(',')}${one.change ? `; ${one.change}` : ''}`;
  const said = answer.reason
    ? `${answer.reason.kind} "${answer.reason.failed}"`
    : `${answer.thread.facts.join(',')}: ${answer.text.slice(0, 140)}`;
  return `      [${verdict}] ${asked}\n          ${gold}\n          said ${said.replaceAll('\n', ' ')}`;
}
