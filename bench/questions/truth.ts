/** Looks events up by what is true of them: the gold of questions, and the proof that a near-miss is absent. */
import type { Entity } from '../../src/facts/index.ts';
import type { Made, MadeEvent } from '../store/generate.ts';
import type { KindSpec } from '../store/kinds.ts';

/** What must be true of an event; what is left out is free. */
export interface Constraints {
  readonly spec?: KindSpec;
  readonly a?: Entity;
  readonly b?: Entity;
  readonly place?: Entity;
  /** ISO day, or the start of one ("2011-03"). */
  readonly day?: string;
  readonly number?: number;
  readonly reason?: string;
  readonly thing?: string;
}

/** The truth of a generated store. */
export interface Truth {
  readonly made: Made;
  /** All events for which the constraints hold, in order. */
  readonly matching: (constraints: Constraints) => MadeEvent[];
  /** Events of one kind in one place, by "kind place". */
  readonly byAlias: ReadonlyMap<string, readonly MadeEvent[]>;
}

/** Indexes a generated store by entity, place and day. */
export function createTruth(made: Made): Truth {
  const lists = new Map<string, MadeEvent[]>();
  const byAlias = new Map<string, MadeEvent[]>();
  const put = (map: Map<string, MadeEvent[]>, key: string, one: MadeEvent) => {
    const list = map.get(key);
    if (list) list.push(one);
    else map.set(key, [one]);
  };
  for (const one of made.events) {
    for (const e of [one.a, one.b, one.place]) if (e) put(lists, e.id, one);
    put(lists, one.day, one);
    put(lists, one.day.slice(0, 7), one);
    put(byAlias, `${one.spec.kind} ${one.place.id}`, one);
  }
  return {
    made,
    byAlias,
    matching: (c) => {
      const keys = [c.a?.id, c.b?.id, c.place?.id, c.day].filter((k) => k !== undefined);
      const candidates = keys.map((k) => lists.get(k) ?? []).sort((x, y) => x.length - y.length)[0] ?? made.events;
      return candidates.filter((one) => holds(one, c));
    },
  };
}

function holds(one: MadeEvent, c: Constraints): boolean {
  const pair = (a: Entity | undefined, b: Entity | undefined) => (!c.a || c.a === a) && (!c.b || c.b === b);
  return (
    (!c.spec || c.spec === one.spec) &&
    (pair(one.a, one.b) || (one.spec.mutual === true && pair(one.b, one.a))) &&
    (!c.place || c.place === one.place) &&
    (!c.day || one.day.startsWith(c.day)) &&
    (c.number === undefined || c.number === one.number) &&
    (!c.reason || c.reason === one.reason) &&
    (!c.thing || c.thing === one.thing)
  );
}
