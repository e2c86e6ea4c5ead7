/** What a fact can be found by: its concepts, entities, frames, dates, numbers, slots and annotations; made once on loading. */
import { type Interval, intervalOf, SLOTS, type Store, type StoredFact, slotValues } from '../facts/index.ts';
import type { Span } from '../lookup/index.ts';
import type { Asked, Understander, Wanted } from '../question/index.ts';

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
}

/** Everything matching needs to know of a fact. */
export interface Profile {
  readonly fact: StoredFact;
  /** Position in the store; the last tie-break. */
  readonly order: number;
  /** Concept keys (`e: p: t: k: v: w:`) and how surely the fact is about them (0–1). */
  readonly concepts: ReadonlyMap<string, number>;
  /** Entities of the fact and of its event, with what they belong to. */
  readonly entities: ReadonlySet<string>;
  /** Entities of the facts of the same event and of those that complete this one: a question may name them to place it. */
  readonly kin: ReadonlySet<string>;
  /** Offices held by its people, as `office` and `office of country`. */
  readonly offices: ReadonlySet<string>;
  readonly frames: readonly Frame[];
  readonly classes: ReadonlySet<string>;
  /** Who is heard in the fact: its speakers, and who does something that is done in words (condemns, announces …). */
  readonly voices: ReadonlySet<string>;
  /** The speaker and reporter, with what they belong to; empty for what the document says itself. */
  readonly speakers: ReadonlySet<string>;
  readonly dates: readonly Interval[];
  readonly numbers: ReadonlySet<number>;
  readonly wants: ReadonlySet<Wanted>;
  /** Whether its date is a day of the calendar, not only words ("the near future"). */
  readonly onCalendar: boolean;
  /** Word bases of what the fact says and of its values. */
  readonly words: ReadonlySet<string>;
  /** Phrases that the fact contradicts, as bases. */
  readonly excludes: readonly (readonly string[])[];
  readonly annotations: readonly Annotation[];
}

/** The keys by which a span can meet a fact: its meanings, and its words. */
export function keysOf(span: Span): string[] {
  const meanings = span.meanings.filter((m) => /^[eptkvnf]:/u.test(m));
  return [...meanings, ...span.telling.map((b) => `w:${b}`)];
}

