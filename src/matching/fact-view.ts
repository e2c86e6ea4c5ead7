/** Rows of the tables as `Profile`s: gates and evidence ask them as sets and maps of strings, and no row is copied. */
import type { Interval, Store, StoredFact } from '../facts/index.ts';
import { WANTED, type Wanted } from '../question/index.ts';
import { bitOf, STRENGTHS } from './codes.ts';
import { frameOf } from './frame.ts';
import type { KeyTable } from './key-table.ts';
import type { Frame, Holds, Profile, Strengths } from './profile.ts';
import { findItem, type Rows, rowOf } from './rows.ts';
import type { FactTables } from './tables.ts';

/** The tables of a store, ready to be asked. */
export interface OpenTables {
  readonly store: Store;
  readonly tables: FactTables;
  readonly strings: KeyTable;
  /** The frame of a number of `frameTexts`. */
  readonly frame: (id: number) => Frame;
  /** The profile of a row; the same object every time. */
  readonly profile: (row: number) => Profile;
}

/** Opens the tables of a store. */
export function openTables(store: Store, tables: FactTables): OpenTables {
  const frames: Frame[] = [];
  const profiles: Profile[] = [];
  const open: OpenTables = {
    store,
    tables,
    strings: tables.strings,
    frame: (id) => (frames[id] ??= frameOf(store, tables.frameTexts.textOf(id))),
    profile: (row) => (profiles[row] ??= new FactView(open, row)),
  };
  return open;
}

/** A sorted row as a set of strings. */
class RowSet implements Holds<string> {
  readonly #strings: KeyTable;
  readonly #rows: Rows;
  readonly #row: number;

  constructor(strings: KeyTable, rows: Rows, row: number) {
    this.#strings = strings;
    this.#rows = rows;
    this.#row = row;
  }

  get size(): number {
    return this.#rows.starts[this.#row + 1]! - this.#rows.starts[this.#row]!;
  }

