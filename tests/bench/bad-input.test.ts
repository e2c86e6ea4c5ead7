/** Stores that are bad in one way: the answers stay as short as any, whatever the question. What they say, `tests/answer/extremes.test.ts` looks at. */
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
