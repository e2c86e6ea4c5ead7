/** The lexicon: every phrase of the store and what it can mean. */
import { type Store, wordClass } from '../facts/index.ts';
import { normalise } from './normalise.ts';
import { Splitter } from './splitter.ts';
import { type BaseOf, createBaseOf } from './words.ts';

/**
 * What a phrase can mean, as a prefixed id: `e:` entity, `d:` document, `v:` event, `k:` kind of event, `p:` predicate class,
 * `t:` topic class, `a:` asked noun, `c:` contrastive word, `f:` office, `n:` never-recorded attribute, `s:` stranger, `o:` off topic,
 * `#:` number, `l` light.
 */
export type Meaning = string;

/** A phrase in the lexicon. */
export interface Entry {
  /** The words' bases. */
  readonly keys: readonly string[];
  /** For a name: its words as written, in lower case; inflections of a name are other words ("used" is not "US"). */
  readonly written: readonly string[] | null;
  readonly meanings: readonly Meaning[];
  /** One of its meanings is that of a light word. */
  readonly light: boolean;
  /** A short code in capitals ("US"), which a lower-case common word does not stand for. */
  readonly code: boolean;
}

/** Finds phrases by their first word. */
export interface Lexicon {
  readonly baseOf: BaseOf;
  /** All phrases that start with this base, longest first. */
  readonly startingWith: (base: string) => readonly Entry[];
  /** Those of them that go on with this base, or are one word long; longest first. */
  readonly goingOn: (base: string, next: string | undefined) => readonly Entry[];
  /** Single words of names and what they are part of, an entity's own name before its aliases; for the correction of typos. */
  readonly nameWords: ReadonlyMap<string, ReadonlySet<Meaning>>;
  /** All single words known in their written form, for the correction of typos. */
  readonly plainWords: ReadonlySet<string>;
  readonly isLight: (base: string) => boolean;
}

/** The lexicon as plain data: what a compiled store keeps of it. */
export interface LexiconData {
  /** Phrases by the base of their first word, longest first. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly nameWords: ReadonlyMap<string, ReadonlySet<Meaning>>;
  readonly plainWords: ReadonlySet<string>;
  readonly lightBases: ReadonlySet<string>;
}

/** Makes the lexicon of a store from its data. */
export function openLexicon(store: Store, data: LexiconData): Lexicon {
  const none: readonly Entry[] = [];
  const startingWith = (base: string) => data.entries.get(base) ?? none;
  /** Of first words that open many phrases: the phrases by their second word; those of one word alone stand under ''. */
  const bySecond = new Map<string, ReadonlyMap<string, readonly Entry[]>>();
  const secondsOf = (base: string, entries: readonly Entry[]) => {
    let seconds = bySecond.get(base);
    if (!seconds) bySecond.set(base, (seconds = groupedBySecond(entries)));
    return seconds;
  };
  return {
    baseOf: createBaseOf(store.vocabulary),
    startingWith,
    goingOn: (base, next) => {
      const entries = startingWith(base);
      if (entries.length <= FEW) return entries;
      const seconds = secondsOf(base, entries);
      return (next === undefined ? undefined : seconds.get(next)) ?? seconds.get('') ?? none;
    },
    nameWords: data.nameWords,
    plainWords: data.plainWords,
    isLight: (base) => data.lightBases.has(base),
  };
}

/** Phrases of one first word: up to so many are compared one by one. */
const FEW = 8;

/** Phrases by their second word, each list followed by the phrases of one word, so that all lists are longest first. */
function groupedBySecond(entries: readonly Entry[]): Map<string, readonly Entry[]> {
  const alone = entries.filter((e) => e.keys.length === 1);
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const second = entry.keys[1];
    if (second === undefined) continue;
    const group = groups.get(second);
    if (group) group.push(entry);
    else groups.set(second, [entry]);
  }
  for (const group of groups.values()) group.push(...alone);
  return groups.set('', alone);
}

/** A phrase while its meanings are collected. */
type Phrase = Pick<Entry, 'keys' | 'written' | 'code'> & { readonly meanings: Set<Meaning> };

function entryOf({ keys, written, meanings, code }: Phrase): Entry {
  return { keys, written, meanings: [...meanings], light: meanings.has('l'), code };
}