  has(text: string): boolean {
    if (this.#rows.starts[this.#row] === this.#rows.starts[this.#row + 1]) return false;
    const id = this.#strings.idOf(text);
    return id !== undefined && findItem(this.#rows, this.#row, id) >= 0;
  }

  values(): string[] {
    return Array.from(rowOf(this.#rows, this.#row), (id) => this.#strings.textOf(id));
  }
}

/** The concepts of a row with their strengths. */
class RowStrengths implements Strengths {
  readonly #strings: KeyTable;
  readonly #tables: FactTables;
  readonly #row: number;

  constructor(strings: KeyTable, tables: FactTables, row: number) {
    this.#strings = strings;
    this.#tables = tables;
    this.#row = row;
  }

  has(key: string): boolean {
    const id = this.#strings.idOf(key);
    return id !== undefined && findItem(this.#tables.concepts, this.#row, id) >= 0;
  }

  get(key: string): number | undefined {
    const id = this.#strings.idOf(key);
    const at = id === undefined ? -1 : findItem(this.#tables.concepts, this.#row, id);
    return at < 0 ? undefined : STRENGTHS[this.#tables.strengths[at]!]!;
  }

  keys(): string[] {
    return Array.from(rowOf(this.#tables.concepts, this.#row), (id) => this.#strings.textOf(id));
  }
}

/** The kin of a row: what it has for itself, and the members of its groups. */
class RowKin implements Holds<string> {
  readonly #strings: KeyTable;
  readonly #tables: FactTables;
  readonly #row: number;

  constructor({ strings, tables }: OpenTables, row: number) {
    this.#strings = strings;
    this.#tables = tables;
    this.#row = row;
  }

  get size(): number {
    return this.values().length;
  }

  has(text: string): boolean {
    const id = this.#strings.idOf(text);
    if (id === undefined) return false;
    const { kin, kinGroups, groups } = this.#tables;
    if (findItem(kin, this.#row, id) >= 0) return true;
    for (let i = kinGroups.starts[this.#row]!; i < kinGroups.starts[this.#row + 1]!; i++)
      if (findItem(groups, kinGroups.items[i]!, id) >= 0) return true;
    return false;
  }

  values(): string[] {
    const { kin, kinGroups, groups } = this.#tables;
    const ids = [...rowOf(kin, this.#row)];
    for (const group of rowOf(kinGroups, this.#row)) for (const id of rowOf(groups, group)) ids.push(id);
    return ids.map((id) => this.#strings.textOf(id));
  }
}

/** A row that is made to an object when it is first asked for, since most gates never ask. */
class FactView implements Profile {
  readonly order: number;
  readonly #open: OpenTables;
  #fact: StoredFact | undefined;
  #concepts: Strengths | undefined;
  #entities: Holds<string> | undefined;
  #kin: Holds<string> | undefined;
  #offices: Holds<string> | undefined;
  #classes: Holds<string> | undefined;
  #voices: Holds<string> | undefined;
  #speakers: Holds<string> | undefined;
  #words: Holds<string> | undefined;
  #units: Holds<string> | undefined;
  #frames: readonly Frame[] | undefined;
  #dates: readonly Interval[] | undefined;
  #wants: Holds<Wanted> | undefined;
  #excludes: readonly (readonly string[])[] | undefined;

  constructor(open: OpenTables, row: number) {
    this.#open = open;
    this.order = row;
  }

  get fact(): StoredFact {
    const { store, tables } = this.#open;
    return (this.#fact ??= store.facts[tables.facts[this.order]!]!);
  }

  get of(): string {
    const { strings, tables } = this.#open;
    return strings.textOf(tables.subjects[this.order]!);
  }

  get rank(): number {
    return this.#open.tables.ranks[this.order]!;
  }

  get concepts(): Strengths {
    return (this.#concepts ??= new RowStrengths(this.#open.strings, this.#open.tables, this.order));
  }

  #set(name: 'entities' | 'offices' | 'classes' | 'voices' | 'speakers' | 'words' | 'units'): Holds<string> {
    return new RowSet(this.#open.strings, this.#open.tables[name], this.order);
  }

  get entities(): Holds<string> {
    return (this.#entities ??= this.#set('entities'));
  }

  get offices(): Holds<string> {
    return (this.#offices ??= this.#set('offices'));
  }

  get classes(): Holds<string> {
    return (this.#classes ??= this.#set('classes'));
  }

  get voices(): Holds<string> {
    return (this.#voices ??= this.#set('voices'));
  }

  get speakers(): Holds<string> {
    return (this.#speakers ??= this.#set('speakers'));
  }

  get words(): Holds<string> {
    return (this.#words ??= this.#set('words'));
  }

  get units(): Holds<string> {
    return (this.#units ??= this.#set('units'));
  }

  get kin(): Holds<string> {
    return (this.#kin ??= new RowKin(this.#open, this.order));
  }

  get frames(): readonly Frame[] {
    return (this.#frames ??= Array.from(rowOf(this.#open.tables.frames, this.order), this.#open.frame));
  }

  get dates(): readonly Interval[] {
    if (!this.#dates) {
      const { strings, tables } = this.#open;
      const ends = Array.from(rowOf(tables.dates, this.order), (id) => strings.textOf(id));
      this.#dates = ends.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: ends[i + 1]! }] : []));
    }
    return this.#dates;
  }

  get numbers(): Holds<number> {
    const { numbers, numberStarts } = this.#open.tables;
    const own = numbers.subarray(numberStarts[this.order]!, numberStarts[this.order + 1]!);
    return { size: own.length, has: (number) => own.includes(number), values: () => own };
  }

  get wants(): Holds<Wanted> {
    const mask = this.#open.tables.wants[this.order]!;
    return (this.#wants ??= {
      size: mask === 0 ? 0 : 1,
      has: (wanted) => (mask & bitOf(wanted)) !== 0,
      values: () => WANTED.filter((w) => (mask & bitOf(w)) !== 0),
    });
  }

  get wanted(): number {
    return this.#open.tables.wants[this.order]!;
  }

  get onCalendar(): boolean {
    return this.#open.tables.onCalendar[this.order] === 1;
  }

  get excludes(): readonly (readonly string[])[] {
    const { strings, tables } = this.#open;
    return (this.#excludes ??= Array.from(rowOf(tables.excludes, this.order), (phrase) =>
      Array.from(rowOf(tables.phrases, phrase), (id) => strings.textOf(id)),
    ));
  }

  get asks(): readonly string[] {
    const { tables } = this.#open;
    const all = [...rowOf(tables.asks, this.order), ...rowOf(tables.sharedAsks, tables.askGroups[this.order]!)];
    return all.map((ask) => tables.askTable.texts.textOf(ask));
  }
}
