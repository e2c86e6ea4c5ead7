/** Events as numbers, while facts are read: the facts of an event stand together, so that the last one is kept. */
import type { DatedEvent } from '../facts/index.ts';
import type { Understander } from '../question/index.ts';
import type { KeyTableBuilder } from './key-table.ts';
import type { EntityNumbers, KnownEntities } from './known-entities.ts';
import type { TextNumbers } from './text-numbers.ts';

/** What an event brings to each fact of it. */
export interface EventNumbers {
  /** Keys of the event and of its kind. */
  readonly itself: readonly number[];
  /** Keys of the events of the same day, and of the words of its name. */
  readonly beside: readonly number[];
  /** Who and where it was. */
  readonly around: readonly EntityNumbers[];
}

/** Gives the numbers of an event of the store. */
export type EventsOf = (event: DatedEvent) => EventNumbers;

/** Looks events up for the table that grows. */
export function createEvents(
  understander: Understander,
  keys: KeyTableBuilder,
  texts: TextNumbers,
  entities: KnownEntities,
): EventsOf {
  const read = (event: DatedEvent): EventNumbers => {
    const itself = [keys.add(`v:${event.id}`), keys.add(`k:${event.kind}`)];
    const beside = (event.same_day_as ?? []).map((other) => keys.add(`v:${other}`));
    beside.push(...texts.wordKeysOf(understander.own(event.name)));
    const around: EntityNumbers[] = [];
    for (const values of [event.where, event.participants])
      for (const { entity } of values ?? []) {
        const known = entity && entities.of(entity);
        if (known) around.push(known);
      }
    return { itself, beside, around };
  };
  let last: { readonly event: DatedEvent; readonly numbers: EventNumbers } | undefined;
  return (event) => {
    if (last?.event !== event) last = { event, numbers: read(event) };
    return last.numbers;
  };
}
