/** The loaded store: every record of `seeds/` by its id, checked, with the hash that names this state of it. */
import type { Decision } from './decision.ts';
import type { DocumentRecord, Entity, Evidence, Fact, SlotName, StoredEvent, Value } from './schema.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Evidence whose document is filled in. */
export type Place = Evidence & { readonly document: string };

/** A fact with the document whose file it stands in; its evidence and values name their documents. */
export type StoredFact = Omit<Fact, 'evidence'> & {
  readonly document: string;
  readonly evidence: readonly Place[];
};

/** An event with the document whose file it stands in. */
export type DatedEvent = StoredEvent & { readonly document: string };

/** The vocabulary of all files, with nothing left out. */
export type FullVocabulary = { readonly [K in keyof Vocabulary]-?: NonNullable<Vocabulary[K]> };

/** A store that validated. */
export interface Store {
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly events: ReadonlyMap<string, DatedEvent>;
  readonly facts: readonly StoredFact[];
  readonly vocabulary: FullVocabulary;
  readonly decision: Decision;
  /** sha256 over the files' names and contents, in order. */
  readonly hash: string;
}

const NONE: readonly Value[] = [];

/** The values of one slot of a fact, its own first, else those of the event it is about. */
export function slotValues(store: Store, fact: StoredFact, slot: SlotName): readonly Value[] {
  const own = fact[slot];
  if (own?.length) return own;
  if (slot !== 'when' && slot !== 'where') return NONE;
  const event = store.events.get(fact.of);
  if (slot === 'when') return event?.when ? [event.when] : NONE;
  return event?.where ?? NONE;
}
