/** The events of a store in order of time, for questions that ask for all events of a day, a kind or a name. */
import type { DatedEvent, Interval, Store } from '../facts/index.ts';
import type { EventTables } from './event-tables.ts';
import { rowOf } from './rows.ts';

/** An event that took place, with the row of the fact that tells it. */
export interface ToldEvent {
  readonly id: string;
  readonly kind: string;
  /** The event itself; what is asked of many events is asked of the other fields. */
  readonly event: DatedEvent;
  readonly days: Interval;
  readonly row: number;
}

/** What events are looked for; what is left out restricts nothing. */
export interface EventsSought {
  readonly kinds: ReadonlySet<string>;
  /** Ids of events; they need not be of the kinds. */
  readonly named: ReadonlySet<string>;
  /** Days that the event must share. */
  readonly dates: readonly Interval[];
  /** Rows that can be meant, where names narrow them. */
  readonly rows: readonly number[] | undefined;
}

/** Gives the events that may be meant, in order of time (then of the facts): a superset of those that fit, kept small. */
export type EventIndex = (sought: EventsSought) => readonly ToldEvent[];

/** An event of the tables, read when it is asked for. */
class ToldView implements ToldEvent {
  readonly #store: Store;
  readonly #tables: EventTables;
  readonly #at: number;
  readonly id: string;
  readonly row: number;

  constructor(store: Store, tables: EventTables, at: number) {
    this.#store = store;
    this.#tables = tables;
    this.#at = at;
    this.id = tables.ids.textOf(tables.told[at]!);
    this.row = tables.rows[at]!;
  }

  get kind(): string {
    const { names, kinds, told } = this.#tables;
    return names.textOf(kinds[told[this.#at]!]!);
  }

  get event(): DatedEvent {
    return this.#store.events.get(this.id)!;
  }

  get days(): Interval {
    const { names, from, to } = this.#tables;
    return { from: names.textOf(from[this.#at]!), to: names.textOf(to[this.#at]!) };
  }
}

/** Opens the tables of a store's events. */
export function createEventIndex(store: Store, tables: EventTables): EventIndex {
  const { ids, names, told, rows: rowOfTold, from: firstDays, reached, ofKind } = tables;
  const day = (days: Uint32Array, at: number) => names.textOf(days[at]!);
  const views: ToldEvent[] = [];
  const view = (at: number) => (views[at] ??= new ToldView(store, tables, at));
  /** Where an event stands among those that are told, from 1; 0 for any other. Made when an event is first looked for. */
  let places: Uint32Array | undefined;
  let atOfRow: Map<number, number> | undefined;
  const placeOf = (event: number): number => {
    if (!places) {
      places = new Uint32Array(ids.size);
      for (let at = 0; at < told.length; at++) places[told[at]!] = at + 1;
    }
    return places[event]! - 1;
  };
  const ofRow = (row: number): number | undefined => {
    atOfRow ??= new Map(Array.from(rowOfTold, (own, at) => [own, at]));
    return atOfRow.get(row);
  };
  const remembered = new Map<string, readonly number[]>();
  const toldOfKind = (kind: string): readonly number[] => {
    let list = remembered.get(kind);
    if (!list) {
      const id = names.idOf(kind);
      const events = id === undefined ? [] : rowOf(ofKind, id);
      list = Array.from(events, placeOf)
        .filter((at) => at >= 0)
        .sort((a, b) => a - b);
      remembered.set(kind, list);
    }
    return list;
  };
  const inOrder = (places: Iterable<number>) => [...new Set(places)].sort((a, b) => a - b).map(view);

  return ({ kinds, named, dates, rows }) => {
    let [start, end] = [0, told.length];
    for (const { from, to } of dates) {
      start = Math.max(
        start,
        firstWhere(told.length, (at) => day(reached, at) >= from),
      );
      end = Math.min(
        end,
        firstWhere(told.length, (at) => day(firstDays, at) > to),
      );
    }
    const inTime = Math.max(0, end - start);
    const eventNamed = [...named].flatMap((id) => {
      const event = ids.idOf(id);
      const at = event === undefined ? -1 : placeOf(event);
      return at < 0 ? [] : at;
    });
    if (rows && rows.length < inTime) return inOrder([...rows.flatMap((row) => ofRow(row) ?? []), ...eventNamed]);
    if (kinds.size > 0 || named.size > 0) {
      const lists = [...kinds].map(toldOfKind);
      const count = lists.reduce((sum, list) => sum + list.length, 0);
      if (count < inTime) return inOrder([...lists.flat(), ...eventNamed]);
    }
    return Array.from({ length: inTime }, (_, i) => view(start + i));
  };
}

/** The first index below `size` from which on `holds` is true; `size` when it never is. */
function firstWhere(size: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
