/** What a fact can be found by: its concepts, entities, frames, dates, numbers, slots and ways to ask. */
import type { Interval, StoredFact } from '../facts/index.ts';
import type { Meaning, Span } from '../lookup/index.ts';
import type { Wanted } from '../question/index.ts';

/** A predicate with its roles: who does it, to whom. Ids of entities, widened to what they belong to. */
export interface Frame {
  readonly classes: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  /** The agents as the curator named them, without what they belong to. */
  readonly doers: ReadonlySet<string>;
  readonly patients: ReadonlySet<string>;
}

/** A set that is only asked whether it holds something, and whether it holds anything (`size`). */
export interface Holds<T> {
  readonly size: number;
  has(value: T): boolean;
  values(): Iterable<T>;
}

/** Concept keys with how surely a fact is about them (0–1). */
export interface Strengths {
  /** How surely the fact is about the concept, or undefined where it is not. */
  get(key: string): number | undefined;
  has(key: string): boolean;
  keys(): Iterable<string>;
}

/** Everything matching needs to know of a fact. */
export interface Profile {
  /** Reading it from a snapshot takes longer than anything else here: matching asks it of few facts. */
  readonly fact: StoredFact;
  /** What it is about (`fact.of`). */
  readonly of: string;
  /** Of two facts that fit equally, the higher goes first. */
  readonly rank: number;
  /** Position in the store; the last tie-break. */
  readonly order: number;
  /** Concept keys (`e: p: t: k: v: w:`) and how surely the fact is about them (0–1). */
  readonly concepts: Strengths;
  /** Entities of the fact and of its event, with what they belong to. */
  readonly entities: Holds<string>;
  /** Entities of the facts of the same event and of those that complete this one: a question may name them to place it. */
  readonly kin: Holds<string>;
  /** Offices held by its people, as `office` and `office of country`. */
  readonly offices: Holds<string>;
  readonly frames: readonly Frame[];
  readonly classes: Holds<string>;
  /** Who is heard in the fact: its speakers, and who does something that is done in words (condemns, announces …). */
  readonly voices: Holds<string>;
  /** The speaker and reporter, with what they belong to; empty for what the document says itself. */
  readonly speakers: Holds<string>;
  readonly dates: readonly Interval[];
  readonly numbers: Holds<number>;
  readonly wants: Holds<Wanted>;
  /** The same as bits (`maskOf`). */
  readonly wanted: number;
  /** Whether its date is a day of the calendar, not only words ("the near future"). */
  readonly onCalendar: boolean;
  /** Word bases of what the fact says and of its values. */
  readonly words: Holds<string>;
  /** Keys of what its numbers count, and of what its ways to ask for a number name. */
  readonly units: Holds<string>;
  /** Phrases that the fact contradicts, as bases. */
  readonly excludes: readonly (readonly string[])[];
  /** The ways to ask for it: those of the curator, then those of its kind of event. */
  readonly asks: readonly string[];
}

/** The keys by which a span can meet a fact: its meanings, and its words. */
export function keysOf(span: Span): string[] {
  const keys = span.meanings.filter(isKey);
  for (const base of span.telling) keys.push(wordKey(base));
  return keys;
}

/** Whether a meaning is a key. */
export function isKey(meaning: Meaning): boolean {
  return meaning[1] === ':' && KEYED.has(meaning[0]!);
}

/** Prefixes of the meanings that are keys. */
const KEYED: ReadonlySet<string> = new Set('eptkvnf');

/** Keys of words, made once: a table finds a string faster that it has seen before. */
const wordKeys = new Map<string, string>();

/** The key of a word by its base. */
export function wordKey(base: string): string {
  let key = wordKeys.get(base);
  if (key === undefined) {
    key = `w:${base}`;
    if (wordKeys.size < 50_000) wordKeys.set(base, key);
  }
  return key;
}
