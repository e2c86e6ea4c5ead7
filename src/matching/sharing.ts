/** What facts have from the facts around them: kin by which a question may place them, concepts of siblings, ways to ask of their kind. */
import type { Store } from '../facts/index.ts';
import { closure } from './belonging.ts';
import { strengthCode } from './codes.ts';
import { ConceptRows, type StrongRows } from './concept-rows.ts';
import type { KeyTableBuilder } from './key-table.ts';
import { type Rows, RowsBuilder, rowOf } from './rows.ts';
import type { AskTableBuilder } from './ways-to-ask.ts';

/** How surely a question that describes the event means this fact of it. */
const BY_SIBLING = strengthCode(0.55);
const SURE = strengthCode(1);
/** An event with more facts than this is too wide for one to stand for another. */
const FAMILY = 20;
/** By about so much the concepts of siblings make rows longer. */
const WIDER = 1.25;
/** Whoever takes part in more events than this has one group for all of them. */
const SEPARATE = 16;

/** Rows of facts by what they are about (an event, an entity, a document). */
type ByOf = ReadonlyMap<string, readonly number[]>;

/** Lets each fact be found by what its siblings say of the event (not by what happens in them). */
export function shareConcepts(keys: KeyTableBuilder, byOf: ByOf, own: StrongRows): StrongRows {
  const { rows, strengths } = own;
  const familyOf: (readonly number[] | undefined)[] = [];
  for (const family of byOf.values())
    if (family.length > 1 && family.length <= FAMILY) for (const row of family) familyOf[row] = family;
  const shared = new ConceptRows(rows.starts.length - 1, Math.ceil(rows.items.length * WIDER));
  for (let row = 0; row + 1 < rows.starts.length; row++) {
    for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) shared.note(rows.items[i]!, strengths[i]!);
    for (const sibling of familyOf[row] ?? NONE)
      for (let i = rows.starts[sibling]!; i < rows.starts[sibling + 1]!; i++)
        if (strengths[i] === SURE && !keys.strings[rows.items[i]!]!.startsWith('p:'))
          shared.note(rows.items[i]!, BY_SIBLING);
    shared.endRow();
  }
  return shared.build();
}

const NONE: readonly number[] = [];

/**
 * Tells each fact the entities of its kin: siblings of its event and of the events around it, what completes it, what it completes,
 * and what its people took part in. What many facts share is a group, kept once.
 */
export function shareKin(store: Store, facts: Uint32Array, byOf: ByOf, entities: Rows, keys: KeyTableBuilder) {
  const persons = new Set<number>();
  for (const entity of store.entities.values()) if (entity.kind === 'person') persons.add(keys.add(entity.id));
  const groups = new RowsBuilder();
  /** Gives the number of a group by its name, and makes it when it is first asked for. */
  const grouping = (membersOf: (name: string) => readonly number[]) => {
    const known = new Map<string, number>();
    return (name: string): number => {
      let id = known.get(name);
      if (id === undefined) {
        id = groups.size;
        known.set(name, id);
        groups.addSorted(membersOf(name));
      }
      return id;
    };
  };
  const ofFamily = grouping((of) => {
    const members: number[] = [];
    for (const row of byOf.get(of)!)
      for (let i = entities.starts[row]!; i < entities.starts[row + 1]!; i++)
        if (!persons.has(entities.items[i]!)) members.push(entities.items[i]!);
    return members;
  });
  let events: ReadonlyMap<string, readonly string[]> | undefined;
  const company = (event: string) => {
    const { participants = [], where = [] } = store.events.get(event)!;
    const named = [...participants, ...where].flatMap((v) => v.entity ?? []);
    return Array.from(closure(store, named), (id) => keys.add(id)).filter((member) => !persons.has(member));
  };
  const taken = (entity: string) => (events ??= eventsByParticipant(store)).get(entity) ?? [];
  const ofCompany = grouping(company);
  const ofAllCompany = grouping((entity) => [...new Set(taken(entity).flatMap(company))]);
  const companies = (entity: string): number[] =>
    taken(entity).length > SEPARATE ? [ofAllCompany(entity)] : taken(entity).map(ofCompany);

  let rowOfId: ReadonlyMap<string, number> | undefined;
  /** Of facts that complete others, or are completed. */
  const extra = new Map<number, number[]>();
  const addExtra = (row: number, members: Iterable<number>) => {
    const before = extra.get(row);
    if (before) before.push(...members);
    else extra.set(row, [...members]);
  };
  const kinGroups = new RowsBuilder(facts.length, facts.length);
  facts.forEach((at, row) => {
    const fact = store.facts[at]!;
    const event = store.events.get(fact.of);
    const around = event ? [event.id, ...(event.same_day_as ?? []), event.response_to, event.part_of] : [];
    for (const of of around) if (of !== undefined && byOf.has(of)) kinGroups.push(ofFamily(of));
    // What is about an event is about no entity that took part in others.
    if (!event) kinGroups.pushAll(companies(fact.of));
    kinGroups.endRow();
    for (const id of fact.context ?? []) {
      rowOfId ??= new Map(Array.from(facts, (at, row) => [store.facts[at]!.id, row]));
      const other = rowOfId.get(id);
      if (other === undefined) continue;
      addExtra(row, rowOf(entities, other));
      addExtra(other, rowOf(entities, row));
    }
  });
  const kin = new RowsBuilder(facts.length);
  facts.forEach((_, row) => {
    kin.addSorted(extra.get(row)?.filter((m) => !persons.has(m)) ?? NONE);
  });
  return { kin: kin.build(), kinGroups: kinGroups.build(), groups: groups.build() };
}

