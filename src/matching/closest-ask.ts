/** How near a question is to the ways to ask for a fact: the weight of the spans that both have, of all that either has. */
import type { Asked } from '../question/index.ts';
import { holdersOf, mostOf, sizesOf } from './ask-sizes.ts';
import { maskOf } from './codes.ts';
import type { OpenTables } from './fact-view.ts';
import type { Rows } from './rows.ts';
import type { Sought } from './select.ts';
import { countOf, weightOfSet } from './weight-of-set.ts';

/** A way to ask that asks for another kind of thing counts for this much. */
const OTHERWISE = 0.6;

/** A way to ask that does not hold the verb on which the question turns counts for this much. */
const OTHER_DEED = 0.8;

/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-9;

/**
 * Most ways to ask share nothing with a question: they are found by its keys. Of more ways than this, those of the facts that are
 * looked at are fewer.
 */
const INDEXED = 20_000;

/** Of a row, the closest way to ask: most are only measured, few are read. */
export interface ClosestAsk {
  /** Its number; -1 where none shares anything with the question. */
  readonly of: (row: number) => number;
  /** How near that of a row is (0–1). */
  readonly nearness: (row: number) => number;
  /** The text of a number that `of` gave. */
  readonly text: (ask: number) => string | null;
}

/** Compares questions with the ways to ask of one store. It keeps scratch space for all keys, so that a question allocates little. */
export function createAskComparer({
  tables,
  strings,
}: OpenTables): (sought: readonly Sought[], asked: Asked, deed: number) => ClosestAsk {
  const { askTable, asks, askGroups, sharedAsks } = tables;
  const { spanStarts, costs } = askTable;
  const { starts, items } = askTable.spans;
  /** For each key, one bit for each span of the question that holds it: in the first plane those of the first 32 spans, and so on. */
  const planes: Int32Array[] = [new Int32Array(strings.size)];
  /** The keys that have bits, and the question that they are of. */
  let marked: number[] = [];
  let markedFor: readonly Sought[] | undefined;
  /** By way to ask: in which turn it was compared last, and how near it is; where that is less than nothing, at most so near. */
  const comparedIn = new Uint32Array(askTable.texts.size);
  const compared = new Float64Array(askTable.texts.size);
  let turn = 0;
  const { longest, whole, heaviest } = sizesOf(askTable);
  /** For each span of a way to ask, and each plane after the other, the spans of the question that share a key with it. */
  let held = new Int32Array(longest);
  /** Which of its spans are taken; none between two comparisons. */
  const taken = new Uint8Array(longest);
  /** Of a fact, the ways to ask that share something with the question, and how near each can be at most. */
  const metAsks = new Uint32Array(Math.max(mostOf(asks), mostOf(sharedAsks)));
  const atMost = new Float64Array(metAsks.length);
  /** By group of shared ways to ask: in which turn it was looked through last, and the closest of it (-1 for none). */
  const groupIn = new Uint32Array(sharedAsks.starts.length);
  const closestOfGroup = new Int32Array(sharedAsks.starts.length);
  /** The same by row. */
  const rowIn = new Uint32Array(tables.facts.length);
  const closestOfRow = new Int32Array(tables.facts.length);
  const holders = askTable.texts.size > INDEXED ? undefined : holdersOf(askTable, strings.size);
  /** For each way to ask, the spans of the question (of the first 32) that share a key with it; where they are not indexed, unknown. */
  const met = holders ? new Int32Array(askTable.texts.size) : undefined;
  const any = strings.idOf('any');

  const meet = (key: number, bits: number) => {
    for (let i = holders!.starts[key]!; i < holders!.starts[key + 1]!; i++) met![holders!.items[i]!]! |= bits;
  };

  const mark = (sought: readonly Sought[], width: number) => {
    met?.fill(0);
    for (const plane of planes) for (const key of marked) plane[key] = 0;
    marked = [];
    while (planes.length < width) planes.push(new Int32Array(strings.size));
    if (held.length < longest * width) held = new Int32Array(longest * width);
    sought.forEach(({ keys }, span) => {
      const plane = planes[span >> 5]!;
      for (const key of keys) {
        plane[key]! |= 1 << (span & 31);
        marked.push(key);
      }
    });
    // Of a question with more spans than a number has bits, every way to ask that is met may hold all of them.
    if (met) for (const key of marked) meet(key, width === 1 ? planes[0]![key]! : -1);
    markedFor = sought;
    turn++;
  };

  return (sought, asked, deed) => {
    const width = Math.ceil(sought.length / 32) || 1;
    const weightOf = Float64Array.from(sought, (s) => s.weight);
    const weights = sought.reduce((sum, s) => sum + s.weight, 0);
    /** The spans of the question that share a key with a way to ask at all. */
    const all = new Int32Array(width);
    const form = strings.idOf(asked.form);
    const wants = maskOf(asked.wants);
    const anyForm = asked.form === 'yes-no' || asked.form === 'any';

    /** The same kind of thing is asked for when the wanted values overlap; "who" also serves "which country". */
    const asksAlike = (ask: number): boolean => {
      if (anyForm || askTable.forms[ask] === any) return true;
      if (wants === 0 || askTable.wants[ask] === 0) return askTable.forms[ask] === form;
      return (wants & askTable.wants[ask]!) !== 0;
    };

    const factorOf = (ask: number) => (asksAlike(ask) ? 1 : OTHERWISE);

    const weightOfSpans = weightOfSet(weightOf);
    /** What a way to ask counts for that holds these spans (of the first 32), by whether the deed is among them. */
    const doneBy = (shared: number) => (deed < 0 || deed > 31 || (shared & (1 << deed)) !== 0 ? 1 : OTHER_DEED);
    /** How near a way to ask can be at most that shares these spans (of the first 32), whatever else it says. */
    const mostFor = (ask: number, shared: number): number => {
      const open = Math.max(0, whole[ask]! - countOf(shared) * heaviest[ask]!);
      return (weightOfSpans(shared) / (weights + open) + ROUNDING) * doneBy(shared);
    };

    /** How near a way to ask is to a question of up to 32 spans; where it cannot be nearer than `least`, less than nothing: how near it is at most. */
    const similarityOfFew = (ask: number, least: number): number => {
      const from = spanStarts[ask]!;
      const count = spanStarts[ask + 1]! - from;
      const plane = planes[0]!;
      let seen = 0;
      let i = starts[from]!;
      for (let span = 0; span < count; span++) {
        let bits = 0;
        for (const end = starts[from + span + 1]!; i < end; i++) bits |= plane[items[i]!]!;
        held[span] = bits;
        seen |= bits;
      }
      // Of those that share something, few share enough.
      const most = mostFor(ask, seen);
      if (most < least) return -most;
      let shared = 0;
      // Each span of the question takes the first span of the way to ask that is still free.
      for (let bits = seen; bits !== 0; bits &= bits - 1) {
        const bit = bits & -bits;
        for (let span = 0; span < count; span++)
          if ((held[span]! & bit) !== 0) {
            shared += weightOf[31 - Math.clz32(bit)]!;
            held[span] = 0;
            taken[span] = 1;
            break;
          }
      }
      let total = weights;
      for (let span = 0; span < count; span++) {
        if (taken[span] === 0) total += costs[from + span]!;
        taken[span] = 0;
      }
      return total > 0 ? (shared / total) * doneBy(seen) : 0;
    };

    /** How near a way to ask is. */
    const similarityOfMany = (ask: number): number => {
      const from = spanStarts[ask]!;
      const count = spanStarts[ask + 1]! - from;
      for (let w = 0; w < width; w++) {
        const plane = planes[w]!;
        let seen = 0;
        let i = starts[from]!;
        for (let span = 0; span < count; span++) {
          let bits = 0;
          for (const end = starts[from + span + 1]!; i < end; i++) bits |= plane[items[i]!]!;
          held[w * count + span] = bits;
          seen |= bits;
        }
        all[w] = seen;
      }
      const done = deed < 0 || (all[deed >> 5]! & (1 << (deed & 31))) !== 0 ? 1 : OTHER_DEED;
      let shared = 0;
      // Each span of the question takes the first span of the way to ask that is still free.
      for (let w = 0; w < width; w++)
        for (let bits = all[w]!; bits !== 0; bits &= bits - 1) {
          const bit = bits & -bits;
          for (let span = 0; span < count; span++)
            if (taken[span] === 0 && held[w * count + span]! & bit) {
              shared += weightOf[32 * w + 31 - Math.clz32(bit)]!;
              taken[span] = 1;
              break;
            }
        }
      let total = weights;
      for (let span = 0; span < count; span++) if (taken[span] === 0) total += costs[from + span]!;
      taken.fill(0, 0, count);
      return total > 0 ? (shared / total) * done : 0;
    };

    /** The same, times its factor; a way to ask that serves many facts is compared once. */
    const nearness = (ask: number, least: number): number => {
      const before = comparedIn[ask] === turn ? compared[ask]! : undefined;
      if (before !== undefined && (before >= 0 || -before < least)) return before;
      const factor = factorOf(ask);
      comparedIn[ask] = turn;
      const near = width === 1 ? similarityOfFew(ask, least / factor) : similarityOfMany(ask);
      return (compared[ask] = near * factor);
    };

    /** The closest of those that share something, where that is known: the likeliest is compared first, and most others need not be. */
    const closestOfMet = ({ starts, items }: Rows, row: number, met: Int32Array): number => {
      let count = 0;
      let likeliest = -1;
      let most = 0;
      for (let i = starts[row]!; i < starts[row + 1]!; i++) {
        const ask = items[i]!;
        const shared = met[ask]!;
        if (shared === 0) continue;
        const near = mostFor(ask, shared) * factorOf(ask);
        metAsks[count] = ask;
        atMost[count++] = near;
        if (near > most) {
          most = near;
          likeliest = ask;
        }
      }
      if (count === 0) return -1;
      const least = nearness(likeliest, 0);
      let best = 0;
      let closest = -1;
      for (let i = 0; i < count; i++) {
        if (atMost[i]! < least) continue;
        const near = nearness(metAsks[i]!, Math.max(least, best));
        if (near > best) {
          best = near;
          closest = metAsks[i]!;
        }
      }
      return closest;
    };

    /** The closest of all, where it is not known which share anything; of those that are not as near as `least`, any or none. */
    const closestOfAll = ({ starts, items }: Rows, row: number, least: number): number => {
      let best = 0;
      let closest = -1;
      for (let i = starts[row]!; i < starts[row + 1]!; i++) {
        const ask = items[i]!;
        const near = nearness(ask, Math.max(best, least));
        if (near > best) {
          best = near;
          closest = ask;
        }
      }
      return closest;
    };

    const closestIn = (rows: Rows, row: number, least: number) =>
      met && width === 1 ? closestOfMet(rows, row, met) : closestOfAll(rows, row, least);

    const closestShared = (group: number): number => {
      if (groupIn[group] !== turn) {
        groupIn[group] = turn;
        closestOfGroup[group] = closestIn(sharedAsks, group, 0);
      }
      return closestOfGroup[group]!;
    };

    const closest = (row: number): number => {
      // Another question may have been asked in between.
      if (markedFor !== sought) mark(sought, width);
      if (rowIn[row] === turn) return closestOfRow[row]!;
      const shared = closestShared(askGroups[row]!);
      const own = closestIn(asks, row, shared < 0 ? 0 : compared[shared]!);
      rowIn[row] = turn;
      return (closestOfRow[row] = own < 0 || (shared >= 0 && compared[shared]! > compared[own]!) ? shared : own);
    };

    return {
      of: closest,
      nearness: (row) => {
        const ask = closest(row);
        return ask < 0 ? 0 : compared[ask]!;
      },
      text: (ask) => (ask < 0 ? null : askTable.texts.textOf(ask)),
    };
  };
}
