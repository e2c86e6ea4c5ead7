/**
 * The form in which a snapshot holds a compiled store: its tables as they are in memory, and its texts and records so that each is
 * read when it is first asked for. Opening a store reads none of them.
 */
import type { Compiled } from '../answer/index.ts';
import type { FactTables, KeyTable, Texts } from '../matching/index.ts';
import { type KeyRun, PackedKeys, packKeys } from './packed-keys.ts';
import { type MapRun, PackedMap, PackedSet, packMap } from './packed-map.ts';
import { listOf, PackedRecords, packRecords } from './packed-records.ts';
import { PackedTexts, packTexts, type TextRun } from './packed-texts.ts';

type Store = Compiled['store'];
type Words = Compiled['words'];

/** Tables with texts as runs of bytes. */
type PackedTables<T> = {
  readonly [K in keyof T]: T[K] extends KeyTable ? KeyRun : T[K] extends Texts ? TextRun : T[K];
};

/** What a snapshot holds: arrays of numbers, and what JSON can hold. */
export interface Packed {
  readonly store: {
    /** All else that the store holds, as JSON. */
    readonly rest: string;
    readonly documents: MapRun;
    readonly entities: MapRun;
    readonly events: MapRun;
    readonly facts: TextRun;
  };
  readonly words: {
    readonly entries: MapRun;
    readonly nameWords: MapRun;
    readonly plainWords: KeyRun;
    readonly lightBases: KeyRun;
  };
  readonly facts: Omit<PackedTables<FactTables>, 'askTable' | 'events'> & {
    readonly askTable: PackedTables<FactTables['askTable']>;
    readonly events: PackedTables<FactTables['events']>;
  };
}

/** Packs a compiled store. @throws when a text of it is no Unicode, or all are too long */
export function pack({ store, words, facts }: Compiled): Packed {
  const { askTable, events } = facts;
  const { documents, entities, events: told, facts: said, ...rest } = store;
  return {
    store: {
      rest: JSON.stringify(rest),
      documents: packMap(documents),
      entities: packMap(entities),
      events: packMap(told),
      facts: packRecords(said),
    },
    words: {
      entries: packMap(words.entries),
      nameWords: packMap(new Map(Array.from(words.nameWords, ([word, meanings]) => [word, [...meanings]]))),
      plainWords: packKeys([...words.plainWords]),
      lightBases: packKeys([...words.lightBases]),
    },
    facts: {
      ...facts,
      strings: packKeys(textsOf(facts.strings)),
      ids: packKeys(textsOf(facts.ids)),
      frameTexts: packTexts(textsOf(facts.frameTexts)),
      askTable: { ...askTable, texts: packTexts(textsOf(askTable.texts)) },
      events: { ...events, ids: packKeys(textsOf(events.ids)), names: packKeys(textsOf(events.names)) },
    },
  };
}

/** Unpacks what `pack` made. */
export function unpack({ store, words, facts }: Packed): Compiled {
  const { askTable, events } = facts;
  return {
    store: {
      ...(JSON.parse(store.rest) as Pick<Store, 'vocabulary' | 'decision' | 'hash'>),
      documents: new PackedMap(store.documents),
      entities: new PackedMap(store.entities),
      events: new PackedMap(store.events),
      facts: listOf(new PackedRecords<Store['facts'][number]>(store.facts)),
    },
    words: {
      entries: new PackedMap(words.entries),
      nameWords: new PackedMap(words.nameWords, (json) => new Set(json as string[])),
      plainWords: new PackedSet(words.plainWords),
      lightBases: new PackedSet(words.lightBases),
    } satisfies Words,
    facts: {
      ...facts,
      strings: new PackedKeys(facts.strings),
      ids: new PackedKeys(facts.ids),
      frameTexts: new PackedTexts(facts.frameTexts),
      askTable: { ...askTable, texts: new PackedTexts(askTable.texts) },
      events: { ...events, ids: new PackedKeys(events.ids), names: new PackedKeys(events.names) },
    },
  };
}

function textsOf(texts: Texts): string[] {
  return Array.from({ length: texts.size }, (_, id) => texts.textOf(id));
}
