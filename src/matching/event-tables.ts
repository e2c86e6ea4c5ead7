/** The events of a store as tables of numbers, in the store's order: by kind, by who took part, and those that took place in order of time. */
import { intervalOf, type Store } from '../facts/index.ts';
import { type KeyTable, KeyTableBuilder, keyTableOf } from './key-table.ts';
import { type Rows, RowsBuilder, transposed } from './rows.ts';

/** The tables. An event is its position in the store. Plain data. */
export interface EventTables {
  /** Ids of the events. */
  readonly ids: KeyTable;
  /** Kinds, ids of entities, and days. */
  readonly names: KeyTable;
  /** For each event its kind, a number of `names`. */
  readonly kinds: Uint32Array;
  /** For each of `names`, the events of that kind, in order. */
  readonly ofKind: Rows;
  /** For each of `names`, the events in which that entity took part, in order. */
  readonly ofBody: Rows;
  /** Events that took place on known days and that a fact tells, in order of time, then of the facts. */
  readonly told: Uint32Array;
  /** For each of `told`: the row of the first fact about it, its first and its last day (numbers of `names`). */
  readonly rows: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** For each of `told`: the latest day that it or one before it reaches. */
  readonly reached: Uint32Array;
}

/** An event that took place, and the first fact about it. */
interface Told {
  readonly at: number;
  readonly row: number;
  readonly from: string;
  readonly to: string;
}

/** Puts events in order of time, then of the facts: many begin on one day, so that the days are sorted. */
function inOrder(told: readonly Told[]): Told[] {
  const byDay = new Map<string, Told[]>();
  for (const one of told) {
    const ofDay = byDay.get(one.from);
    if (ofDay) ofDay.push(one);
    else byDay.set(one.from, [one]);
  }
  return [...byDay.keys()].sort().flatMap((day) => byDay.get(day)!.sort((a, b) => a.row - b.row));
}

/**
 * Reads all events.
 * @param rowOf the first fact about an event
 */
export function eventTablesOf(store: Store, rowOf: (event: string) => number | undefined): EventTables {
  const ids: string[] = [];
  const names = new KeyTableBuilder();
  const kinds: number[] = [];
  const kindRows = new RowsBuilder();
  const bodyRows = new RowsBuilder();
  const found: Told[] = [];
  for (const event of store.events.values()) {
    const at = ids.push(event.id) - 1;
    const kind = names.add(event.kind);
    kinds.push(kind);
    kindRows.add([kind]);
    const bodies = new Set<number>();
    for (const { entity } of event.participants ?? []) if (entity) bodies.add(names.add(entity));
    bodyRows.add([...bodies]);
    const days = event.when?.edtf ? intervalOf(event.when.edtf) : undefined;
    const row = rowOf(event.id);
    if (days && row !== undefined && event.status === 'occurred') found.push({ at, row, from: days.from, to: days.to });
  }
  const told = inOrder(found);
  let latest = '';
  const reached = told.map(({ to }) => {
    if (!(latest > to)) latest = to;
    return names.add(latest);
  });
  const days = (end: 'from' | 'to') => Uint32Array.from(told, (t) => names.add(t[end]));
  const [from, to] = [days('from'), days('to')];
  return {
    ids: keyTableOf(ids),
    names: names.build(),
    kinds: Uint32Array.from(kinds),
    ofKind: transposed(kindRows.build(), names.strings.length),
    ofBody: transposed(bodyRows.build(), names.strings.length),
    told: Uint32Array.from(told, (t) => t.at),
    rows: Uint32Array.from(told, (t) => t.row),
    from,
    to,
    reached: Uint32Array.from(reached),
  };
}
