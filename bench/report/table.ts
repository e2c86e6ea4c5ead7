/** The figures as tables for the terminal. */
import Table from 'cli-table3';
import { FOOTNOTE } from '../engines/index.ts';
import { AT_ONCE } from '../plan.ts';
import type { Measured } from '../run/measure.ts';
import { figuresOf, type Results } from './results.ts';
import { sayCount, sayMemory, sayRatio, sayShare, sayTime } from './say.ts';

const PLAIN = { head: [], border: [] };
const HEAD = ['', 'build', 'memory', 'p50', 'p99', '× p50', 'asked', 'right at 1', 'typos', 'first, uncut', 'false'];

/** The cells of one contender at one size. */
export function cells(m: Measured, own: Measured | undefined): string[] {
  return [
    m.contender,
    sayTime(m.build),
    sayMemory(m.added),
    sayTime(m.p50),
    sayTime(m.p99),
    own ? sayRatio(m.p50 / own.p50) : '–',
    String(m.asked),
    sayShare(m.right),
    sayShare(m.typo),
    sayShare(m.ranked),
    sayShare(m.false),
  ];
}

/** One table for each size. */
export function sideBySide(results: Results): string {
  return results.sizes
    .map((events) => {
      const all = results.measured.filter((m) => m.events === events);
      if (all.length === 0) return '';
      const own = figuresOf(results, FOOTNOTE, events);
      const table = new Table({ head: HEAD, style: PLAIN });
      for (const m of all) table.push(cells(m, own));
      return `${sayCount(events)} events, ${sayCount(all[0]!.facts)} facts\n${table.toString()}`;
    })
    .filter(Boolean)
    .join('\n\n');
}

/** The same as Markdown, for `docs/scale.md`. */
export function asMarkdown(results: Results): string {
  return results.sizes
    .map((events) => {
      const all = results.measured.filter((m) => m.events === events);
      const own = figuresOf(results, FOOTNOTE, events);
      const rows = [HEAD, HEAD.map(() => '---'), ...all.map((m) => cells(m, own))];
      const lines = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
      return `**${sayCount(events)} events, ${sayCount(all[0]?.facts ?? 0)} facts**\n\n${lines}`;
    })
    .join('\n\n');
}

/** What the columns mean, for under the tables. */
export const LEGEND = `memory: what building added. × p50: the time for one question as a multiple of Footnote's. right at 1: of the questions with an
answer, the right fact came first, above the cut-off (typos: of those with a slip in a name); first, uncut: the same whatever its
score. false: of the near-misses, answered. Footnote decides by itself; for each other the cut-off was set on a separate sample of
questions on the same store, where right answers less false answers are most. –: too few questions to say, or to set the cut-off.
Contenders that take longer for one question than they are given for all were run ${AT_ONCE} at once, as the bad inputs were.`;

/** The bad inputs, one line for each question. */
export function badInputs(results: Results): string {
  const table = new Table({
    head: ['bad input', 'question', 'time', 'characters', 'lines', 'says how many more', 'opens with'],
    style: PLAIN,
    colWidths: [26, 32, 10, 12, 7, 10, 46],
    wordWrap: true,
  });
  for (const { name, answers } of results.extremes)
    for (const a of answers)
      table.push([
        name,
        a.question,
        sayTime(a.took),
        String(a.characters),
        String(a.clauses),
        a.saysMore ? 'yes' : 'no',
        a.opens.replaceAll('\n', ' '),
      ]);
  return table.toString();
}
