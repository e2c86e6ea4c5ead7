/** What a fact can be found by: its concepts, entities, frames, dates, numbers, slots and ways to ask; read once on compiling. */
import { type Interval, intervalOf, SLOTS, type Store, type StoredFact, slotValues } from '../facts/index.ts';
import { means, type Span } from '../lookup/index.ts';
import type { Asked, Understander, Wanted } from '../question/index.ts';
import { closure, officesOf } from './belonging.ts';

/** A predicate with its roles: who does it, to whom. Ids of entities, widened to what they belong to. */
export interface Frame {
  readonly classes: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  /** The agents as the curator named them, without what they belong to. */
  readonly doers: ReadonlySet<string>;
  /** Its object is no patient (`patientless` in the vocabulary). */
  readonly patientless: boolean;
  readonly patients: ReadonlySet<string>;
}

/** A way to ask for a fact, as concepts. */
export interface Annotation {
  readonly text: string;
  /** One set of keys per content span: a question's span fits when it shares one. */
  readonly spans: readonly (readonly string[])[];
  readonly asked: Asked;
  /** The keys of all its spans, of those too that only ask. */
  readonly keys: readonly string[];
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
  /** As `get`, by the number of the key in the tables; 0 where the fact is not about it. */
  strengthOf(key: number): number;
  /** The numbers of its keys. */
  numbers(): Iterable<number>;
}

