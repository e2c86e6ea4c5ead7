/** Writes the figures of a run into `docs/scale.md`, between its marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { criteriaOf } from './criteria.ts';
import type { Results } from './results.ts';
import { sayCount, sayMemory, sayTime } from './say.ts';
import { asMarkdown } from './table.ts';

const [OPEN, CLOSE] = ['<!-- figures of npm run bench -- --save -->', '<!-- /figures -->'];

/** Replaces what stands between the marks. @throws when the file or its marks are missing */
export function intoDocs(file: string, results: Results): void {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(OPEN), text.indexOf(CLOSE)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for figures; put back "${OPEN}" and "${CLOSE}"`);
  writeFileSync(file, `${text.slice(0, from + OPEN.length)}\n${figures(results)}\n${text.slice(to)}`);
}

function figures(results: Results): string {
  const { loaded, startUp, perSecond, extremes } = results;
  const lines = [
    `Measured on ${results.at.slice(0, 10)} at ${results.commit}, Node ${results.node.slice(1)}, ${results.cpu}.`,
    asMarkdown(results),
  ];
  if (loaded)
    lines.push(
      `The compiled store of ${sayCount(loaded.events)} events is a file of ${sayMemory(loaded.file)}; a process that loads it gives its first answer after ${sayTime(loaded.load)} and then holds ${sayMemory(loaded.total)}.`,
    );
  if (startUp)
    lines.push(
      `With the shipped store, bare Node takes ${sayTime(startUp.bare)} from start to end, and one question ${sayTime(startUp.ask)}.`,
    );
  if (perSecond)
    lines.push(
      `Over ${sayCount(perSecond.events)} events one process answers ${sayCount(perSecond.one)} questions a second, two at once ${sayCount(perSecond.two)}.`,
    );
  const bad = extremes.map(({ name, answers }) => {
    const [slowest, longest] = [Math.max(...answers.map((a) => a.took)), Math.max(...answers.map((a) => a.characters))];
    return `| ${name} | ${answers.length} | ${sayTime(slowest)} | ${sayCount(longest)} |`;
  });
  if (bad.length > 0)
    lines.push(
      `| Bad input | Questions | Slowest, cold | Longest answer, characters |\n| --- | --- | --- | --- |\n${bad.join('\n')}`,
    );
  const judged = criteriaOf(results).map(
    (c) => `| ${c.line} | ${c.measured} | ${c.holds === null ? '–' : c.holds ? 'holds' : 'fails'} |`,
  );
  lines.push(`| Goal | Measured | |\n| --- | --- | --- |\n${judged.join('\n')}`);
  return lines.join('\n\n');
}
