/** What the generators look up in the store: who acts in a fact, what belongs together, which days an event covers. */

import type { SlotName } from '../../src/facts/index.ts';
import {
  type Interval,
  intervalOf,
  SLOTS,
  type Store,
  type StoredFact,
  slotValues,
  type Value,
} from '../../src/facts/index.ts';
import { createNames, type Names } from './names.ts';

type DatedEvent = Store['events'] extends ReadonlyMap<string, infer E> ? E : never;

/** The store as the generators see it. */
export interface World {
  readonly store: Store;
  readonly names: Names;
  readonly facts: readonly StoredFact[];
  readonly events: readonly DatedEvent[];
  readonly factsOf: (id: string) => readonly StoredFact[];
  /** Facts that carry this way to ask. */
  readonly holders: (askedAs: string) => readonly StoredFact[];
  /** An entity with all that it belongs to. */
  readonly above: (id: string) => ReadonlySet<string>;
  /** Whether one of the two belongs to, stands for or is a member of the other. */
  readonly isKin: (a: string, b: string) => boolean;
  /** Who acts or speaks in the fact. */
  readonly agents: (fact: StoredFact) => ReadonlySet<string>;
  /** Who is acted upon. */
  readonly patients: (fact: StoredFact) => ReadonlySet<string>;
  /** Every entity that the fact or its event holds in any way. */
  readonly occurs: (fact: StoredFact) => ReadonlySet<string>;
  /** Facts of the same event and of events that answer it or are answered by it. */
  readonly story: (fact: StoredFact) => readonly StoredFact[];
  /** Events that a noun phrase may mean: those with the alias, and all of a kind that is so called. */
  readonly meant: (alias: string) => readonly DatedEvent[];
  readonly daysOf: (event: DatedEvent) => Interval | undefined;
}

/** One frame of a fact, read. */
export interface ReadFrame {
  readonly classes: readonly string[];
  readonly agents: readonly string[];
  readonly patients: readonly string[];
}

/** Reads "classes : agents > patients". */
export function framesOf(fact: StoredFact): ReadFrame[] {
  const list = (part: string | undefined) => (part ?? '').split(/[\s,]+/u).filter(Boolean);
  return (fact.frames ?? []).map((text) => {
    const [classes, roles] = text.split(':');
    const [agents, patients] = (roles ?? '').split('>');
    return { classes: list(classes), agents: list(agents), patients: list(patients) };
  });
}

const ids = (values: readonly Value[] | undefined) => (values ?? []).flatMap((v) => v.entity ?? []);

/** Derives the world of a store. */
export function createWorld(store: Store): World {
  const facts = store.facts.filter((f) => !f.superseded);
  const names = createNames(store);
  const byAsked = new Map<string, StoredFact[]>();
  for (const f of facts)
    for (const a of f.asked_as ?? []) byAsked.set(a.toLowerCase(), [...(byAsked.get(a.toLowerCase()) ?? []), f]);
  const aboveOf = (id: string, all = new Set<string>()): Set<string> => {
    if (all.has(id)) return all;
    all.add(id);
    const e = store.entities.get(id);
    for (const parent of [...(e?.of ?? []), ...(e?.stands_for ?? [])]) aboveOf(parent, all);
    return all;
  };
  const memo = <V>(make: (f: StoredFact) => V) => {
    const known = new Map<string, V>();
    return (f: StoredFact): V => {
      if (!known.has(f.id)) known.set(f.id, make(f));
      return known.get(f.id)!;
    };
  };
  const agents = memo(
    (f): ReadonlySet<string> =>
      new Set([
        ...ids(f.who),
        ...(f.speaker ? [f.speaker] : []),
        ...(f.reported_by ? [f.reported_by] : []),
        ...ids(f.agency),
        ...framesOf(f).flatMap((x) => x.agents),
      ]),
  );
  const patients = memo(
    (f): ReadonlySet<string> => new Set([...ids(f.whom), ...framesOf(f).flatMap((x) => x.patients)]),
  );
  const occurs = memo((f): ReadonlySet<string> => {
    const event = store.events.get(f.of);
    return new Set([
      ...agents(f),
      ...patients(f),
      f.of,
      ...SLOTS.flatMap((slot) => ids(f[slot])),
      ...ids(event?.where),
      ...ids(event?.participants),
      ...names.mentionsIn(f.says).map((m) => m.entity),
    ]);
  });
  const linked = (a: string, b: string) => {
    const [x, y] = [store.events.get(a), store.events.get(b)];
    return a === b || x?.response_to === b || y?.response_to === a || x?.part_of === b || y?.part_of === a;
  };
  const isMember = (a: string, b: string) => store.entities.get(b)?.members?.includes(a) ?? false;
  const events = [...store.events.values()];
  return {
    store,
    names,
    facts,
    events,
    factsOf: (id) => facts.filter((f) => f.of === id),
    holders: (askedAs) => byAsked.get(askedAs.toLowerCase()) ?? [],
    above: aboveOf,
    isKin: (a, b) => aboveOf(a).has(b) || aboveOf(b).has(a) || isMember(a, b) || isMember(b, a),
    agents,
    patients,
    occurs,
    story: memo((f) =>
      facts.filter((g) => linked(f.of, g.of) || g.answers === f.of || f.answers === g.of || g.answers === f.id),
    ),
    meant: (alias) => {
      const bare = alias.toLowerCase().replace(/^the /u, '');
      const kinds = store.vocabulary.event_kinds
        .filter((k) => k.words.some((w) => w.toLowerCase() === bare || `${w.toLowerCase()}s` === bare))
        .map((k) => k.id);
      return events.filter((e) => kinds.includes(e.kind) || (e.aliases ?? []).some((a) => a.toLowerCase() === bare));
    },
    daysOf: (event) => (event.when?.edtf ? intervalOf(event.when.edtf) : undefined),
  };
}

/** The texts of which one stands in an answer that gives this value. */
export function textsOf(store: Store, value: Value): string[] {
  const texts = [value.as, value.entity && store.entities.get(value.entity)?.name.replace(/^the /u, '')];
  if (value.number !== undefined) texts.push(String(value.number), NUMBERS[value.number]);
  const date = value.edtf && /\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{4}|\d{4}/u.exec(value.as ?? value.edtf)?.[0];
  if (date) texts.push(date);
  return texts.filter((t): t is string => Boolean(t));
}

/** Values of a slot, of the fact or its event, as texts. */
export function slotTexts(store: Store, fact: StoredFact, slot: SlotName): string[] {
  return slotValues(store, fact, slot).flatMap((v) => textsOf(store, v));
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Where the facts are supported, as "document paragraph". */
export function placesOf(facts: readonly StoredFact[]): string[] {
  return facts.flatMap((f) => f.evidence.map((e) => `${e.document} ${e.p}`));
}
