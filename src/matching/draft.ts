/** What facts say by themselves, before they share with the facts around them: read once on compiling, into rows of numbers. */
import { intervalOf, SLOTS, type Store, type StoredFact, slotValues, type Value, wordClass } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';
import { strengthCode } from './codes.ts';
import { ConceptRows } from './concept-rows.ts';
import { agentsIn, namesIn, splitFrame } from './frame.ts';
import { KeyTableBuilder, type Texts } from './key-table.ts';
import { type EntityNumbers, Gathered, KnownEntities } from './known-entities.ts';
import { createEvents, type EventNumbers, type EventsOf } from './known-events.ts';
import { articlesOf } from './own-words.ts';
import { RowsBuilder } from './rows.ts';
import { TextNumbers } from './text-numbers.ts';
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

const NO_VALUES: readonly Value[] = [];
const NO_TEXTS: readonly string[] = [];

/** About so many concepts and words a fact has. */
const [CONCEPTS, WORDS] = [44, 18];

/** The rows of all facts that were read, in order. Strings are numbers of `keys`. */
export class Drafts {
  readonly concepts: ConceptRows;
  readonly entities: RowsBuilder;
  readonly offices: RowsBuilder;
  readonly classes: RowsBuilder;
  readonly voices: RowsBuilder;
  readonly speakers: RowsBuilder;
  readonly words: RowsBuilder;
  readonly units: RowsBuilder;
  readonly dates: RowsBuilder;
  readonly excludes: RowsBuilder;
  readonly phrases = new RowsBuilder();
  /** Positions in `frameTexts`: its frames as the curator wrote them. */
  readonly frames: RowsBuilder;
  readonly numberStarts: number[] = [0];
  readonly numbers: number[] = [];
  readonly wants: number[] = [];
  readonly onCalendar: number[] = [];
  /** The ways to ask that the curator noted. */
  readonly asks: RowsBuilder;
  readonly askTable: AskTableBuilder;

  readonly #store: Store;
  readonly #understander: Understander;
  readonly #keys: KeyTableBuilder;
  readonly #entities: KnownEntities;
  readonly #texts: TextNumbers;
  readonly #eventsOf: EventsOf;
  readonly #phraseIds = new KeyTableBuilder();
  readonly #frameIds = new KeyTableBuilder();
  readonly #classes = new Map<string, ClassNumbers>();
  readonly #days = new Map<string, readonly number[]>();
  readonly #speech: ReadonlySet<string>;
  /** Whom the fact that is read is about. */
  readonly #about = new Gathered();

