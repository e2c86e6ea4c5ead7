/** Whatever is asked, `ask` gives a well-formed answer, and the same one twice: 400 cases, 2,000 with LONG_TESTS=1, or `FOOTNOTE_CASES` of them. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskOptions, createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';
import { hostileText, hostileTurns } from './hostile.ts';
import { faultsOf } from './well-formed.ts';

const store = loadStore(join(import.meta.dirname, '..', '..', 'seeds'));
const { ask } = createEngine(store);
const CASES = Number(process.env.FOOTNOTE_CASES ?? (process.env.LONG_TESTS ? 2_000 : 400));
const OPTIONS: AskOptions = { now: '2026-01-15' };
const MINUTES = 60_000;

describe('any text at all', () => {
  it('gets a well-formed answer, the same one twice', { timeout: 60 * MINUTES }, () => {
    fc.assert(
      fc.property(hostileText, (question) => {
        const answer = ask(question, OPTIONS);
        expect(faultsOf(answer, question)).toEqual([]);
        expect(ask(question, OPTIONS)).toEqual(answer);
      }),
      { numRuns: Math.ceil(CASES * 0.8), seed: Number(process.env.FOOTNOTE_SEED ?? 20_260_115) },
    );
  });

  it('gets a well-formed answer after other text, by context as by thread', { timeout: 60 * MINUTES }, () => {
    fc.assert(
      fc.property(hostileTurns, (turns) => {
        const question = turns.at(-1)!;
        const context = turns.slice(0, -1);
        const answer = ask(question, { ...OPTIONS, context });
        expect(faultsOf(answer, question)).toEqual([]);
        let thread = context.length > 0 ? ask(context[0]!, OPTIONS).thread : undefined;
        for (const earlier of context.slice(1)) thread = ask(earlier, { ...OPTIONS, ...(thread && { thread }) }).thread;
        const kept = thread && JSON.parse(JSON.stringify(thread));
        expect(ask(question, kept ? { ...OPTIONS, thread: kept } : OPTIONS)).toEqual(answer);
      }),
      { numRuns: Math.floor(CASES * 0.2), seed: Number(process.env.FOOTNOTE_SEED ?? 20_260_115) },
    );
  });
});

describe('known traps', () => {
  const traps: readonly (readonly [string, string])[] = [
    [
      '200 names',
      `did ${Array.from({ length: 200 }, (_, i) => ['Biden', 'Lavrov', 'Zhao', 'France'][i % 4]).join(' and ')} meet?`,
    ],
    ['a quotation that never ends', 'who said "no crane will move until'],
    [
      'dates in dates',
      'what happened two days after the day before the Friday of the week of the month before the Quad summit?',
    ],
    ['a bomb for regular expressions', `${'(a+)+'.repeat(200)}$`],
    ['alternatives without end', `was it ${'China or '.repeat(150)}Russia?`],
    ['only zero-width characters', '\u200b\u200d\u2060\ufeff'],
    ['nothing', ''],
    ['a megabyte', 'who '.repeat(250_000)],
    ['a lone surrogate', 'who met \ud800 in Tokyo?'],
    ['names of the language', '__proto__ constructor toString hasOwnProperty'],
    ['marks of footnotes', 'is it true that [1] [2] [99]?'],
  ];
  it.each(traps)('survives %s', (_, question) => {
    expect(faultsOf(ask(question, OPTIONS), question)).toEqual([]);
  });
});
