/** What facts say by themselves, before they share with the facts around them: read once on compiling, into rows of numbers. */
import { intervalOf, SLOTS, type Store, type StoredFact, slotValues, type Value } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';
import { strengthCode } from './codes.ts';
import { ConceptNotes } from './concept-notes.ts';
import { ConceptRows } from './concept-rows.ts';
import { agentsIn, namesIn, splitFrame } from './frame.ts';
import { KeyTableBuilder, type Texts } from './key-table.ts';
import { createEntities, type EntitiesOf, type EntityNumbers } from './known-entities.ts';
import { createEvents, type EventsOf } from './known-events.ts';
import { articlesOf } from './own-words.ts';
import { RowsBuilder } from './rows.ts';
import { noteSpan, TextNumbers } from './text-numbers.ts';
import { wantsOf } from './wants.ts';
import { AskTableBuilder } from './ways-to-ask.ts';

const SURE = strengthCode(1);
/** How surely a fact is about what only an annotation, or only its event, mentions. */
const BY_ANNOTATION = strengthCode(0.8);
/** An ambiguous word of an annotation brings classes that the fact is not about. */
const BY_ANNOTATION_CLASS = strengthCode(0.45);
const BY_EVENT = strengthCode(0.7);

/** The classes of a frame as numbers. */
interface ClassNumbers {
  readonly classes: readonly number[];
  /** The keys of the same (`p:`). */
  readonly keys: readonly number[];
  /** What is done is done in words. */
  readonly speech: boolean;
}

const NONE: readonly number[] = [];

/** The rows of all facts that were read, in order. Strings are numbers of `keys`. */
export class Drafts {
  readonly concepts = new ConceptRows();
  readonly entities = new RowsBuilder();
  readonly offices = new RowsBuilder();
  readonly classes = new RowsBuilder();
  readonly voices = new RowsBuilder();
  readonly speakers = new RowsBuilder();
  readonly words = new RowsBuilder();
  readonly units = new RowsBuilder();
  readonly dates = new RowsBuilder();
  readonly excludes = new RowsBuilder();
  readonly phrases = new RowsBuilder();
  /** Positions in `frameTexts`: its frames as the curator wrote them. */
  readonly frames = new RowsBuilder();
  readonly numberStarts: number[] = [0];
  readonly numbers: number[] = [];
  readonly wants: number[] = [];
  readonly onCalendar: number[] = [];
  /** The ways to ask that the curator noted. */
  readonly asks = new RowsBuilder();
  readonly askTable: AskTableBuilder;

  readonly #store: Store;
  readonly #understander: Understander;
  readonly #keys: KeyTableBuilder;
  readonly #entitiesOf: EntitiesOf;
  readonly #texts: TextNumbers;
  readonly #eventsOf: EventsOf;
  readonly #notes = new ConceptNotes();
  readonly #phraseIds = new KeyTableBuilder();
  readonly #frameIds = new KeyTableBuilder();
  readonly #classes = new Map<string, ClassNumbers>();
  readonly #speech: ReadonlySet<string>;

