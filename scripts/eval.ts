/**
 * Scores files of gold questions: `npm run eval -- FILE … [--failures] [--ablate] [--curve]`.
 * Prints a summary for each file; with `--curve` the risk–coverage table, with `--ablate` what each gate contributes.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../src/answer/index.ts';
import { loadStore } from '../src/facts/index.ts';
import { CONFLICT_KINDS } from '../src/matching/index.ts';
import { readGold, type Scored, scoreAll, scoreAnswer, summarise } from './gold.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    failures: { type: 'boolean' },
    curve: { type: 'boolean' },
    ablate: { type: 'boolean' },
    seeds: { type: 'string', default: 'seeds' },
  },
});
const store = loadStore(values.seeds);
const engine = createEngine(store);
const all: Scored[] = [];
for (const file of positionals) {
  const scored = scoreAll(readGold(file), engine.ask);
  all.push(...scored);
  console.log(basename(file), JSON.stringify(summarise(scored)));
  if (values.failures)
    for (const { gold, answer, verdict } of scored)
      if (verdict !== 'right')
        console.log(
          `${gold.id} [${verdict}] ${gold.type}/${gold.style ?? ''} ${JSON.stringify(gold.question)}${gold.context?.length ? ` after ${JSON.stringify(gold.context)}` : ''}\n   said: ${JSON.stringify(answer.text.slice(0, 330))}\n   must: ${JSON.stringify(gold.must).slice(0, 260)} cite ${JSON.stringify(gold.cite)} reason ${JSON.stringify(answer.reason)}`,
        );
}
if (positionals.length > 1) console.log('all', JSON.stringify(summarise(all)));

if (values.curve) {
  console.log('\nthreshold  answered%  wrong-or-false%  (over all questions)');
  for (let threshold = 0.1; threshold < 0.96; threshold += 0.1) {
    const at = createEngine({ ...store, decision: { ...store.decision, threshold } });
    const verdicts = all.map(({ gold }) => {
      const answer = at.ask(gold.question, {
        now: '2026-01-15',
        ...(gold.context?.length && { context: gold.context }),
      });
      return { answered: answer.status === 'answered', verdict: scoreAnswer(gold, answer) };
    });
    const answered = verdicts.filter((v) => v.answered);
    const bad = answered.filter((v) => v.verdict !== 'right');
    const right = verdicts.filter((v) => v.verdict === 'right').length;
    console.log(
      `${threshold.toFixed(1).padStart(9)}  ${((100 * answered.length) / verdicts.length).toFixed(1).padStart(9)}  ${((100 * bad.length) / Math.max(1, answered.length)).toFixed(1).padStart(15)}   right ${((100 * right) / verdicts.length).toFixed(1)}`,
    );
  }
}

if (values.ablate) {
  console.log('\nwithout    right%  false answers%  (over all questions)');
  for (const kind of CONFLICT_KINDS) {
    const summary = summarise(
      scoreAll(
        all.map((s) => s.gold),
        createEngine(store, new Set([kind])).ask,
      ),
    );
    console.log(
      `${kind.padEnd(14)} ${summary.right.toFixed(1).padStart(6)}  ${summary.falseAnswers.toFixed(1).padStart(13)}`,
    );
  }
}
