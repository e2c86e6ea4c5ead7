/** The words by which dates are told, from the classes of the grammar. */
import { type Store, wordClass } from '../facts/index.ts';

/** A unit of the calendar. */
export type Unit = 'day' | 'week' | 'month' | 'year';

/** The words of a language that stand in dates. */
export interface DateWords {
  readonly genitive: ReadonlySet<string>;
  readonly article: ReadonlySet<string>;
  readonly beforeYear: ReadonlySet<string>;
  /** Names of months and weekdays that are words of their own, and the words before one that say that it is meant. */
  readonly doubtfulMonth: ReadonlySet<string>;
  readonly beforeMonth: ReadonlySet<string>;
  readonly doubtfulWeekday: ReadonlySet<string>;
  readonly beforeWeekday: ReadonlySet<string>;
  /** Of these, those that mean no weekday without a capital. */
  readonly capitalWeekday: ReadonlySet<string>;
  readonly ago: ReadonlySet<string>;
  /** Days from today ("tomorrow": 1), steps of a unit from now ("last": -1), and the units. */
  readonly days: ReadonlyMap<string, number>;
  readonly steps: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  /** The units of which one is stepped to ("last month"; "the last months" are no one month). */
  readonly periods: ReadonlyMap<string, Exclude<Unit, 'day'>>;
}

/** Collects the words of a store's language. */
export function dateWordsOf(store: Store): DateWords {
  const words = (name: string) => wordClass(store, name);
  const valued = <T>(...classes: readonly (readonly [name: string, value: T])[]) =>
    new Map(classes.flatMap(([name, value]) => [...words(name)].map((word) => [word, value] as const)));
  return {
    genitive: words('genitive'),
    article: words('article'),
    beforeYear: words('before-year'),
    doubtfulMonth: words('month-or-word'),
    beforeMonth: words('before-month'),
    doubtfulWeekday: words('weekday-or-word'),
    beforeWeekday: words('before-weekday'),
    capitalWeekday: words('weekday-in-capitals'),
    ago: words('ago'),
    days: valued(['yesterday', -1], ['today', 0], ['tomorrow', 1]),
    steps: valued(['last-one', -1], ['this-one', 0], ['next-one', 1]),
    units: valued<Unit>(['unit-day', 'day'], ['unit-week', 'week'], ['unit-month', 'month'], ['unit-year', 'year']),
    periods: valued<Exclude<Unit, 'day'>>(['one-week', 'week'], ['one-month', 'month'], ['one-year', 'year']),
  };
}
