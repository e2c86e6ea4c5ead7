/** How near a question is to the ways to ask for a fact: the weight of the spans that both have, of all that either has. */
import type { Asked } from '../question/index.ts';
import { maskOf } from './codes.ts';
import type { OpenTables } from './fact-view.ts';
import type { Sought } from './select.ts';

/** A way to ask that asks for another kind of thing counts for this much. */
const OTHERWISE = 0.6;

/** A way to ask that does not hold the verb on which the question turns counts for this much. */
const OTHER_DEED = 0.8;

/** Gives for a row the closest way to ask (0–1) and its text, or 0 and null. */
export type ClosestAsk = (row: number) => readonly [number, string | null];

/** Compares questions with the ways to ask of one store. It keeps scratch space for all keys, so that a question allocates little. */
export function createAskComparer({
  tables,
  strings,
}: OpenTables): (sought: readonly Sought[], asked: Asked, deed: number) => ClosestAsk {
  const { askTable, asks } = tables;
  const { spans, spanStarts, costs } = askTable;
  /** For each key, the question that marked it last, and where the spans that hold it stand in `marks`. */
  const markedBy = new Uint32Array(strings.size);
  const markAt = new Uint32Array(strings.size);
  const any = strings.idOf('any');
  let turn = 0;

  return (sought, asked, deed) => {
    let mine = 0;
    /** One bit for each span of the question, in as many numbers as that takes. */
    const width = Math.ceil(sought.length / 32) || 1;
    const marks: number[] = [];
    const mark = () => {
      mine = ++turn;
      marks.length = 0;
      sought.forEach(({ keys }, span) => {
        for (const key of keys) {
          if (markedBy[key] !== mine) {
            markedBy[key] = mine;
            markAt[key] = marks.length;
            for (let i = 0; i < width; i++) marks.push(0);
          }
          marks[markAt[key]! + (span >> 5)]! |= 1 << (span & 31);
        }
      });
    };
    const weights = sought.reduce((sum, s) => sum + s.weight, 0);
    const form = strings.idOf(asked.form);
    const wants = maskOf(asked.wants);

    /** The same kind of thing is asked for when the wanted values overlap; "who" also serves "which country". */
    const asksAlike = (ask: number): boolean => {
      if (asked.form === 'yes-no' || asked.form === 'any' || askTable.forms[ask] === any) return true;
      if (wants === 0 || askTable.wants[ask] === 0) return askTable.forms[ask] === form;
      return (wants & askTable.wants[ask]!) !== 0;
    };

    /** For each span of the way to ask, the spans of the question that share a key with it; in `all`, those that share one at all. */
    const held: number[] = [];
    const all = new Int32Array(width);
    const meet = (from: number, to: number): boolean => {
      let met = 0;
      held.length = 0;
      all.fill(0);
      for (let span = from; span < to; span++)
        for (let w = 0; w < width; w++) {
          let bits = 0;
          for (let i = spans.starts[span]!; i < spans.starts[span + 1]!; i++) {
            const key = spans.items[i]!;
            if (markedBy[key] === mine) bits |= marks[markAt[key]! + w]!;
          }
          held.push(bits);
          all[w]! |= bits;
          met |= bits;
        }
      return met !== 0;
    };

    const similarity = (ask: number): number => {
      const [from, to] = [spanStarts[ask]!, spanStarts[ask + 1]!];
      if (!meet(from, to)) return 0;
      const taken: boolean[] = [];
      let shared = 0;
      // Each span of the question takes the first span of the way to ask that is still free.
      for (let w = 0; w < width; w++)
        for (let bits = all[w]!; bits !== 0; bits &= bits - 1) {
          const bit = bits & -bits;
          for (let span = 0; span < to - from; span++)
            if (!taken[span] && held[span * width + w]! & bit) {
              shared += sought[32 * w + 31 - Math.clz32(bit)]!.weight;
              taken[span] = true;
              break;
            }
        }
      let total = weights;
      for (let span = from; span < to; span++) if (!taken[span - from]) total += costs[span]!;
      const done = deed < 0 || all[deed >> 5]! & (1 << (deed & 31));
      return total > 0 ? (shared / total) * (done ? 1 : OTHER_DEED) : 0;
    };

    return (row) => {
      // Another question may have been asked in between.
      if (mine === 0 || mine !== turn) mark();
      let best = 0;
      let closest = -1;
      for (let i = asks.starts[row]!; i < asks.starts[row + 1]!; i++) {
        const ask = asks.items[i]!;
        const nearness = similarity(ask) * (asksAlike(ask) ? 1 : OTHERWISE);
        if (nearness > best) [best, closest] = [nearness, ask];
      }
      return [best, closest < 0 ? null : askTable.texts[closest]!];
    };
  };
}
