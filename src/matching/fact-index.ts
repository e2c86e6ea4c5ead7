/** The facts of a store as matching asks for them: by concept, by what they are about, by who speaks in them. */
import type { Store } from '../facts/index.ts';
import type { Span } from '../lookup/index.ts';
import { NO_DAY, type Role, type Understander } from '../question/index.ts';
import { officesOf } from './belonging.ts';
import { type ClosestAsk, createAskComparer } from './closest-ask.ts';
import { createEventIndex, type EventIndex } from './event-index.ts';
import { openTables } from './fact-view.ts';
import { type OpposedGroups, opposedGroups } from './gates/index.ts';
import { articlesOf } from './own-words.ts';
import type { Holds, Profile } from './profile.ts';
import { type Rows, rowOf } from './rows.ts';
import { createSelector, type Selector, type Sought } from './select.ts';
import { createStrengths, type StrengthsOf } from './strengths.ts';
import type { FactTables } from './tables.ts';
import { findTaught, type Taught } from './taught.ts';
import { createTold, type Told } from './told.ts';
import { rarityOf } from './ways-to-ask.ts';

/** What there is of each fact, by row: asked of more facts than are looked at. */
export type Values = Pick<FactTables, 'ranks' | 'wants' | 'onCalendar'>;

/** Postings from concepts to facts, and how rare each concept is. */
export interface FactIndex {
  readonly store: Store;
  /** How many facts there are. */
  readonly size: number;
  /** The profile of a row. */
  readonly profile: (row: number) => Profile;
  readonly values: Values;
  readonly byId: (id: string) => Profile | undefined;
  /** The facts that have a concept, in order, at most so many. */
  readonly postings: (key: string, most?: number) => readonly Profile[];
  /** The rows that have one of these concepts, in order. */
  readonly rowsWith: (keys: readonly string[]) => readonly number[];
  /** The facts about an event, entity or document, in order. */
  readonly about: (id: string) => readonly Profile[];
  /** What the document of a fact tells of. */
  readonly told: (of: Profile) => Told;
  /** The rows of the facts that one of these entities speaks in or reports, or who belongs to it, in order. */
  readonly heard: (entities: readonly string[]) => readonly number[];
  /** The offices that somebody holds: each alone, and with each country or body that he belongs to (`office of country`). */
  readonly officesOf: (person: string) => ReadonlySet<string>;
  readonly events: EventIndex;
  /** Inverse document frequency of a concept; 0 for one that no fact has. */
  readonly rarity: (key: string) => number;
  /** As `rarity`, by the number of the key in the tables. */
  readonly rarityOf: (key: number) => number;
  /** The numbers of keys that the tables know. */
  readonly numbersOf: (keys: readonly string[]) => number[];
  readonly select: Selector['select'];
  readonly strengths: StrengthsOf;
  readonly closestAsk: (
    sought: readonly Sought[],
    asked: Parameters<ReturnType<typeof createAskComparer>>[1],
    deed: number,
  ) => ClosestAsk;
  /** The facts for which a curator noted a question, in its very words, as a way to ask. */
  readonly taught: (spans: readonly Span[]) => Taught;
  /** Who does what to whom in a way to ask. */
  readonly rolesOf: (ask: string) => readonly Role[];
  readonly opposed: OpposedGroups;
  /** Predicate classes that some fact has. */
  readonly classes: Holds<string>;
}

/** Opens the index of a store from its tables. */
export function createFactIndex(store: Store, understander: Understander, tables: FactTables): FactIndex {
  const open = openTables(store, tables);
  const { strings, profile } = open;
  /** Rarities that were asked for; 0 where it was not, or is 0. */
  const rarities = new Float64Array(strings.size);
  const rarityOfKey = (key: number): number => {
    const { starts } = tables.postings;
    return (rarities[key] ||= rarityOf(starts[key + 1]! - starts[key]!, tables.facts.length));
  };
  const isArticle = articlesOf(store);
  let classes: ReadonlySet<string> | undefined;
  const { select } = createSelector(tables);
  const rowsOf = (rows: Rows, text: string, most?: number): readonly number[] => {
    const id = strings.idOf(text);
    return id === undefined ? [] : [...rowOf(rows, id).subarray(0, most)];
  };
  const merged = (texts: readonly string[], rows: Rows): readonly number[] =>
    texts.length === 1
      ? rowsOf(rows, texts[0]!)
      : [...new Set(texts.flatMap((text) => rowsOf(rows, text)))].sort((a, b) => a - b);
  return {
    store,
    size: tables.facts.length,
    profile,
    values: tables,
    byId: (id) => {
      const row = tables.ids.idOf(id);
      return row === undefined ? undefined : profile(row);
    },
    postings: (key, most) => rowsOf(tables.postings, key, most).map(profile),
    rowsWith: (keys) => merged(keys, tables.postings),
    about: (id) => rowsOf(tables.about, id).map(profile),
    told: createTold(store, profile, tables.facts.length),
    heard: (entities) => merged(entities, tables.heard),
    officesOf: (person) => officesOf(store, understander, [person]),
    events: createEventIndex(store, tables.events),
    rarity: (key) => {
      const id = strings.idOf(key);
      return id === undefined ? 0 : rarityOfKey(id);
    },
    rarityOf: rarityOfKey,
    numbersOf: (keys) => keys.flatMap((key) => strings.idOf(key) ?? []),
    select,
    strengths: createStrengths(tables),
    closestAsk: createAskComparer(open),
    taught: (spans) =>
      findTaught(tables.taught, spans, isArticle, (ask) => understander.own(tables.askTable.texts.textOf(ask)).spans),
    rolesOf: (ask) => understander.understand(ask, NO_DAY).roles,
    opposed: opposedGroups(store, understander.lexicon.baseOf),
    get classes() {
      return (classes ??= new Set(Array.from(new Set(tables.classes.items), (id) => strings.textOf(id))));
    },
  };
}
