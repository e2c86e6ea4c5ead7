/** Facts in the order in which they answer a question. What speaks against one is found out when somebody looks so far down. */
import type { Evidence, Weighed } from './evidence.ts';
import type { Conflict } from './gates/index.ts';
import type { Profile } from './profile.ts';

/** A fact that may answer. */
export interface Candidate {
  readonly profile: Profile;
  readonly evidence: Evidence;
  /** What speaks against it. */
  readonly conflicts: readonly Conflict[];
  /** How strongly it belongs to the thread (0–3). */
  readonly link: number;
  /** A curator noted the question, in its very words, as a way to ask for it. */
  readonly taught: boolean;
  /** Evidence and link together, before conflicts. */
  readonly score: number;
}

/** A list that is made as far as somebody looks. */
export interface Lazy<T> extends Iterable<T> {
  readonly first: T | undefined;
  /** @param enough where the search ends without a find; what is known to come later need not be looked at */
  readonly find: (test: (one: T) => boolean, enough?: (one: T) => boolean) => T | undefined;
  /** All that pass a test, which comes before what is dearer to find out. */
  readonly where: (test: (one: T) => boolean) => readonly T[];
  readonly some: (test: (one: T) => boolean) => boolean;
  /** All of it. */
  readonly all: readonly T[];
}

/** A list in the order in which it is made. */
export interface LazyInOrder<T> extends Lazy<T> {
  /** Those that come before the first that is enough; what comes later need not be looked at. */
  readonly before: (enough: (one: T) => boolean) => Iterable<T>;
}

/** All that matching found. */
export interface Matches {
  readonly weighed: Weighed;
  /** All, best first, whatever speaks against them. */
  readonly ranked: readonly Candidate[];
  /** Without a conflict, best first. */
  readonly clean: LazyInOrder<Candidate>;
  /** With conflicts, best first, those with fewer conflicts before equals. */
  readonly barred: Lazy<Candidate>;
  /** It is asked in the words of a way to ask that was noted for others. */
  readonly ofOthers: boolean;
  /** Whether the thread was needed. */
  readonly followsUp: boolean;
}

/** A fact whose conflicts are found out when they are asked for. */
export class Found implements Candidate {
  readonly profile: Profile;
  readonly evidence: Evidence;
  readonly link: number;
  readonly taught: boolean;
  readonly score: number;
  readonly #against: (found: Found) => readonly Conflict[];
  #conflicts: readonly Conflict[] | undefined;

  constructor(values: Omit<Candidate, 'conflicts'>, against: (found: Found) => readonly Conflict[]) {
    this.profile = values.profile;
    this.evidence = values.evidence;
    this.link = values.link;
    this.taught = values.taught;
    this.score = values.score;
    this.#against = against;
  }

  get conflicts(): readonly Conflict[] {
    return (this.#conflicts ??= this.#against(this));
  }

  /** The same fact, with what its own conflicts give. */
  with(more: (own: readonly Conflict[]) => readonly Conflict[]): Found {
    return new Found(this, () => more(this.conflicts));
  }
}

/** The facts without a conflict. */
class Clean implements LazyInOrder<Candidate> {
  readonly #ranked: readonly Candidate[];
  readonly #found: Candidate[] = [];
  #next = 0;

  constructor(ranked: readonly Candidate[]) {
    this.#ranked = ranked;
  }

  #at(n: number): Candidate | undefined {
    while (this.#found.length <= n && this.#next < this.#ranked.length) {
      const one = this.#ranked[this.#next++]!;
      if (one.conflicts.length === 0) this.#found.push(one);
    }
    return this.#found[n];
  }

  get first(): Candidate | undefined {
    return this.#at(0);
  }

  find(test: (one: Candidate) => boolean, enough?: (one: Candidate) => boolean): Candidate | undefined {
    for (let n = 0; n < this.#found.length; n++) if (test(this.#found[n]!)) return this.#found[n];
    // Those that fail the test need not be held against the question.
    for (let i = this.#next; i < this.#ranked.length; i++) {
      const one = this.#ranked[i]!;
      if (enough?.(one)) return undefined;
      if (test(one) && one.conflicts.length === 0) return one;
    }
    return undefined;
  }

  where(test: (one: Candidate) => boolean): readonly Candidate[] {
    return this.#ranked.filter((one) => test(one) && one.conflicts.length === 0);
  }

  some(test: (one: Candidate) => boolean): boolean {
    return this.find(test) !== undefined;
  }

  get all(): readonly Candidate[] {
    this.#at(Number.POSITIVE_INFINITY);
    return this.#found;
  }

  [Symbol.iterator](): Iterator<Candidate> {
    return this.all[Symbol.iterator]();
  }

  *before(enough: (one: Candidate) => boolean): Iterable<Candidate> {
    for (const one of this.#ranked) {
      if (enough(one)) return;
      if (one.conflicts.length === 0) yield one;
    }
  }
}

/** The facts with conflicts. */
class Barred implements Lazy<Candidate> {
  readonly #ranked: readonly Candidate[];
  #first: Candidate | undefined;
  #isFirstKnown = false;
  #all: readonly Candidate[] | undefined;

  constructor(ranked: readonly Candidate[]) {
    this.#ranked = ranked;
  }

  get first(): Candidate | undefined {
    if (!this.#isFirstKnown) {
      this.#first = this.#all ? this.#all[0] : this.#findFirst();
      this.#isFirstKnown = true;
    }
    return this.#first;
  }

  /** Conflicts only take away: whoever has a lower score than what the first is worth cannot be it. */
  #findFirst(): Candidate | undefined {
    let first: Candidate | undefined;
    for (const one of this.#ranked) {
      // Those that are taught stand before the others, whatever their score.
      if (first && !one.taught && one.score <= worth(first)) break;
      if (one.conflicts.length > 0 && (!first || worth(one) > worth(first))) first = one;
    }
    return first;
  }

  find(test: (one: Candidate) => boolean): Candidate | undefined {
    return this.#ranked.some(test) ? this.all.find(test) : undefined;
  }

  where(test: (one: Candidate) => boolean): readonly Candidate[] {
    return this.all.filter(test);
  }

  some(test: (one: Candidate) => boolean): boolean {
    return this.#ranked.some((one) => test(one) && one.conflicts.length > 0);
  }

  get all(): readonly Candidate[] {
    return (this.#all ??= this.#ranked
      .filter((c) => c.conflicts.length > 0)
      .sort((a, b) => worth(b) - worth(a) || byScore(a, b)));
  }
  [Symbol.iterator](): Iterator<Candidate> {
    return this.all[Symbol.iterator]();
  }
}

/** Lists that are made of candidates in their order. */
export function listsOf(ranked: readonly Candidate[]): Pick<Matches, 'ranked' | 'clean' | 'barred'> {
  return { ranked, clean: new Clean(ranked), barred: new Barred(ranked) };
}

/** What was found, as if one fact were all that nothing speaks against. */
export function onlyWith(matches: Matches, one: Candidate): Matches {
  return { ...matches, clean: new Clean([one]) };
}

function worth(c: Candidate): number {
  return c.score - 1.5 * (c.conflicts.length - 1);
}

/** The order of facts: what is taught first, then by score, then as the store has them. */
export function byScore(a: Candidate, b: Candidate): number {
  return Number(b.taught) - Number(a.taught) || b.score - a.score || a.profile.order - b.profile.order;
}
