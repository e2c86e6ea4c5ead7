/** What is computed of a table of ways to ask when it is opened: how large they are, and which hold a key. */
import { type Rows, transposed } from './rows.ts';
import type { AskTable } from './ways-to-ask.ts';

/** The ways to ask that hold a key, by key. */
export function holdersOf({ texts, spans, spanStarts }: AskTable, keys: number): Rows {
  const starts = Uint32Array.from(spanStarts, (span) => spans.starts[span]!);
  return transposed({ starts: starts.subarray(0, texts.size + 1), items: spans.items }, keys);
}

/** The most spans that a way to ask has; and of each, what all its spans cost, and what the costliest does. */
export function sizesOf({ spanStarts, costs }: AskTable) {
  const asks = spanStarts.length - 1;
  const [whole, heaviest] = [new Float64Array(asks), new Float64Array(asks)];
  let longest = 0;
  for (let ask = 0; ask < asks; ask++) {
    longest = Math.max(longest, spanStarts[ask + 1]! - spanStarts[ask]!);
    for (let span = spanStarts[ask]!; span < spanStarts[ask + 1]!; span++) {
      whole[ask]! += costs[span]!;
      heaviest[ask] = Math.max(heaviest[ask]!, costs[span]!);
    }
  }
  return { longest, whole, heaviest };
}

/** How many numbers the longest row has. */
export function mostOf({ starts }: Rows): number {
  let most = 0;
  for (let row = 0; row + 1 < starts.length; row++) most = Math.max(most, starts[row + 1]! - starts[row]!);
  return most;
}
