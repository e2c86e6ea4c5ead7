/**
 * All facts as tables of numbers: one row for each fact, in the order of the store. They take little memory, a snapshot holds them as
 * they are, and loading them computes nothing.
 */
import type { Store } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';
import { type Concepts, maskOf, strengthCode } from './codes.ts';
import { type Draft, draftOf } from './draft.ts';
import { KeyTableBuilder } from './key-table.ts';
import { type Rows, RowsBuilder, rowOf, transposed } from './rows.ts';
import { shareAsks, shareConcepts, shareKin } from './sharing.ts';
import { type AskTable, AskTableBuilder } from './ways-to-ask.ts';

/** The tables. Strings are numbers of `strings`; rows are sorted where nothing else is said. Plain data. */
export interface FactTables {
  readonly strings: readonly string[];
  /** Position in the store's facts, for each row: a superseded fact has none. */
  readonly facts: Uint32Array;
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
  readonly frameTexts: readonly string[];
  /** Rows of `askTable`, in order. */
  readonly asks: Rows;
  readonly askTable: AskTable;
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
  const sets = {
    entities: rows(),
    offices: rows(),
    classes: rows(),
    voices: rows(),
    speakers: rows(),
    words: rows(),
    units: rows(),
  };
  const [dates, excludes, phrases, frames] = [rows(), rows(), rows(), rows()];
  const [phraseIds, frameIds] = [new KeyTableBuilder(), new KeyTableBuilder()];
  const wants = new Uint16Array(facts.length);
  const onCalendar = new Uint8Array(facts.length);
  const numberStarts = new Uint32Array(facts.length + 1);
  const numbers: number[] = [];
  const concepts: Concepts[] = [];
  const asks: string[][] = [];

  const put = (draft: Draft, row: number) => {
    for (const name of ['entities', 'offices', 'classes', 'voices', 'speakers', 'words', 'units'] as const)
      sets[name].addSorted([...draft[name]].map((text) => keys.add(text)));
    concepts.push(new Map([...draft.concepts].map(([key, s]) => [keys.add(key), strengthCode(s)])));
    dates.add(draft.dates.flatMap(({ from, to }) => [keys.add(from), keys.add(to)]));
    for (const number of draft.numbers) numbers.push(number);
    numberStarts[row + 1] = numbers.length;
    wants[row] = maskOf(draft.wants);
    onCalendar[row] = draft.onCalendar ? 1 : 0;
    excludes.add(
      draft.excludes.map((phrase) => {
        const id = phraseIds.add(phrase.join(' '));
        if (id === phrases.size) phrases.add(phrase.map((base) => keys.add(base)));
        return id;
      }),
    );
    frames.add(draft.frames.map((text) => frameIds.add(text)));
    asks.push([...draft.asks]);
  };
  const askTable = new AskTableBuilder(understander, keys);
  const readAsk = (text: string) => askTable.read(text);
  facts.forEach((at, row) => put(draftOf(store, understander, store.facts[at]!, readAsk), row));

  const entities = sets.entities.build();
  const kin = shareKin(store, facts, byOf, entities, keys);
  shareConcepts(keys, byOf, concepts);
  shareAsks(store, byOf, asks, wants, askTable);
  const askRows = rows();
  for (const texts of asks) askRows.add(texts.map((text) => askTable.add(text)));
  const subjects = rows();
  for (const at of facts) subjects.add([keys.add(store.facts[at]!.of)]);
  const speakers = sets.speakers.build();
  const { postings, postingStrengths, conceptRows, strengths } = withPostings(concepts, keys.strings.length);
  return {
    strings: keys.strings,
    facts,
    concepts: conceptRows,
    strengths,
    postings,
    postingStrengths,
    about: transposed(subjects.build(), keys.strings.length),
    heard: transposed(speakers, keys.strings.length),
    entities,
    ...kin,
    offices: sets.offices.build(),
    classes: sets.classes.build(),
    voices: sets.voices.build(),
    speakers,
    words: sets.words.build(),
    units: sets.units.build(),
    dates: dates.build(),
    numberStarts,
    numbers: Float64Array.from(numbers),
    wants,
    onCalendar,
    excludes: excludes.build(),
    phrases: phrases.build(),
    frames: frames.build(),
    frameTexts: frameIds.strings,
    asks: askRows.build(),
    askTable: askTable.build((key) => rowOf(postings, key).length, facts.length),
  };
}

function rows(): RowsBuilder {
  return new RowsBuilder();
}

/** Concepts by fact, sorted; and facts by concept, in the order of the facts. */
function withPostings(concepts: readonly Concepts[], strings: number) {
  const total = concepts.reduce((sum, c) => sum + c.size, 0);
  const conceptRows = new RowsBuilder();
  const strengths = new Uint8Array(total);
  let at = 0;
  for (const row of concepts) {
    const sorted = Uint32Array.from(row.keys()).sort();
    conceptRows.add(sorted);
    for (const key of sorted) strengths[at++] = row.get(key)!;
  }
  const built = conceptRows.build();
  const postings = transposed(built, strings);
  const next = postings.starts.slice();
  const postingStrengths = new Uint8Array(total);
  built.items.forEach((key, i) => {
    postingStrengths[next[key]!++] = strengths[i]!;
  });
  return { conceptRows: built, strengths, postings, postingStrengths };
}