/** Everything matching needs to know of a fact. */
export interface Profile {
  readonly fact: StoredFact;
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

/** What one fact says by itself, before it shares with the facts around it. */
export interface Draft {
  readonly concepts: ReadonlyMap<string, number>;
  readonly entities: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
  /** Its frames as the curator wrote them. */
  readonly frames: readonly string[];
  readonly classes: ReadonlySet<string>;
  readonly voices: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  readonly dates: readonly Interval[];
  readonly numbers: ReadonlySet<number>;
  readonly wants: ReadonlySet<Wanted>;
  readonly onCalendar: boolean;
  readonly words: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly excludes: readonly (readonly string[])[];
  readonly asks: readonly string[];
}

/** The keys by which a span can meet a fact: its meanings, and its words. */
export function keysOf(span: Span): string[] {
  const keys = span.meanings.filter((m) => m[1] === ':' && KEYED.has(m[0]!));
  for (const base of span.telling) keys.push(wordKey(base));
  return keys;
}

/** Prefixes of the meanings that are keys. */
const KEYED: ReadonlySet<string> = new Set('eptkvnf');

/** Keys of words, made once: a table finds a string faster that it has seen before. */
const wordKeys = new Map<string, string>();

function wordKey(base: string): string {
  let key = wordKeys.get(base);
  if (key === undefined) {
    key = `w:${base}`;
    if (wordKeys.size < 50_000) wordKeys.set(base, key);
  }
  return key;
}

const WANTED_OF_KIND: Readonly<Record<string, Wanted>> = {
  person: 'person',
  country: 'country',
  organisation: 'organisation',
  agency: 'agency',
  group: 'organisation',
  place: 'place',
  vessel: 'vessel',
  exercise: 'thing',
  publication: 'agency',
};

/** How surely a fact is about what only an annotation, or only its event, mentions. */
const BY_ANNOTATION = 0.8;
/** An ambiguous word of an annotation brings classes that the fact is not about. */
const BY_ANNOTATION_CLASS = 0.45;
const BY_EVENT = 0.7;

/** A name that can mean more than this does not tell whom a fact is about; its values do. */
const AMBIGUOUS = 100;

/** Reads a way to ask. */
export function annotationOf(understander: Understander, text: string): Annotation {
  const { asked, content, spans } = understander.read(text);
  return { text, asked, spans: content.map(keysOf), keys: spans.flatMap(keysOf) };
}

/**
 * Reads one fact.
 * @param readAsk reads a way to ask for it
 */
export function draftOf(
  store: Store,
  understander: Understander,
  fact: StoredFact,
  readAsk: (text: string) => Annotation,
): Draft {
  const concepts = new Map<string, number>();
  const note = (key: string, strength: number) => concepts.set(key, Math.max(concepts.get(key) ?? 0, strength));
  const own = new Set<string>();
  const words = new Set<string>();
  const { spans } = understander.spansOf(fact.says);
  const values = SLOTS.flatMap((slot) => fact[slot] ?? []);
  const valueTexts = values.map((v) => v.as ?? store.entities.get(v.entity ?? '')?.name ?? '');
  for (const text of new Set([fact.says, ...valueTexts]))
    for (const span of understander.spansOf(text).spans) {
      for (const base of span.bases) words.add(base);
      const tellsWho = span.meanings.length <= AMBIGUOUS;
      for (const key of keysOf(span)) {
        if (key.startsWith('e:') && !tellsWho) continue;
        if (key.startsWith('e:')) own.add(key.slice(2));
        if (!key.startsWith('p:')) note(key, 1);
        else note(key, 0.6);
      }
    }
  const frames = (fact.frames ?? []).map((text) => frameOf(store, text));
  const roles = (fact.frames ?? []).flatMap((text) => (text.split(':')[1] ?? '').split(/[\s>,]+/u).filter(Boolean));
  const named = [
    ...own,
    ...roles,
    fact.of,
    ...values.flatMap((v) => v.entity ?? []),
    fact.speaker ?? '',
    fact.reported_by ?? '',
  ];
  const event = store.events.get(fact.of);
  const around = event ? [...(event.where ?? []), ...(event.participants ?? [])].flatMap((v) => v.entity ?? []) : [];
  const known = (id: string) => store.entities.has(id);
  const entities = closure(store, [...named, ...around].filter(known));
  for (const id of closure(store, around.filter(known))) note(`e:${id}`, BY_EVENT);
  for (const id of closure(store, named.filter(known))) note(`e:${id}`, 1);
  for (const frame of frames) for (const c of frame.classes) note(`p:${c}`, 1);
  for (const topic of fact.topics ?? []) note(`t:${topic}`, 1);
  if (event) {
    note(`v:${event.id}`, 1);
    note(`k:${event.kind}`, 1);
    for (const other of event.same_day_as ?? []) note(`v:${other}`, BY_EVENT);
    for (const span of understander.spansOf(event.name).spans)
      for (const key of keysOf(span)) if (key.startsWith('w:')) note(key, BY_EVENT);
  }
  const units = new Set<string>();
  for (const value of fact.number ?? [])
    for (const span of understander.spansOf(value.unit ?? value.as ?? '').spans)
      for (const key of keysOf(span)) units.add(key);
  for (const text of fact.asked_as ?? []) {
    const ask = readAsk(text);
    if (ask.asked.wants.includes('number')) for (const key of ask.keys) units.add(key);
    for (const key of ask.keys)
      if (key.startsWith('w:')) note(key, BY_ANNOTATION);
      // What reports seldom give, a fact gives only where it says so itself.
      else if (!key.startsWith('e:') && !key.startsWith('n:')) note(key, BY_ANNOTATION_CLASS);
  }
  const speakers = closure(
    store,
    [fact.speaker ?? '', fact.reported_by ?? ''].filter((id) => store.entities.has(id)),
  );
  const speech = new Set(store.vocabulary.grammar.speech ?? []);
  const numbers = new Set<number>();
  for (const value of values) if (value.number !== undefined) numbers.add(value.number);
  const counts = spans.some((s) => /^\d/u.test(s.text) || means(s, '#:'));
  if (counts) for (const { value } of understander.read(fact.says).numbers) numbers.add(value);
  return {
    concepts,
    entities,
    offices: officesOf(store, understander, entities),
    frames: fact.frames ?? [],
    classes: new Set(frames.flatMap((f) => [...f.classes])),
    voices: new Set([
      ...speakers,
      ...frames.filter((f) => [...f.classes].some((c) => speech.has(c))).flatMap((f) => [...f.agents]),
    ]),
    speakers,
    dates: slotValues(store, fact, 'when').flatMap((v) => (v.edtf ? (intervalOf(v.edtf) ?? []) : [])),
    numbers,
    wants: wantsOf(store, fact),
    onCalendar: slotValues(store, fact, 'when').some((v) => v.edtf !== undefined),
    words,
    units,
    excludes: (fact.excludes ?? []).map((text) => understander.spansOf(text).words.map((w) => w.base)),
    asks: fact.asked_as ?? [],
  };
}

/** Reads a frame as the curator writes it ("condemn, oppose : china russia > us"). */
export function frameOf(store: Store, text: string): Frame {
  const [classes = '', roles = ''] = text.split(':');
  const [agents = '', patients = ''] = roles.split('>');
  const list = (part: string) => part.split(/[\s,]+/u).filter(Boolean);
  return {
    classes: new Set(list(classes)),
    agents: closure(store, list(agents)),
    doers: new Set(list(agents)),
    patientless: list(classes).every((c) => store.vocabulary.grammar.patientless?.includes(c)),
    patients: closure(store, list(patients)),
  };
}

function wantsOf(store: Store, fact: StoredFact): Set<Wanted> {
  const wants = new Set<Wanted>(['thing']);
  const slots: [(typeof SLOTS)[number], Wanted | null][] = [
    ['who', null],
    ['whom', null],
    ['where', 'place'],
    ['when', 'date'],
    ['number', 'number'],
    ['reason', 'reason'],
    ['manner', 'manner'],
    ['agency', 'agency'],
    ['thing', null],
  ];
  for (const [slot, wanted] of slots)
    for (const value of slotValues(store, fact, slot)) {
      if (wanted) wants.add(wanted);
      const kind = value.entity && store.entities.get(value.entity)?.kind;
      if (kind) wants.add(WANTED_OF_KIND[kind]!);
      else if (slot === 'who' || slot === 'whom')
        for (const w of ['person', 'country', 'organisation'] as const) wants.add(w);
    }
  if (fact.speaker) wants.add(WANTED_OF_KIND[store.entities.get(fact.speaker)!.kind]!);
  return wants;
}
