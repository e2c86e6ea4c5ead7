/** The events of a store by kind and by who took part in them, out of its tables: only those that are asked for are read. */
import type { DatedEvent, Store } from '../facts/index.ts';
import type { EventGroups } from '../question/index.ts';
import type { EventTables } from './event-tables.ts';
import { type Rows, rowOf } from './rows.ts';

/** Opens the groups of a store's events. */
export function eventGroups(store: Store, { ids, names, ofKind, ofBody }: EventTables): EventGroups {
  const grouped = (rows: Rows) => {
    const read = new Map<string, readonly DatedEvent[]>();
    return (name: string): readonly DatedEvent[] => {
      let events = read.get(name);
      if (!events) {
        const id = names.idOf(name);
        const held = id === undefined ? [] : rowOf(rows, id);
        events = Array.from(held, (event) => store.events.get(ids.textOf(event))!);
        read.set(name, events);
      }
      return events;
    };
  };
  return { ofKind: grouped(ofKind), ofBody: grouped(ofBody) };
}
