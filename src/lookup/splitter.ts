/** Splits texts into words, reading each run of letters and marks between two blanks once: of a text, few are new. */
import { type BaseOf, splitPiece, type Word } from './words.ts';

/** A run, with its words by their numbers. */
interface Piece {
  readonly run: string;
  readonly first: Word | undefined;
  /** The number of the first word, by what stands before the run. */
  firsts?: Map<string, number>;
  /** The numbers of the words after the first. */
  readonly others: readonly number[];
  /** What stands after the last word. */
  readonly rest: string;
}

const BLANK = ' '.charCodeAt(0);

/** Of the hash of Fowler, Noll and Vo. */
const [FIRST, FACTOR] = [0x811c9dc5, 0x01000193];

/** Splits texts as `splitWords` does; each word is numbered, from 0 on, and made once. */
export class Splitter {
  /** All words that were read, by their numbers. */
  readonly words: Word[] = [];
  readonly #baseOf: BaseOf;
  readonly #expand: (run: string) => string;
  readonly #pieces: Piece[] = [];
  /** By number of the piece: the number of its word after a single blank, where it is one word and nothing else; -1 for any other. */
  readonly #plain: number[] = [];
  /** In the first free slot from that of a run's hash on: the number of its piece plus one. 0 is a free slot. */
  #slots = new Int32Array(1_024);
  #numbers = new Int32Array(64);

  /** @param expand what a run stands for, where that is other words */
  constructor(baseOf: BaseOf, expand: (run: string) => string = (run) => run) {
    this.#baseOf = baseOf;
    this.#expand = expand;
  }

  /** The words of a text. */
  split(text: string): Word[] {
    const count = this.read(text);
    const words: Word[] = [];
    for (let i = 0; i < count; i++) words.push(this.words[this.#numbers[i]!]!);
    return words;
  }

  /** The number of a word of the text that was read last. */
  number(at: number): number {
    return this.#numbers[at]!;
  }

  /** Reads a text, and gives how many words it has. */
  read(text: string): number {
    let count = 0;
    let gap = '';
    let hash = FIRST;
    for (let from = 0, at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : BLANK;
      if (code !== BLANK) {
        hash = Math.imul(hash ^ code, FACTOR);
        continue;
      }
      const id = this.#pieceAt(text, from, at, hash);
      if (count + 1 >= this.#numbers.length) this.#makeRoom();
      const plain = this.#plain[id]!;
      if (plain >= 0 && from > 0 && gap === '') this.#numbers[count++] = plain;
      else {
        if (from > 0) gap += ' ';
        const { first, others, rest } = this.#pieces[id]!;
        if (first) {
          this.#numbers[count++] = this.#firstAfter(gap, this.#pieces[id]!, first);
          for (let i = 0; i < others.length; i++) {
            if (count + 1 >= this.#numbers.length) this.#makeRoom();
            this.#numbers[count++] = others[i]!;
          }
          gap = rest;
        } else gap += rest;
      }
      from = at + 1;
      hash = FIRST;
    }
    return count;
  }

  #makeRoom(): void {
    const larger = new Int32Array(2 * this.#numbers.length);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }

  /** The number of the piece that stands in a text. */
  #pieceAt(text: string, from: number, to: number, hash: number): number {
    const last = this.#slots.length - 1;
    let slot = mixed(hash) & last;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & last) {
      const id = this.#slots[slot]! - 1;
      const { run } = this.#pieces[id]!;
      if (run.length === to - from && text.startsWith(run, from)) return id;
    }
    return this.#add(text.slice(from, to), slot);
  }

  #add(run: string, slot: number): number {
    const { words, rest } = splitPiece(this.#expand(run), this.#baseOf);
    const [first, ...others] = words;
    const piece: Piece = {
      run,
      first,
      others: others.map((word) => this.#numberOf(word)),
      rest,
    };
    const id = this.#pieces.push(piece) - 1;
    const alone = first !== undefined && others.length === 0 && rest === '' && first.gap === '';
    this.#plain.push(alone ? this.#numberOf({ ...first, gap: ' ' }) : -1);
    this.#slots[slot] = id + 1;
    if (2 * this.#pieces.length > this.#slots.length) this.#grow();
    return id;
  }

  #firstAfter(gap: string, piece: Piece, first: Word): number {
    piece.firsts ??= new Map();
    let number = piece.firsts.get(gap);
    if (number === undefined) piece.firsts.set(gap, (number = this.#numberOf({ ...first, gap: gap + first.gap })));
    return number;
  }

  #numberOf(word: Word): number {
    return this.words.push(word) - 1;
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const last = this.#slots.length - 1;
    this.#pieces.forEach(({ run }, id) => {
      let hash = FIRST;
      for (let i = 0; i < run.length; i++) hash = Math.imul(hash ^ run.charCodeAt(i), FACTOR);
      let slot = mixed(hash) & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = id + 1;
    });
  }
}

/** Low bits that hang on all of a hash. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}
