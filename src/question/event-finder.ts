/** Which events of the store a span of a question may name, found without looking at every event. */
import type { DatedEvent, Store } from '../facts/index.ts';
import type { Span } from '../lookup/index.ts';

/**
 * Gives the events that the span may name: by their name, by their kind, or by a body that took part; null for a body that took part in
 * none.
 */
export type EventsOf = (span: Span) => readonly DatedEvent[] | null;

/** Bodies that stand for what they took part in ("the Quad" for its summit). */
const BODIES: ReadonlySet<string> = new Set(['group', 'exercise', 'vessel']);

const NONE: readonly DatedEvent[] = [];

/** The events of a store by what they are called by, where they have been put in order already. */
export interface EventGroups {
  readonly ofKind: (kind: string) => readonly DatedEvent[];
  /** Those in which an entity took part. */
  readonly ofBody: (entity: string) => readonly DatedEvent[];
}

/** Makes the finder of a store. */
export function createEventFinder(store: Store, { ofKind, ofBody }: EventGroups = groupsOf(store)): EventsOf {
  /** Words of several kinds are few, and the events of a kind may be many. */
  const known = new Map<string, readonly DatedEvent[]>();
  const ofKinds = (kinds: readonly string[]) => {
    const name = kinds.join(' ');
    const events = known.get(name) ?? union(kinds, ofKind);
    known.set(name, events);
    return events;
  };
  const named = (span: Span, prefix: string) =>
    span.meanings.filter((m) => m.startsWith(prefix)).map((m) => m.slice(2));
  return (span) => {
    const events = named(span, 'v:').flatMap((id) => store.events.get(id) ?? []);
    if (events.length > 0) return events;
    const kinds = named(span, 'k:');
    if (kinds.length > 0) return ofKinds(kinds);
    const bodies = named(span, 'e:').filter((id) => BODIES.has(store.entities.get(id)?.kind ?? ''));
    if (bodies.length === 0) return NONE;
    const joined = union(bodies, ofBody);
    return joined.length > 0 ? joined : null;
  };
}

/** Puts the events in order when they are first asked for. */
function groupsOf(store: Store): EventGroups {
  let byKind: Map<string, DatedEvent[]> | undefined;
  let byBody: Map<string, DatedEvent[]> | undefined;
  return {
    ofKind: (kind) => (byKind ??= grouped(store, (e) => [e.kind])).get(kind) ?? NONE,
    ofBody: (entity) => {
      byBody ??= grouped(store, (e) => e.participants?.flatMap((v) => v.entity ?? []) ?? []);
      return byBody.get(entity) ?? NONE;
    },
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

function union(names: readonly string[], eventsOf: (name: string) => readonly DatedEvent[]): readonly DatedEvent[] {
  if (names.length === 1) return eventsOf(names[0]!);
  return [...new Set(names.flatMap(eventsOf))];
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
