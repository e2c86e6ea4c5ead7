/** Stores that are bad in one way: the answers stay as short as any, and say how much they leave out. */
import { describe, expect, it } from 'vitest';
import { type ExtremeOrder, measureExtreme } from '../../bench/run/extremes.ts';

/** Longer than this, and with more lines, no answer can be read in a Slack channel. */
const [CHARACTERS, LINES] = [2_500, 12];

const ORDERS: readonly ExtremeOrder[] = [
  { extreme: 'alias', count: 300 },
  { extreme: 'crowd', count: 500 },
  { extreme: 'day', count: 400 },
  { extreme: 'everything', count: 400 },
];

describe.each(ORDERS)('bad input: $extreme × $count', (order) => {
  const { answers } = measureExtreme(order);

  it.each(answers)('is answered in bounds: $question', ({ characters, clauses, citations, opens }) => {
    expect(characters, opens).toBeLessThanOrEqual(CHARACTERS);
    expect(clauses, opens).toBeLessThanOrEqual(LINES);
    expect(citations, opens).toBeLessThanOrEqual(LINES);
    expect(characters, opens).toBeGreaterThan(10);
  });
});

it('says how many there are where it shows a part, and how to see fewer', () => {
  const { answers } = measureExtreme({ extreme: 'day', count: 400 });
  const all = answers.find((a) => a.question === 'what happened on 3 March 2011?')!;
  expect(all.saysMore).toBe(true);
});