/** Reads all phrases of a store. */
export function compileLexicon(store: Store): LexiconData {
  const { vocabulary } = store;
  const baseOf = createBaseOf(vocabulary);
  const splitter = new Splitter(baseOf);
  const byFirst = new Map<string, Map<string, Phrase>>();
  const nameWords = new Map<string, Set<Meaning>>();
  const plainWords = new Set<string>();
  const lightBases = new Set<string>();
  const articles = wordClass(store, 'article');

  const put = (keys: readonly string[], code: boolean, written: readonly string[] | null): Phrase[] => {
    const first = keys[0];
    if (first === undefined) return [];
    let entries = byFirst.get(first);
    if (!entries) byFirst.set(first, (entries = new Map()));
    const id = written ? `=${written.join(' ')}` : keys.join(' ');
    let entry = entries.get(id);
    if (!entry) entries.set(id, (entry = { keys, meanings: new Set(), code, written }));
    return [entry];
  };
  const read = (phrase: string, name: boolean) => {
    const all = splitter.split(normalise(phrase));
    const words = all.length > 1 && articles.has(all[0]!.lower) ? all.slice(1) : all;
    const [first, second] = words;
    const code = name && words.length === 1 && first!.text.length <= 4 && first!.text === first!.text.toUpperCase();
    const lowers = words.map((w) => w.lower);
    const keys = words.map((w) => w.base);
    const entries = put(keys, code, name ? lowers : null);
    if (words.length === 2 && /^\p{L}/u.test(first!.lower) && /^\p{L}/u.test(second!.lower)) {
      const joined = lowers.join('');
      entries.push(...put([baseOf(joined)], false, name ? [joined] : null));
    }
    return { lowers, entries };
  };
  /** What was read, by its text: events of one kind at one place share an alias. */
  const names = new Map<string, ReturnType<typeof read>>();
  const phrases = new Map<string, ReturnType<typeof read>>();
  const add = (phrase: string, meaning: Meaning, name = false) => {
    const before = name ? names : phrases;
    let found = before.get(phrase);
    if (!found) before.set(phrase, (found = read(phrase, name)));
    const { lowers, entries } = found;
    for (const entry of entries) entry.meanings.add(meaning);
    if (!name && lowers.length > 1) return;
    for (const lower of lowers) {
      if (name && !meaning.startsWith('s:') && lower.length > 3) {
        const parts = nameWords.get(lower);
        if (parts) parts.add(meaning);
        else nameWords.set(lower, new Set([meaning]));
      }
      // A typo is only ever corrected toward what a fact can hold, never toward what none holds.
      if (/^[eptkval]/u.test(meaning)) plainWords.add(lower);
    }
  };

  for (const entity of store.entities.values()) {
    const names = [
      entity.name,
      ...(entity.aliases ?? []),
      ...(entity.adjectives ?? []),
      ...(entity.misspellings ?? []),
    ];
    for (const name of names) {
      add(name, `e:${entity.id}`, true);
      for (const other of entity.stands_for ?? []) add(name, `e:${other}`, true);
    }
  }
  for (const document of store.documents.values())
    for (const alias of document.aliases ?? []) add(alias, `d:${document.id}`);
  for (const event of store.events.values()) for (const alias of event.aliases ?? []) add(alias, `v:${event.id}`);
  for (const kind of vocabulary.event_kinds) for (const word of kind.words) add(word, `k:${kind.id}`);
  for (const [id, words] of Object.entries(vocabulary.predicates)) for (const word of words) add(word, `p:${id}`);
  for (const [id, words] of Object.entries(vocabulary.topics)) for (const word of words) add(word, `t:${id}`);
  for (const [slot, words] of Object.entries(vocabulary.asks)) for (const word of words) add(word, `a:${slot}`);
  for (const [id, words] of Object.entries(vocabulary.offices)) for (const word of words) add(word, `f:${id}`);
  for (const word of vocabulary.contrast) add(word, `c:${word}`);
  for (const { attribute, words } of vocabulary.never) for (const word of words) add(word, `n:${attribute}`);
  for (const { kind, names } of vocabulary.strangers) for (const name of names) add(name, `s:${kind}`, true);
  for (const { subject, words } of vocabulary.offtopic) for (const word of words) add(word, `o:${subject}`);
  for (const [word, number] of Object.entries(vocabulary.numbers)) add(word, `#:${number}`);
  for (const word of vocabulary.light) {
    add(word, 'l');
    const words = splitter.split(normalise(word));
    if (words.length === 1) lightBases.add(words[0]!.base);
  }

  const sorted = new Map<string, Entry[]>();
  for (const [first, entries] of byFirst)
    sorted.set(first, [...entries.values()].sort((a, b) => b.keys.length - a.keys.length).map(entryOf));
  return { entries: sorted, nameWords, plainWords, lightBases };
}