  /** @param facts how many facts will be read */
  constructor(store: Store, understander: Understander, keys: KeyTableBuilder, facts: number) {
    this.#store = store;
    this.#understander = understander;
    this.#keys = keys;
    this.#entities = new KnownEntities(store, understander, keys);
    this.#texts = new TextNumbers(understander, keys, this.#entities);
    this.#eventsOf = createEvents(understander, keys, this.#texts, this.#entities);
    this.askTable = new AskTableBuilder(understander, keys, this.#texts, articlesOf(store));
    this.#speech = wordClass(store, 'speech');
    const rows = (each = 2) => new RowsBuilder(facts, each * facts);
    this.concepts = new ConceptRows(facts, CONCEPTS * facts);
    this.words = rows(WORDS);
    this.entities = rows(6);
    [this.offices, this.classes, this.voices, this.speakers] = [rows(), rows(), rows(), rows()];
    [this.units, this.dates, this.excludes, this.frames, this.asks] = [rows(), rows(), rows(0), rows(), rows()];
  }

  /** The texts of all frames. */
  get frameTexts(): Texts {
    return this.#frameIds.texts();
  }

  /** Reads a fact as the next row. */
  read(fact: StoredFact): void {
    const values: Value[] = [];
    for (const slot of SLOTS) for (const value of fact[slot] ?? NO_VALUES) values.push(value);
    const speakers = [this.#entityOf(fact.speaker), this.#entityOf(fact.reported_by)].filter((s) => s !== undefined);
    this.#readTexts(fact, values);
    this.#readFrames(fact, speakers);
    // An event is no entity.
    const event = this.#store.events.get(fact.of);
    if (!event) this.#isAbout(fact.of);
    for (const { entity } of values) this.#isAbout(entity);
    this.#about.addAll(speakers);
    this.#readEntities(event && this.#eventsOf(event));
    for (const topic of fact.topics ?? NO_TEXTS) this.concepts.note(this.#keys.add(`t:${topic}`), SURE);
    this.#readAsks(fact);
    this.#readDates(fact);
    for (const { members } of speakers) this.speakers.pushAll(members);
    this.speakers.endSorted();
    this.wants.push(wantsOf(this.#store, fact));
    for (const text of fact.excludes ?? NO_TEXTS) this.excludes.push(this.#phrase(text));
    this.excludes.endRow();
    this.concepts.endRow();
    this.#about.clear();
  }

  /** The words of what it says and of its values, what they name, and the numbers in them. */
  #readTexts(fact: StoredFact, values: readonly Value[]): void {
    const says = this.#understander.own(fact.says);
    this.#texts.note(says, this.concepts, this.words, this.#about);
    const from = this.numbers.length;
    const addNumber = (number: number) => {
      if (this.numbers.indexOf(number, from) < 0) this.numbers.push(number);
    };
    for (const { number } of values) if (number !== undefined) addNumber(number);
    for (const number of this.#understander.numbersIn(says)) addNumber(number);
    this.numberStarts.push(this.numbers.length);
    for (const { as, entity } of values) {
      const text = as ?? this.#store.entities.get(entity ?? '')?.name ?? '';
      this.#texts.note(this.#texts.value(text), this.concepts, this.words, this.#about);
    }
    this.words.endSorted();
  }

  /** Who does what to whom: all of them are whom the fact is about; who says something is heard in it. */
  #readFrames(fact: StoredFact, speakers: readonly EntityNumbers[]): void {
    for (const { members } of speakers) this.voices.pushAll(members);
    for (const text of fact.frames ?? NO_TEXTS) {
      this.frames.push(this.#frameIds.add(text));
      const { classes: written, roles } = splitFrame(text);
      const { classes, keys, speech } = this.#classesOf(written);
      this.classes.pushAll(classes);
      this.concepts.noteAll(keys, SURE);
      if (speech) for (const id of agentsIn(roles)) this.voices.pushAll(this.#membersOf(id));
      for (const id of namesIn(roles)) this.#isAbout(id);
    }
    this.frames.endRow();
    this.classes.endSorted();
    this.voices.endSorted();
  }

  #membersOf(id: string): readonly number[] {
    return this.#entities.of(id)?.members ?? [this.#keys.add(id)];
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

  /** Whom it is about, with who and where it was around its event; and the event itself. */
  #readEntities(event: EventNumbers | undefined): void {
    if (event) {
      this.concepts.noteAll(event.itself, SURE);
      this.concepts.noteAll(event.beside, BY_EVENT);
    }
    for (let i = 0; i < this.#about.size; i++) this.concepts.noteAll(this.#about.at(i).keys, SURE);
    if (event) {
      for (const { keys } of event.around) this.concepts.noteAll(keys, BY_EVENT);
      this.#about.addAll(event.around);
    }
    for (let i = 0; i < this.#about.size; i++) {
      const { members, offices } = this.#about.at(i);
      this.entities.pushAll(members);
      this.offices.pushAll(offices);
    }
    this.entities.endSorted();
    this.offices.endSorted();
  }

  /** The ways to ask for it; with what its numbers count, and what is asked for by a number. */
  #readAsks(fact: StoredFact): void {
    for (const { unit, as } of fact.number ?? NO_VALUES) {
      const counted = this.#texts.value(unit ?? as ?? '');
      this.#texts.meet(counted);
      for (const form of counted.ids) this.#texts.pushKeys(form, this.units);
    }
    for (const text of fact.asked_as ?? NO_TEXTS) {
      const ask = this.askTable.add(text);
      this.asks.push(ask);
      if (this.askTable.wantsNumber(ask)) this.askTable.pushKeys(ask, this.units);
      this.askTable.note(ask, this.concepts, BY_ANNOTATION, BY_ANNOTATION_CLASS);
    }
    this.units.endSorted();
    this.asks.endRow();
  }

  #readDates(fact: StoredFact): void {
    let onCalendar = 0;
    for (const { edtf } of slotValues(this.#store, fact, 'when')) {
      if (edtf === undefined) continue;
      onCalendar = 1;
      this.dates.pushAll(this.#endsOf(edtf));
    }
    this.dates.endRow();
    this.onCalendar.push(onCalendar);
  }

  /** The first and the last day of an interval; nothing where it is none. */
  #endsOf(edtf: string): readonly number[] {
    let ends = this.#days.get(edtf);
    if (!ends) {
      const interval = intervalOf(edtf);
      ends = interval ? [this.#keys.add(interval.from), this.#keys.add(interval.to)] : [];
      this.#days.set(edtf, ends);
    }
    return ends;
  }

  #phrase(text: string): number {
    const bases = this.#understander.own(text).words.map((w) => w.base);
    const id = this.#phraseIds.add(bases.join(' '));
    if (id === this.phrases.size) this.phrases.add(bases.map((base) => this.#keys.add(base)));
    return id;
  }

  #entityOf(id: string | undefined): EntityNumbers | undefined {
    return id === undefined ? undefined : this.#entities.of(id);
  }

  #isAbout(id: string | undefined): void {
    const entity = this.#entityOf(id);
    if (entity) this.#about.add(entity);
  }
}
