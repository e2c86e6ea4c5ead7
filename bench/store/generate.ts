/** Generates a store of a given size in memory: same seed and size, same store. */
import { format, parseISO } from 'date-fns';
import { createRandom, type Random } from '../../scripts/adversary/random.ts';
import type { DatedEvent, DocumentRecord, Entity, Store, StoredFact, Value } from '../../src/facts/index.ts';
import { type Cast, createCast } from './cast.ts';
import { KINDS, type KindSpec } from './kinds.ts';
import { createNameMaker } from './names.ts';
import { STANCES, type StanceSpec } from './statements.ts';

/** A statement about an event, as it was made. */
export interface MadeStatement {
  readonly spec: StanceSpec;
  readonly fact: StoredFact;
  readonly speaker: Entity;
  readonly words: string;
}

/** What the generator knows of an event: the truth that questions are made from and near-misses are checked against. */
export interface MadeEvent {
  readonly spec: KindSpec;
  readonly event: DatedEvent;
  readonly fact: StoredFact;
  readonly a?: Entity;
  readonly b?: Entity;
  readonly place: Entity;
  /** ISO date. */
  readonly day: string;
  readonly number?: number;
  readonly reason?: string;
  readonly thing?: string;
  readonly statements: MadeStatement[];
}

/** A generated store with the truth behind it. */
export interface Made {
  readonly store: Store;
  readonly cast: Cast;
  readonly events: readonly MadeEvent[];
}

/** What may be chosen of a generated store. */
export interface MakeOptions {
  /** Number of events. */
  readonly events: number;
  readonly seed: number;
  /** All events on one day (ISO date), instead of over thirty years. */
  readonly day?: string;
}

const FIRST_DAY = Date.parse('1994-01-01T00:00:00Z');
const DAYS = 11_000;
const PER_DOCUMENT = 10;
/** Share of events about which somebody is quoted. */
const QUOTED = 0.3;

/** "3 March 2011" */
export function sayDay(day: string): string {
  return format(parseISO(day), 'd MMMM yyyy');
}

/**
 * Makes a store.
 * @param base lends the vocabulary and the model of the decision; its facts are left out
 */
export function makeStore(base: Store, { events: count, seed, day }: MakeOptions): Made {
  const random = createRandom(seed);
  const names = createNameMaker(base.vocabulary, random);
  const cast = createCast(count, names, random);
  const homes = new Map(cast.country.map((c) => [c.id, c]));
  const papers = Array.from({ length: 12 }, () => `${names.fresh(2)} Courier`);
  const documents = new Map<string, DocumentRecord>();
  const made: MadeEvent[] = [];
  const facts: StoredFact[] = [];
  const described = new Map<string, Entity>();
  let document: DocumentRecord | undefined;
  let paragraph = 0;
  for (let i = 0; i < count; i++) {
    if (i % PER_DOCUMENT === 0) {
      document = documentOf(documents.size, random.pick(papers)!);
      documents.set(document.id, document);
      paragraph = 1;
    }
    const one = makeEvent(i, document!.id, ++paragraph, day ?? drawDay(random), cast, random);
    made.push(one);
    facts.push(one.fact);
    if (random.chance(QUOTED)) {
      const statement = makeStatement(one, document!.id, ++paragraph, cast, random);
      one.statements.push(statement);
      facts.push(statement.fact);
    }
    for (const entity of [one.a, one.b, ...one.statements.map((s) => s.speaker)])
      if (entity && !described.has(entity.id))
        described.set(entity.id, describe(entity, homes, document!.id, paragraph));
  }
  for (const d of documents.values()) Object.assign(d, { paragraphs: 2 + 2 * PER_DOCUMENT });
  const entities = Object.values(cast).flat();
  const store: Store = {
    documents,
    entities: new Map(entities.map((e) => [e.id, described.get(e.id) ?? e])),
    events: new Map(made.map((m) => [m.event.id, m.event])),
    facts,
    vocabulary: base.vocabulary,
    decision: base.decision,
    hash: `generated-${count}-${seed}${day ?? ''}`,
  };
  return { store, cast, events: made };
}

/** One of the entities, other than these. */
function another(from: readonly Entity[], random: Random, ...not: readonly (Entity | undefined)[]): Entity {
  for (;;) {
    const found = random.pick(from)!;
    if (!not.includes(found)) return found;
  }
}

function drawDay(random: Random): string {
  return new Date(FIRST_DAY + random.below(DAYS) * 86_400_000).toISOString().slice(0, 10);
}