/** An entity and all that it belongs to (a person's ministry and country, a place's container). */
export function closure(store: Store, ids: Iterable<string>): Set<string> {
  const all = new Set<string>();
  const visit = (id: string) => {
    if (all.has(id)) return;
    all.add(id);
    const entity = store.entities.get(id);
    for (const parent of [...(entity?.of ?? []), ...(entity?.stands_for ?? [])]) visit(parent);
  };
  for (const id of ids) visit(id);
  return all;
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

/** Builds the profiles of all facts that are not superseded. */
export function profilesOf(store: Store, understander: Understander): Profile[] {
  const facts = store.facts.filter((f) => !f.superseded);
  const profiles = facts.map((fact, order) => profileOf(store, understander, fact, order));
  const byEvent = new Map<string, Profile[]>();
  for (const profile of profiles) byEvent.set(profile.fact.of, [...(byEvent.get(profile.fact.of) ?? []), profile]);
  shareKin(store, profiles, byEvent);
  shareConcepts(profiles, byEvent);
  for (const event of store.events.values()) shareKind(store, understander, event.kind, byEvent.get(event.id) ?? []);
  return profiles;
}

/** How surely a question that describes the event means this fact of it. */
const BY_SIBLING = 0.55;
/** An event with more facts than this is too wide for one to stand for another. */
const FAMILY = 20;

/** Lets each fact be found by what its siblings say of the event (not by what happens in them). */
function shareConcepts(profiles: readonly Profile[], byEvent: ReadonlyMap<string, readonly Profile[]>): void {
  const own = new Map(profiles.map((p) => [p, [...p.concepts].filter(([key, s]) => s === 1 && !key.startsWith('p:'))]));
  for (const family of byEvent.values()) {
    if (family.length > FAMILY) continue;
    for (const p of family)
      for (const sibling of family)
        for (const [key] of own.get(sibling)!) {
          const concepts = p.concepts as Map<string, number>;
          if ((concepts.get(key) ?? 0) < BY_SIBLING) concepts.set(key, BY_SIBLING);
        }
  }
}

/** Tells each fact the entities of its kin: siblings of its event, what completes it, what it completes, what its people took part in. */
function shareKin(store: Store, profiles: readonly Profile[], byEvent: ReadonlyMap<string, readonly Profile[]>): void {
  const byId = new Map(profiles.map((p) => [p.fact.id, p]));
  const isPerson = (id: string) => store.entities.get(id)?.kind === 'person';
  const kinOf = (p: Profile) => ({ add: (id: string) => !isPerson(id) && (p.kin as Set<string>).add(id) });
  for (const p of profiles) {
    const event = store.events.get(p.fact.of);
    const around = event ? [event.id, ...(event.same_day_as ?? []), event.response_to ?? '', event.part_of ?? ''] : [];
    for (const id of around)
      for (const sibling of byEvent.get(id) ?? []) for (const e of sibling.entities) kinOf(p).add(e);
    for (const id of p.fact.context ?? []) {
      const other = byId.get(id);
      if (!other) continue;
      for (const e of other.entities) kinOf(p).add(e);
      for (const e of p.entities) kinOf(other).add(e);
    }
    for (const other of store.events.values()) {
      const takesPart = other.participants?.some((v) => v.entity && p.fact.of === v.entity);
      if (takesPart)
        for (const v of [...(other.participants ?? []), ...(other.where ?? [])])
          for (const id of closure(store, v.entity ? [v.entity] : [])) kinOf(p).add(id);
    }
  }
}

/** Gives each way to ask that serves a kind of event to the first fact of the event that fills the asked slot. */
function shareKind(store: Store, understander: Understander, kind: string, profiles: readonly Profile[]): void {
  for (const text of store.vocabulary.event_kinds.find((k) => k.id === kind)?.asked_as ?? []) {
    const annotation = annotationOf(understander, text);
    const { wants } = annotation.asked;
    const first =
      profiles.find((p) => wants.length === 0 || wants.some((w) => w !== 'thing' && p.wants.has(w))) ?? profiles[0];
    (first?.annotations as Annotation[] | undefined)?.push(annotation);
  }
}

function annotationOf(understander: Understander, text: string): Annotation {
  const question = understander.read(text);
  return { text, asked: question.asked, spans: question.content.map(keysOf) };
}

function profileOf(store: Store, understander: Understander, fact: StoredFact, order: number): Profile {
  const concepts = new Map<string, number>();
  const note = (key: string, strength: number) => concepts.set(key, Math.max(concepts.get(key) ?? 0, strength));
  const own = new Set<string>();
  const words = new Set<string>();
  const values = SLOTS.flatMap((slot) => fact[slot] ?? []);
  const valueTexts = values.map((v) => v.as ?? store.entities.get(v.entity ?? '')?.name ?? '');
  for (const text of [fact.says, ...valueTexts])
    for (const span of understander.spansOf(text).spans) {
      for (const base of span.bases) words.add(base);
      for (const key of keysOf(span)) {
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
  const entities = closure(
    store,
    [...named, ...around].filter((id) => store.entities.has(id)),
  );
  for (const id of closure(
    store,
    around.filter((id) => store.entities.has(id)),
  ))
    note(`e:${id}`, BY_EVENT);
  for (const id of closure(
    store,
    named.filter((id) => store.entities.has(id)),
  ))
    note(`e:${id}`, 1);
  for (const frame of frames) for (const c of frame.classes) note(`p:${c}`, 1);
  for (const topic of fact.topics ?? []) note(`t:${topic}`, 1);
  if (event) {
    note(`v:${event.id}`, 1);
    note(`k:${event.kind}`, 1);
    for (const other of event.same_day_as ?? []) note(`v:${other}`, BY_EVENT);
    for (const span of understander.spansOf(event.name).spans)
      for (const key of keysOf(span)) if (key.startsWith('w:')) note(key, BY_EVENT);
  }
  const annotations = (fact.asked_as ?? []).map((text) => {
    for (const span of understander.read(text).spans)
      for (const key of keysOf(span)) {
        if (key.startsWith('w:')) note(key, BY_ANNOTATION);
        else if (!key.startsWith('e:')) note(key, BY_ANNOTATION_CLASS);
      }
    return annotationOf(understander, text);
  });
  const speakers = closure(
    store,
    [fact.speaker ?? '', fact.reported_by ?? ''].filter((id) => store.entities.has(id)),
  );
  const speech = new Set(store.vocabulary.grammar.speech ?? []);
  const numbers = new Set<number>();
  for (const value of values) if (value.number !== undefined) numbers.add(value.number);
  for (const { value } of understander.read(fact.says).numbers) numbers.add(value);
  return {
    fact,
    order,
    concepts,
    entities,
    kin: new Set(),
    offices: officesOf(store, understander, entities),
    frames,
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
    excludes: (fact.excludes ?? []).map((text) => understander.spansOf(text).words.map((w) => w.base)),
    annotations,
  };
}

/** The offices of the people among these entities: each alone, and with each country or body that its holder belongs to. */
function officesOf(store: Store, understander: Understander, ids: Iterable<string>): Set<string> {
  const offices = new Set<string>();
  for (const id of ids) {
    const entity = store.entities.get(id);
    if (entity?.kind !== 'person') continue;
    const held = [...(entity.offices ?? []).map((o) => o.title), ...(entity.aliases ?? [])];
    for (const title of held)
      for (const word of understander.officesIn(title)) {
        offices.add(word);
        for (const of of closure(store, [id])) offices.add(`${word} of ${of}`);
      }
  }
  return offices;
}

function frameOf(store: Store, text: string): Frame {
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
