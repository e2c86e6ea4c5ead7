/** The events of a store in order of time, for questions that ask for all events of a day, a kind or a name. */
import { type DatedEvent, type Interval, intervalOf, type Store } from '../facts/index.ts';

/** An event that took place, with the row of the fact that tells it. */
export interface ToldEvent {
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

/**
 * Orders the events of a store.
 * @param rowOf the first fact about an event
 */
export function createEventIndex(store: Store, rowOf: (event: string) => number | undefined): EventIndex {
  const told: ToldEvent[] = [];
  for (const event of store.events.values()) {
    const days = event.when?.edtf ? intervalOf(event.when.edtf) : undefined;
    const row = rowOf(event.id);
    if (days && row !== undefined && event.status === 'occurred') told.push({ event, days, row });
  }
  told.sort((a, b) => (a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : a.row - b.row));
  const byKind = new Map<string, ToldEvent[]>();
  const byRow = new Map<number, number>();
  /** The latest day that an event up to this one reaches. */
  const reached: string[] = [];
  told.forEach((t, at) => {
    byRow.set(t.row, at);
    reached.push(at > 0 && reached[at - 1]! > t.days.to ? reached[at - 1]! : t.days.to);
    const list = byKind.get(t.event.kind);
    if (list) list.push(t);
    else byKind.set(t.event.kind, [t]);
  });
  const ofDates = ({ from, to }: Interval) => [
    firstWhere(told.length, (i) => reached[i]! >= from),
    firstWhere(told.length, (i) => told[i]!.days.from > to),
  ];
  const inOrder = (events: Iterable<ToldEvent>) =>
    [...new Set(events)].sort((a, b) => byRow.get(a.row)! - byRow.get(b.row)!);

  return ({ kinds, named, dates, rows }) => {
    let [start, end] = [0, told.length];
    for (const date of dates) {
      const [from, to] = ofDates(date);
      start = Math.max(start, from!);
      end = Math.min(end, to!);
    }
    const inTime = Math.max(0, end - start);
    const eventNamed = [...named].flatMap((id) => told[byRow.get(rowOf(id) ?? -1) ?? -1] ?? []);
    if (rows && rows.length < inTime)
      return inOrder([...rows.flatMap((row) => told[byRow.get(row) ?? -1] ?? []), ...eventNamed]);
    if (kinds.size > 0 || named.size > 0) {
      const ofKind = [...kinds].map((kind) => byKind.get(kind) ?? []);
      const count = ofKind.reduce((sum, list) => sum + list.length, 0);
      if (ofKind.length === 1 && eventNamed.length === 0 && count < inTime) return ofKind[0]!;
      if (count < inTime) return inOrder([...ofKind.flat(), ...eventNamed]);
    }
    return told.slice(start, Math.max(start, end));
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