function documentOf(n: number, publisher: string): DocumentRecord {
  const id = `doc-${n}`;
  return {
    id,
    file: `${id}.txt`,
    sha256: n.toString(16).padStart(64, '0'),
    paragraphs: 1,
    title: null,
    publisher,
    published: null,
    covers: '1994/2024',
  };
}

const WHAT = { person: 'an official', country: 'a country', organisation: 'a company', vessel: 'a frigate' } as const;

/** Gives an entity the line that says who or what it is, with the place where it is first named. */
function describe(entity: Entity, homes: ReadonlyMap<string, Entity>, document: string, p: number): Entity {
  const home = homes.get(entity.of?.[0] ?? '');
  const gist = `${WHAT[entity.kind as keyof typeof WHAT]}${home ? ` from ${home.name}` : ''}`;
  return { ...entity, gist, evidence: [{ document, p, quote: entity.name }] };
}

function makeEvent(i: number, document: string, p: number, day: string, cast: Cast, random: Random): MadeEvent {
  const spec = random.pick(KINDS)!;
  const a = spec.a && random.pick(cast[spec.a]);
  const b = spec.b && another(cast[spec.b], random, a);
  const place = random.pick(cast.place)!;
  const number = spec.counts && spec.counts[1] + random.below(spec.counts[2] - spec.counts[1]);
  const reason = spec.reasons && random.pick(spec.reasons);
  const thing = spec.things && random.pick(spec.things);
  const id = `event-${i}`;
  const evidence = [{ document, p, quote: `${place.name} ${sayDay(day)}` }];
  const fill = (text: string, naming: 'id' | 'name') =>
    text.replace(/\{(\w)\}/gu, (_, key: string) => {
      const entity = { a, b, p: place }[key];
      return entity ? entity[naming] : String({ d: sayDay(day), n: number, r: reason, t: thing }[key]);
    });
  const values = (...entities: (Entity | undefined)[]): Value[] | undefined => {
    const found = entities.flatMap((e) => (e ? [{ entity: e.id, as: e.name }] : []));
    return found.length > 0 ? found : undefined;
  };
  const suffers = spec.kind === 'trial';
  const who = suffers ? undefined : values(a, spec.mutual && b);
  const whom = suffers ? values(a) : values(b, spec.mutual && a);
  const event: DatedEvent = {
    id,
    kind: spec.kind,
    name: `the ${place.name} ${spec.noun} of ${sayDay(day)}`,
    aliases: [`${place.name} ${spec.noun}`],
    status: 'occurred',
    when: { edtf: day, as: sayDay(day), evidence },
    where: [{ entity: place.id, as: place.name, evidence }],
    participants: [a, b].flatMap((e) => (e ? [{ entity: e.id, role: 'took part', evidence }] : [])),
    document,
  };
  const fact: StoredFact = {
    id: `fact-${i}`,
    of: id,
    says: fill(spec.says, 'name'),
    evidence,
    ...(who && { who }),
    ...(whom && { whom }),
    ...(number !== undefined && { number: [{ number, unit: spec.counts![0], as: `${number} ${spec.counts![0]}` }] }),
    ...(reason && { reason: [{ as: reason }] }),
    ...(thing && { thing: [{ as: thing }] }),
    frames: spec.frames.map((f) => fill(f, 'id')),
    asked_as: spec.askedAs.map((text) => fill(text, 'name')),
    document,
  };
  return {
    spec,
    event,
    fact,
    place,
    day,
    statements: [],
    ...(a && { a }),
    ...(b && { b }),
    ...(number !== undefined && { number }),
    ...(reason && { reason }),
    ...(thing && { thing }),
  };
}

function makeStatement(one: MadeEvent, document: string, p: number, cast: Cast, random: Random): MadeStatement {
  const spec = random.pick(STANCES)!;
  const speaker = another(cast.person, random, one.a, one.b);
  const words = random.pick(spec.words)!;
  const says = spec.says.replace('{s}', speaker.name).replace('{e}', one.event.name).replace('{x}', words);
  const fact: StoredFact = {
    id: `${one.fact.id}-said`,
    of: one.event.id,
    says,
    evidence: [{ document, p, quote: `${speaker.name} ${words}` }],
    speaker: speaker.id,
    stance: spec.stance,
    who: [{ entity: speaker.id, as: speaker.name }],
    thing: [{ as: words }],
    frames: [spec.frame.replace('{s}', speaker.id)],
    asked_as: [`what did ${speaker.name} say about the ${one.place.name} ${one.spec.noun}`],
    document,
  };
  return { spec, fact, speaker, words };
}
