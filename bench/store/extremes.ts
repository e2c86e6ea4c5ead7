/** Stores that no curator would write on purpose: what a wrong import or a bad day can make of one. */
import type { DatedEvent, Entity, Store, StoredFact } from '../../src/facts/index.ts';
import { makeStore } from './generate.ts';

/** A store that is bad in one way, with the questions that hit it there. */
export interface Extreme {
  readonly name: string;
  readonly store: Store;
  readonly questions: readonly string[];
}

/** One alias that `count` entities have. */
export function sharedAlias(base: Store, count: number): Extreme {
  const made = makeStore(base, { events: count, seed: 11 });
  const more = new Map(made.store.entities);
  for (let i = 0; i < count; i++)
    more.set(`double-${i}`, {
      id: `double-${i}`,
      kind: 'person',
      name: `Doublet Namesake ${i}`,
      aliases: ['Quorvexi'],
    });
  const facts = made.store.facts.map((f, i): StoredFact => {
    const says = `Quorvexi number ${i} spoke of it. ${f.says}`;
    return { ...f, says, who: [{ entity: `double-${i % count}`, as: 'Quorvexi' }] };
  });
  return {
    name: `one alias on ${count} entities`,
    store: { ...made.store, entities: more, facts },
    questions: [
      'who is Quorvexi?',
      'what did Quorvexi say?',
      'when did Quorvexi sign the agreement?',
      'Quorvexi',
      'Quorvxei?',
    ],
  };
}

/** One event in which `count` people took part. */
export function crowdedEvent(base: Store, count: number): Extreme {
  const made = makeStore(base, { events: Math.max(count, 1_000), seed: 12 });
  const people = [...made.store.entities.values()].slice(0, count);
  const crowd: Entity[] = Array.from({ length: Math.max(0, count - people.length) }, (_, i) => ({
    id: `crowd-${i}`,
    kind: 'person',
    name: `Crowdling ${i}`,
  }));
  const all = [...people, ...crowd];
  const [id, first] = [...made.store.events][0]!;
  const event: DatedEvent = {
    ...first,
    participants: all.map((e) => ({ entity: e.id, role: 'took part' })),
    aliases: ['Grand Assembly'],
    name: 'the Grand Assembly',
  };
  const facts = made.store.facts.map((f): StoredFact => {
    if (f.of !== id) return f;
    const says = `The Grand Assembly drew ${count} people on ${first.when!.as}.`;
    const number = [{ number: count, unit: 'people', as: `${count} people` }];
    const who = all.map((e) => ({ entity: e.id, as: e.name }));
    return { ...f, says, who, number, frames: ['attend, meet'], asked_as: ['who took part in the Grand Assembly'] };
  });
  const entities = new Map([...made.store.entities, ...crowd.map((e) => [e.id, e] as const)]);
  return {
    name: `one event with ${count} participants`,
    store: { ...made.store, entities, facts, events: new Map([...made.store.events, [id, event]]) },
    questions: [
      'who took part in the Grand Assembly?',
      'how many people were at the Grand Assembly?',
      'list everybody at the Grand Assembly',
      `did ${all[3]!.name} take part in the Grand Assembly?`,
      'when was the Grand Assembly?',
    ],
  };
}

/** `count` events on one day. */
export function oneDay(base: Store, count: number): Extreme {
  const made = makeStore(base, { events: count, seed: 13, day: '2011-03-03' });
  const place = made.events[0]!.place.name;
  return {
    name: `${count} events on one day`,
    store: made.store,
    questions: [
      'what happened on 3 March 2011?',
      'what happened?',
      'list all explosions on 3 March 2011',
      'give me a timeline of the summits',
      `what happened in ${place} on 3 March 2011?`,
      'what happened the day before?',
      'how many explosions were there on 3 March 2011?',
    ],
  };
}

/** Questions that match everything, in an ordinary store of `count` events. */
export function everything(base: Store, count: number): Extreme {
  const made = makeStore(base, { events: count, seed: 14 });
  return {
    name: `"what happened?" over ${count} events`,
    store: made.store,
    questions: [
      'what happened?',
      'list everything',
      'who said what?',
      'give me a timeline of all events',
      'what happened since 1994?',
      'list all summits, signings, visits, walkouts, explosions and trials',
      'who met whom?',
      'what happened before 2024?',
    ],
  };
}

/** The extremes by a name that a command can give. */
export const EXTREMES = { alias: sharedAlias, crowd: crowdedEvent, day: oneDay, everything } as const;
