/** Which events of the store a span of a question may name, found without looking at every event. */
import type { DatedEvent, Store } from '../facts/index.ts';
import type { Span } from '../lookup/index.ts';

/** Gives the events that the span may name: by their name, by their kind, or by a body that took part. */
export type EventsOf = (span: Span) => readonly DatedEvent[];

/** Bodies that stand for what they took part in ("the Quad" for its summit). */
const BODIES: ReadonlySet<string> = new Set(['group', 'exercise', 'vessel']);

const NONE: readonly DatedEvent[] = [];

/** Makes the finder of a store; the events are put in order when they are first asked for. */
export function createEventFinder(store: Store): EventsOf {
  let byKind: Map<string, DatedEvent[]> | undefined;
  let byBody: Map<string, DatedEvent[]> | undefined;
  const named = (span: Span, prefix: string) =>
    span.meanings.filter((m) => m.startsWith(prefix)).map((m) => m.slice(2));
  return (span) => {
    const events = named(span, 'v:').flatMap((id) => store.events.get(id) ?? []);
    if (events.length > 0) return events;
    const kinds = named(span, 'k:');
    if (kinds.length > 0) {
      byKind ??= grouped(store, (e) => [e.kind]);
      return union(kinds, byKind);
    }
    const bodies = named(span, 'e:').filter((id) => BODIES.has(store.entities.get(id)?.kind ?? ''));
    if (bodies.length === 0) return NONE;
    byBody ??= grouped(store, (e) => e.participants?.flatMap((v) => v.entity ?? []) ?? []);
    return union(bodies, byBody);
  };
}

function grouped(store: Store, namesOf: (event: DatedEvent) => readonly string[]): Map<string, DatedEvent[]> {
  const groups = new Map<string, DatedEvent[]>();
  for (const event of store.events.values())
    for (const name of new Set(namesOf(event))) {
      const group = groups.get(name);
      if (group) group.push(event);
      else groups.set(name, [event]);
    }
  return groups;
}

function union(names: readonly string[], groups: ReadonlyMap<string, readonly DatedEvent[]>): readonly DatedEvent[] {
  if (names.length === 1) return groups.get(names[0]!) ?? NONE;
  return [...new Set(names.flatMap((name) => groups.get(name) ?? []))];
}

/** The events that both lists hold, or, where there is none, those of the first. */
export function inBoth(a: readonly DatedEvent[], b: readonly DatedEvent[]): readonly DatedEvent[] {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const held = few.length > 4 ? new Set(many) : { has: (e: DatedEvent) => many.includes(e) };
  const common = few.filter((e) => held.has(e));
  return common.length > 0 ? common : a;
}

/** The one event of the list that has a date; undefined when none or several have. */
export function onlyDated(events: readonly DatedEvent[]): DatedEvent | undefined {
  let found: DatedEvent | undefined;
  for (const event of events)
    if (event.when?.edtf) {
      if (found) return undefined;
      found = event;
    }
  return found;
}
