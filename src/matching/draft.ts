/** What facts say by themselves, before they share with the facts around them: read once on compiling, into rows of numbers. */
import { intervalOf, SLOTS, type Store, type StoredFact, slotValues, type Value } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';
import { maskOf, strengthCode } from './codes.ts';
import { ConceptNotes } from './concept-notes.ts';
import { ConceptRows } from './concept-rows.ts';
import { splitFrame } from './frame.ts';
import { KeyTableBuilder, type Texts } from './key-table.ts';
import { createEntities, type EntitiesOf, type EntityNumbers } from './known-entities.ts';
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
  readonly #notes = new ConceptNotes();
  readonly #phraseIds = new KeyTableBuilder();
  readonly #frameIds = new KeyTableBuilder();
  readonly #classes = new Map<string, ClassNumbers>();
  readonly #speech: ReadonlySet<string>;
  /** The words of the event that was read last: its facts stand together. */
  #event: { readonly id: string; readonly words: readonly number[] } | undefined;

  constructor(store: Store, understander: Understander, keys: KeyTableBuilder) {
    this.#store = store;
    this.#understander = understander;
    this.#keys = keys;
    this.#entitiesOf = createEntities(store, understander, keys);
    this.#texts = new TextNumbers(understander, keys, this.#entitiesOf);
    this.askTable = new AskTableBuilder(understander, keys, this.#texts);
    this.#speech = new Set(store.vocabulary.grammar.speech ?? []);
  }

  /** The texts of all frames. */
  get frameTexts(): Texts {
    return this.#frameIds.texts();
  }

  /** Reads a fact as the next row. */
  read(fact: StoredFact): void {
    const values = SLOTS.flatMap((slot) => fact[slot] ?? []);
    const speakers = this.#known([fact.speaker, fact.reported_by]);
    const about: EntityNumbers[] = [];
    this.#readTexts(fact, values, about);
    this.#readFrames(fact, speakers, about);
    about.push(...this.#known([fact.of, ...values.map((v) => v.entity)]), ...speakers);
    this.#readEntities(about, this.#readEvent(fact.of));
    for (const topic of fact.topics ?? []) this.#notes.note(this.#keys.add(`t:${topic}`), SURE);
    this.#readAsks(fact);
    this.#readDates(fact);
    this.speakers.addSorted(speakers.flatMap((s) => s.members));
    this.wants.push(maskOf(wantsOf(this.#store, fact)));
    this.excludes.add((fact.excludes ?? []).map((text) => this.#phrase(text)));
    this.#notes.moveTo(this.concepts);
  }

  /** The words of what it says and of its values, what they name, and the numbers in them. */
  #readTexts(fact: StoredFact, values: readonly Value[], about: EntityNumbers[]): void {
    const words: number[] = [];
    for (const span of this.#understander.spansOf(fact.says).spans)
      noteSpan(this.#texts.of(span), this.#notes, words, about);
    const numbers = new Set(values.flatMap((v) => v.number ?? []));
    for (const number of this.#understander.numbersIn(fact.says)) numbers.add(number);
    for (const value of values)
      for (const span of this.#texts.ofValue(value.as ?? this.#store.entities.get(value.entity ?? '')?.name ?? ''))
        noteSpan(span, this.#notes, words, about);
    for (const number of numbers) this.numbers.push(number);
    this.numberStarts.push(this.numbers.length);
    this.words.addSorted(words);
  }

  /** Who does what to whom: all of them are whom the fact is about; who says something is heard in it. */
  #readFrames({ frames = [] }: StoredFact, speakers: readonly EntityNumbers[], about: EntityNumbers[]): void {
    const classes: number[] = [];
    const voices = speakers.flatMap((s) => s.members);
    for (const text of frames) {
      const frame = splitFrame(text);
      const numbers = this.#classesOf(frame.classes);
      classes.push(...numbers.classes);
      this.#notes.noteAll(numbers.keys, SURE);
      if (numbers.speech) for (const id of frame.agents) voices.push(...this.#membersOf(id));
      about.push(...this.#known(frame.named));
    }
    this.frames.add(frames.map((text) => this.#frameIds.add(text)));
    this.classes.addSorted(classes);
    this.voices.addSorted(voices);
  }

  #membersOf(id: string): readonly number[] {
    return this.#entitiesOf(id)?.members ?? [this.#keys.add(id)];
  }

  #classesOf(classes: readonly string[]): ClassNumbers {
    const text = classes.join(' ');
    let numbers = this.#classes.get(text);
    if (!numbers) {
      numbers = {
        classes: classes.map((c) => this.#keys.add(c)),
        keys: classes.map((c) => this.#keys.add(`p:${c}`)),
        speech: classes.some((c) => this.#speech.has(c)),
      };
      this.#classes.set(text, numbers);
    }
    return numbers;
  }

  /** Notes the event that the fact is of, and gives who and where it was around it. */
  #readEvent(of: string): readonly EntityNumbers[] {
    const event = this.#store.events.get(of);
    if (!event) return [];
    const [keys, notes] = [this.#keys, this.#notes];
    notes.note(keys.add(`v:${event.id}`), SURE);
    notes.note(keys.add(`k:${event.kind}`), SURE);
    for (const other of event.same_day_as ?? []) notes.note(keys.add(`v:${other}`), BY_EVENT);
    if (this.#event?.id !== event.id) {
      const words: number[] = [];
      for (const span of this.#understander.spansOf(event.name).spans) words.push(...this.#texts.of(span).wordKeys);
      this.#event = { id: event.id, words };
    }
    notes.noteAll(this.#event.words, BY_EVENT);
    return this.#known([...(event.where ?? []), ...(event.participants ?? [])].map((v) => v.entity));
  }

  #readEntities(about: readonly EntityNumbers[], around: readonly EntityNumbers[]): void {
    for (const { keys } of about) this.#notes.noteAll(keys, SURE);
    for (const { keys } of around) this.#notes.noteAll(keys, BY_EVENT);
    const all = new Set([...about, ...around]);
    const [members, offices]: [number[], number[]] = [[], []];
    for (const entity of all) {
      members.push(...entity.members);
      offices.push(...entity.offices);
    }
    this.entities.addSorted(members);
    this.offices.addSorted(offices);
  }

  /** The ways to ask for it; with what its numbers count, and what is asked for by a number. */
  #readAsks(fact: StoredFact): void {
    const units: number[] = [];
    for (const value of fact.number ?? [])
      for (const { keys } of this.#texts.ofValue(value.unit ?? value.as ?? '')) units.push(...keys);
    const asks = (fact.asked_as ?? []).map((text) => this.askTable.add(text));
    for (const ask of asks) {
      const keys = this.askTable.keysOf(ask);
      if (this.askTable.wantsNumber(ask)) units.push(...keys);
      for (const key of keys) {
        const kind = this.#keys.strings[key]![0];
        if (kind === 'w') this.#notes.note(key, BY_ANNOTATION);
        // What reports seldom give, a fact gives only where it says so itself.
        else if (kind !== 'e' && kind !== 'n') this.#notes.note(key, BY_ANNOTATION_CLASS);
      }
    }
    this.units.addSorted(units);
    this.asks.add(asks);
  }

  #readDates(fact: StoredFact): void {
    const days = slotValues(this.#store, fact, 'when').flatMap((v) => v.edtf ?? []);
    this.dates.add(
      days.flatMap((edtf) => {
        const interval = intervalOf(edtf);
        return interval ? [this.#keys.add(interval.from), this.#keys.add(interval.to)] : [];
      }),
    );
    this.onCalendar.push(days.length > 0 ? 1 : 0);
  }

  #phrase(text: string): number {
    const bases = this.#understander.spansOf(text).words.map((w) => w.base);
    const id = this.#phraseIds.add(bases.join(' '));
    if (id === this.phrases.size) this.phrases.add(bases.map((base) => this.#keys.add(base)));
    return id;
  }

  #known(ids: readonly (string | undefined)[]): EntityNumbers[] {
    const found: EntityNumbers[] = [];
    for (const id of ids) {
      const entity = id === undefined ? undefined : this.#entitiesOf(id);
      if (entity) found.push(entity);
    }
    return found;
  }
}
