/** What people, bodies and places belong to, and the offices that people hold; computed once for each entity of a store. */
import type { Store } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';

/** What was computed of single entities of a store, while its facts are read. */
interface Remembered {
  readonly closures: Map<string, readonly string[]>;
  readonly offices: Map<string, readonly string[]>;
}

const remembered = new WeakMap<Store, Remembered>();

function rememberedOf(store: Store): Remembered {
  let kept = remembered.get(store);
  if (!kept) remembered.set(store, (kept = { closures: new Map(), offices: new Map() }));
  return kept;
}

/** An entity and all that it belongs to (a person's ministry and country, a place's container). */
export function closure(store: Store, ids: Iterable<string>): Set<string> {
  const { closures } = rememberedOf(store);
  const all = new Set<string>();
  for (const id of ids) {
    let own = closures.get(id);
    if (!own) closures.set(id, (own = [...closureOf(store, id)]));
    for (const one of own) all.add(one);
  }
  return all;
}

function closureOf(store: Store, id: string, all = new Set<string>()): Set<string> {
  if (all.has(id)) return all;
  all.add(id);
  const entity = store.entities.get(id);
  for (const parents of [entity?.of, entity?.stands_for])
    for (const parent of parents ?? []) closureOf(store, parent, all);
  return all;
}

/** The offices of the people among these entities: each alone, and with each country or body that its holder belongs to. */
export function officesOf(store: Store, understander: Understander, ids: Iterable<string>): Set<string> {
  const { offices } = rememberedOf(store);
  const all = new Set<string>();
  for (const id of ids) {
    if (store.entities.get(id)?.kind !== 'person') continue;
    let own = offices.get(id);
    if (!own) offices.set(id, (own = officesOfPerson(store, understander, id)));
    for (const office of own) all.add(office);
  }
  return all;
}

function officesOfPerson(store: Store, understander: Understander, id: string): string[] {
  const { offices = [], aliases = [] } = store.entities.get(id)!;
  return [...offices.map((o) => o.title), ...aliases].flatMap((title) =>
    understander
      .officesIn(title)
      .flatMap((office) => [office, ...Array.from(closure(store, [id]), (of) => `${office} of ${of}`)]),
  );
}
