/** Entities as numbers, while facts are read: each with all that it belongs to, looked up once. */
import type { Store } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';
import { closure, officesOf } from './belonging.ts';
import type { KeyTableBuilder } from './key-table.ts';

/** What an entity brings to each fact that is about it. */
export interface EntityNumbers {
  /** Counts the entities that were looked up, from 0 on. */
  readonly place: number;
  /** Itself and all that it belongs to. */
  readonly members: readonly number[];
  /** The keys of the same (`e:`). */
  readonly keys: readonly number[];
  /** The offices of the people among them. */
  readonly offices: readonly number[];
}

/** Looks entities up for the table that grows. */
export class KnownEntities {
  readonly #store: Store;
  readonly #understander: Understander;
  readonly #keys: KeyTableBuilder;
  readonly #byId = new Map<string, EntityNumbers>();
  readonly #all: EntityNumbers[] = [];

  constructor(store: Store, understander: Understander, keys: KeyTableBuilder) {
    this.#store = store;
    this.#understander = understander;
    this.#keys = keys;
  }

  /** The entity that was looked up as the one after so many others. */
  at(place: number): EntityNumbers {
    return this.#all[place]!;
  }

  /** The numbers of an entity by its id; undefined where the store has none. */
  of(id: string): EntityNumbers | undefined {
    let numbers = this.#byId.get(id);
    if (!numbers && this.#store.entities.has(id)) {
      const members = [...closure(this.#store, [id])];
      numbers = {
        place: this.#all.length,
        members: members.map((member) => this.#keys.add(member)),
        keys: members.map((member) => this.#keys.add(`e:${member}`)),
        offices: Array.from(officesOf(this.#store, this.#understander, members), (office) => this.#keys.add(office)),
      };
      this.#byId.set(id, numbers);
      this.#all.push(numbers);
    }
    return numbers;
  }
}

/** The entities of one fact after the other, each once, in the order in which they were added. */
export class Gathered {
  readonly #all: EntityNumbers[] = [];
  #size = 0;
  /** By place of an entity: the turn in which it was added last. */
  readonly #addedIn: number[] = [];
  #turn = 0;

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  /** The entity at a position below `size`. */
  at(position: number): EntityNumbers {
    return this.#all[position]!;
  }

  /** Adds an entity. */
  add(entity: EntityNumbers): void {
    while (this.#addedIn.length <= entity.place) this.#addedIn.push(-1);
    if (this.#addedIn[entity.place] === this.#turn) return;
    this.#addedIn[entity.place] = this.#turn;
    this.#all[this.#size++] = entity;
  }

  /** Adds several. */
  addAll(entities: readonly EntityNumbers[]): void {
    for (let i = 0; i < entities.length; i++) this.add(entities[i]!);
  }

  /** Takes all away. */
  clear(): void {
    this.#size = 0;
    this.#turn++;
  }
}
