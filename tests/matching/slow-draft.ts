/** What one fact says by itself, read the plain way, as sets and maps of strings: what the rows of numbers are held against. */
import { type Interval, intervalOf, SLOTS, type Store, type StoredFact, slotValues } from '../../src/facts/index.ts';
import { means } from '../../src/lookup/index.ts';
import { closure, officesOf } from '../../src/matching/belonging.ts';
import { bitOf } from '../../src/matching/codes.ts';
import { frameOf } from '../../src/matching/frame.ts';
import { keysOf } from '../../src/matching/profile.ts';
import { wantsOf } from '../../src/matching/wants.ts';
import { type Asked, type Understander, WANTED, type Wanted } from '../../src/question/index.ts';

/** A way to ask for a fact, as concepts. */
export interface Annotation {
  readonly text: string;
  /** One set of keys per content span: a question's span fits when it shares one. */
  readonly spans: readonly (readonly string[])[];
  readonly asked: Asked;
  /** The keys of all its spans, of those too that only ask. */
  readonly keys: readonly string[];
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

/** How surely a fact is about what only an annotation, or only its event, mentions. */
const BY_ANNOTATION = 0.8;
/** An ambiguous word of an annotation brings classes that the fact is not about. */
const BY_ANNOTATION_CLASS = 0.45;
const BY_EVENT = 0.7;

/** A name that can mean more than this does not tell whom a fact is about; its values do. */
const AMBIGUOUS = 100;

/** Reads a way to ask. */
export function annotationOf(understander: Understander, text: string): Annotation {
  const { asked, content, spans } = understander.read(understander.own(text));
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
  const { spans } = understander.own(fact.says);
  const values = SLOTS.flatMap((slot) => fact[slot] ?? []);
  const valueTexts = values.map((v) => v.as ?? store.entities.get(v.entity ?? '')?.name ?? '');
  for (const text of new Set([fact.says, ...valueTexts]))
    for (const span of understander.own(text).spans) {
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
    for (const span of understander.own(event.name).spans)
      for (const key of keysOf(span)) if (key.startsWith('w:')) note(key, BY_EVENT);
  }
  const units = new Set<string>();
  for (const value of fact.number ?? [])
    for (const span of understander.own(value.unit ?? value.as ?? '').spans)
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
  if (counts) for (const { value } of understander.read(understander.own(fact.says)).numbers) numbers.add(value);
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
    wants: new Set(WANTED.filter((wanted) => (wantsOf(store, fact) & bitOf(wanted)) !== 0)),
    onCalendar: slotValues(store, fact, 'when').some((v) => v.edtf !== undefined),
    words,
    units,
    excludes: (fact.excludes ?? []).map((text) => understander.own(text).words.map((w) => w.base)),
    asks: fact.asked_as ?? [],
  };
}