function eventsByParticipant(store: Store): Map<string, string[]> {
  const events = new Map<string, string[]>();
  for (const event of store.events.values())
    for (const entity of new Set(event.participants?.flatMap((v) => v.entity ?? []))) {
      const list = events.get(entity);
      if (list) list.push(event.id);
      else events.set(entity, [event.id]);
    }
  return events;
}

/** The ways to ask that serve a kind of event: they go to the first fact of each event that fills the asked slot. */
export function shareAsks(store: Store, byOf: ByOf, wants: Uint16Array, table: AskTableBuilder) {
  const kinds = new Map<string, readonly { readonly ask: number; readonly fills: number | undefined }[]>();
  const asksOf = (kind: string) => {
    let read = kinds.get(kind);
    if (!read) {
      const texts = store.vocabulary.event_kinds.find(({ id }) => id === kind)?.asked_as ?? [];
      kinds.set(kind, (read = texts.map((text) => ({ ask: table.add(text), fills: table.fillsOf(text) }))));
    }
    return read;
  };
  const sharedAsks = new RowsBuilder();
  sharedAsks.add([]);
  const known = new Map<string, number>();
  const groupOf = (asks: readonly number[]): number => {
    const name = asks.join(' ');
    let id = known.get(name);
    if (id === undefined) {
      known.set(name, (id = sharedAsks.size));
      sharedAsks.add(asks);
    }
    return id;
  };
  const groupOfKind = new Map<string, number>();
  const askGroups = new Uint32Array(wants.length);
  for (const event of store.events.values()) {
    const family = byOf.get(event.id);
    if (!family) continue;
    const asks = asksOf(event.kind);
    if (asks.length === 0) continue;
    if (family.length === 1) {
      // All go to the one fact: the same ways for all such events of the kind.
      let group = groupOfKind.get(event.kind);
      if (group === undefined) groupOfKind.set(event.kind, (group = groupOf(asks.map(({ ask }) => ask))));
      askGroups[family[0]!] = group;
      continue;
    }
    const ofRow = new Map<number, number[]>();
    for (const { ask, fills } of asks) {
      const first = family.find((row) => fills === undefined || (wants[row]! & fills) !== 0) ?? family[0]!;
      const own = ofRow.get(first);
      if (own) own.push(ask);
      else ofRow.set(first, [ask]);
    }
    for (const [row, own] of ofRow) askGroups[row] = groupOf(own);
  }
  return { askGroups, sharedAsks: sharedAsks.build() };
}
