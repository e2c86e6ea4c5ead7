/**
 * All facts as tables of numbers: one row for each fact, in the order of the store. They take little memory, a snapshot holds them as
 * they are, and loading them computes nothing.
 */
import type { Store } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';
import { turned } from './concept-rows.ts';
import { Drafts } from './draft.ts';
import { type EventTables, eventTablesOf } from './event-tables.ts';
import { type KeyTable, KeyTableBuilder, keyTableOf, type Texts } from './key-table.ts';
import { type Rows, rowOf, transposed } from './rows.ts';
import { shareAsks, shareConcepts, shareKin } from './sharing.ts';
import { type TaughtTable, taughtTableOf } from './taught.ts';
import type { AskTable } from './ways-to-ask.ts';

/** The tables. Strings are numbers of `strings`; rows are sorted where nothing else is said. Plain data. */
export interface FactTables {
  readonly strings: KeyTable;
  /** The id of the fact of each row. */
  readonly ids: KeyTable;
  /** Position in the store's facts, for each row: a superseded fact has none. */
  readonly facts: Uint32Array;
  /** The string of the event, entity or document that it is about. */
  readonly subjects: Uint32Array;
  readonly ranks: Float64Array;
  readonly concepts: Rows;
  /** How surely, for each item of `concepts`: a position in `STRENGTHS`. */
  readonly strengths: Uint8Array;
  /** For each string, the rows that have it as a concept; and how surely. */
  readonly postings: Rows;
  readonly postingStrengths: Uint8Array;
  /** For each string, the rows about that event, entity or document. */
  readonly about: Rows;
  /** For each string, the rows that have it among `speakers`. */
  readonly heard: Rows;
  readonly entities: Rows;
  /** Kin that the fact has for itself, and the groups whose members are its kin. */
  readonly kin: Rows;
  readonly kinGroups: Rows;
  readonly groups: Rows;
  readonly offices: Rows;
  readonly classes: Rows;
  readonly voices: Rows;
  readonly speakers: Rows;
  readonly words: Rows;
  readonly units: Rows;
  /** Two strings for each interval, in the fact's order. */
  readonly dates: Rows;
  readonly numberStarts: Uint32Array;
  readonly numbers: Float64Array;
  /** One bit for each of `WANTED`. */
  readonly wants: Uint16Array;
  readonly onCalendar: Uint8Array;
  /** Numbers of `phrases`, and its strings, both in order. */
  readonly excludes: Rows;
  readonly phrases: Rows;
  /** Positions in `frameTexts`, in order. */
  readonly frames: Rows;
  readonly frameTexts: Texts;
  /** Rows of `askTable`, in order: the curator's own ways to ask for the fact. */
  readonly asks: Rows;
  /** Those that it has from its kind of event, which many facts share: a row of `sharedAsks`. */
  readonly askGroups: Uint32Array;
  readonly sharedAsks: Rows;
  readonly askTable: AskTable;
  readonly taught: TaughtTable;
  readonly events: EventTables;
}

/** Reads all facts that are not superseded. */
export function tablesOf(store: Store, understander: Understander): FactTables {
  const keys = new KeyTableBuilder();
  const facts = Uint32Array.from(store.facts.flatMap((f, i) => (f.superseded ? [] : [i])));
  const byOf = new Map<string, number[]>();
  facts.forEach((at, row) => {
    const { of } = store.facts[at]!;
    const family = byOf.get(of);
    if (family) family.push(row);
    else byOf.set(of, [row]);
  });
  const drafts = new Drafts(store, understander, keys, facts.length);
  for (const at of facts) drafts.read(store.facts[at]!);
  const { asks, askTable } = drafts;
  const wants = Uint16Array.from(drafts.wants);
  const entities = drafts.entities.build();
  const kin = shareKin(store, facts, byOf, entities, keys);
  const ownAsks = asks.build();
  const shared = shareAsks(store, byOf, wants, askTable);
  const subjects = Uint32Array.from(facts, (at) => keys.add(store.facts[at]!.of));
  const oneEach = Uint32Array.from({ length: facts.length + 1 }, (_, row) => row);
  const speakers = drafts.speakers.build();
  // Turned twice, all rows are sorted.
  const byConcept = turned(shareConcepts(keys, byOf, drafts.concepts.build()), keys.strings.length);
  const { rows: concepts, strengths } = turned(byConcept, facts.length);
  const { rows: postings, strengths: postingStrengths } = byConcept;
  return {
    strings: keys.build(),
    ids: keyTableOf(Array.from(facts, (at) => store.facts[at]!.id)),
    facts,
    subjects,
    ranks: Float64Array.from(facts, (at) => store.facts[at]!.rank ?? 0),
    concepts,
    strengths,
    postings,
    postingStrengths,
    about: transposed({ starts: oneEach, items: subjects }, keys.strings.length),
    heard: transposed(speakers, keys.strings.length),
    entities,
    ...kin,
    offices: drafts.offices.build(),
    classes: drafts.classes.build(),
    voices: drafts.voices.build(),
    speakers,
    words: drafts.words.build(),
    units: drafts.units.build(),
    dates: drafts.dates.build(),
    numberStarts: Uint32Array.from(drafts.numberStarts),
    numbers: Float64Array.from(drafts.numbers),
    wants,
    onCalendar: Uint8Array.from(drafts.onCalendar),
    excludes: drafts.excludes.build(),
    phrases: drafts.phrases.build(),
    frames: drafts.frames.build(),
    frameTexts: drafts.frameTexts,
    asks: ownAsks,
    ...shared,
    askTable: askTable.build((key) => postings.starts[key + 1]! - postings.starts[key]!, facts.length),
    taught: taughtTableOf(
      Array.from(facts).flatMap((_, row) =>
        Array.from(rowOf(ownAsks, row), (ask) => ({ row, ask, wording: askTable.wordingOf(ask) })),
      ),
    ),
    events: eventTablesOf(store, (id) => byOf.get(id)?.[0]),
  };
}