  constructor(store: Store, understander: Understander, keys: KeyTableBuilder) {
    this.#store = store;
    this.#understander = understander;
    this.#keys = keys;
    this.#entitiesOf = createEntities(store, understander, keys);
    this.#texts = new TextNumbers(understander, keys, this.#entitiesOf);
    this.#eventsOf = createEvents(store, understander, keys, this.#texts, this.#entitiesOf);
    this.askTable = new AskTableBuilder(understander, keys, this.#texts, articlesOf(store));
    this.#speech = new Set(store.vocabulary.grammar.speech ?? []);
  }

  /** The texts of all frames. */
  get frameTexts(): Texts {
    return this.#frameIds.texts();
  }

  /** Reads a fact as the next row. */
  read(fact: StoredFact): void {
    const values: Value[] = [];
    for (const slot of SLOTS) for (const value of fact[slot] ?? []) values.push(value);
    const speakers: EntityNumbers[] = [];
    this.#know(fact.speaker, speakers);
    this.#know(fact.reported_by, speakers);
    const about = new Set<EntityNumbers>();
    this.#readTexts(fact, values, about);
    this.#readFrames(fact, speakers, about);
    // An event is no entity.
    if (!this.#store.events.has(fact.of)) this.#know(fact.of, about);
    for (const { entity } of values) this.#know(entity, about);
    for (const speaker of speakers) about.add(speaker);
    this.#readEntities(about, this.#readEvent(fact.of));
    for (const topic of fact.topics ?? []) this.#notes.note(this.#keys.add(`t:${topic}`), SURE);
    this.#readAsks(fact);
    this.#readDates(fact);
    this.speakers.addSorted(speakers.flatMap((s) => s.members));
    this.wants.push(wantsOf(this.#store, fact));
    this.excludes.add(fact.excludes?.map((text) => this.#phrase(text)) ?? NONE);
    this.#notes.moveTo(this.concepts);
  }

  /** The words of what it says and of its values, what they name, and the numbers in them. */
  #readTexts(fact: StoredFact, values: readonly Value[], about: Set<EntityNumbers>): void {
    const words: number[] = [];
    const says = this.#understander.own(fact.says);
    for (const form of says.forms) noteSpan(this.#texts.of(form), this.#notes, words, about);
    const from = this.numbers.length;
    const addNumber = (number: number) => {
      if (this.numbers.indexOf(number, from) < 0) this.numbers.push(number);
    };
    for (const { number } of values) if (number !== undefined) addNumber(number);
    for (const number of this.#understander.numbersIn(says)) addNumber(number);
    this.numberStarts.push(this.numbers.length);
    for (const value of values)
      for (const span of this.#texts.ofValue(value.as ?? this.#store.entities.get(value.entity ?? '')?.name ?? ''))
        noteSpan(span, this.#notes, words, about);
    this.words.addSorted(words);
  }

  /** Who does what to whom: all of them are whom the fact is about; who says something is heard in it. */
  #readFrames({ frames = [] }: StoredFact, speakers: readonly EntityNumbers[], about: Set<EntityNumbers>): void {
    const classes: number[] = [];
    const voices = speakers.flatMap((s) => s.members);
    const ids: number[] = [];
    for (const text of frames) {
      ids.push(this.#frameIds.add(text));
      const { classes: written, roles } = splitFrame(text);
      const numbers = this.#classesOf(written);
      classes.push(...numbers.classes);
      this.#notes.noteAll(numbers.keys, SURE);
      if (numbers.speech) for (const id of agentsIn(roles)) voices.push(...this.#membersOf(id));
      for (const id of namesIn(roles)) this.#know(id, about);
    }
    this.frames.add(ids);
    this.classes.addSorted(classes);
    this.voices.addSorted(voices);
  }

  #membersOf(id: string): readonly number[] {
    return this.#entitiesOf(id)?.members ?? [this.#keys.add(id)];
  }

  #classesOf(written: string): ClassNumbers {
    let numbers = this.#classes.get(written);
    if (!numbers) {
      const classes = namesIn(written);
      numbers = {
        classes: classes.map((c) => this.#keys.add(c)),
        keys: classes.map((c) => this.#keys.add(`p:${c}`)),
        speech: classes.some((c) => this.#speech.has(c)),
      };
      this.#classes.set(written, numbers);
    }
    return numbers;
  }

  /** Notes the event that the fact is of, and gives who and where it was around it. */
  #readEvent(of: string): readonly EntityNumbers[] {
    const event = this.#eventsOf(of);
    if (!event) return [];
    this.#notes.noteAll(event.itself, SURE);
    this.#notes.noteAll(event.beside, BY_EVENT);
    return event.around;
  }

  #readEntities(about: Set<EntityNumbers>, around: readonly EntityNumbers[]): void {
    for (const { keys } of about) this.#notes.noteAll(keys, SURE);
    for (const entity of around) {
      this.#notes.noteAll(entity.keys, BY_EVENT);
      about.add(entity);
    }
    const [members, offices]: [number[], number[]] = [[], []];
    for (const entity of about) {
      for (const member of entity.members) members.push(member);
      for (const office of entity.offices) offices.push(office);
    }
    this.entities.addSorted(members);
    this.offices.addSorted(offices);
  }

  /** The ways to ask for it; with what its numbers count, and what is asked for by a number. */
  #readAsks(fact: StoredFact): void {
    const units: number[] = [];
    for (const value of fact.number ?? [])
      for (const { keys } of this.#texts.ofValue(value.unit ?? value.as ?? '')) units.push(...keys);
    const asks = fact.asked_as?.map((text) => this.askTable.add(text)) ?? NONE;
    for (const ask of asks) {
      if (this.askTable.wantsNumber(ask)) units.push(...this.askTable.keysOf(ask));
      this.askTable.note(ask, this.#notes, BY_ANNOTATION, BY_ANNOTATION_CLASS);
    }
    this.units.addSorted(units);
    this.asks.add(asks);
  }

  #readDates(fact: StoredFact): void {
    const ends: number[] = [];
    let onCalendar = 0;
    for (const { edtf } of slotValues(this.#store, fact, 'when')) {
      if (edtf === undefined) continue;
      onCalendar = 1;
      const interval = intervalOf(edtf);
      if (interval) ends.push(this.#keys.add(interval.from), this.#keys.add(interval.to));
    }
    this.dates.add(ends);
    this.onCalendar.push(onCalendar);
  }

  #phrase(text: string): number {
    const bases = this.#understander.own(text).words.map((w) => w.base);
    const id = this.#phraseIds.add(bases.join(' '));
    if (id === this.phrases.size) this.phrases.add(bases.map((base) => this.#keys.add(base)));
    return id;
  }

  /** Adds an entity to a list, where the store has it. */
  #know(id: string | undefined, to: EntityNumbers[] | Set<EntityNumbers>): void {
    const entity = id === undefined ? undefined : this.#entitiesOf(id);
    if (!entity) return;
    if (to instanceof Set) to.add(entity);
    else to.push(entity);
  }
}
