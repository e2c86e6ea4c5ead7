/** The kinds of questions that a fact can answer, by the values in its slots. */
import { type SLOTS, type Store, type StoredFact, slotValues } from '../facts/index.ts';
import type { Wanted } from '../question/index.ts';

const WANTED_OF_KIND: Readonly<Record<string, Wanted>> = {
  person: 'person',
  country: 'country',
  organisation: 'organisation',
  agency: 'agency',
  group: 'organisation',
  place: 'place',
  vessel: 'vessel',
  exercise: 'thing',
  publication: 'agency',
};

/** The slots, and what each gives whatever stands in it. */
const SLOTS_WANTED: readonly (readonly [(typeof SLOTS)[number], Wanted | null])[] = [
  ['who', null],
  ['whom', null],
  ['where', 'place'],
  ['when', 'date'],
  ['number', 'number'],
  ['reason', 'reason'],
  ['manner', 'manner'],
  ['agency', 'agency'],
  ['thing', null],
];

/** The kinds of values that a fact has to give, beside what happened. */
export function wantsOf(store: Store, fact: StoredFact): Set<Wanted> {
  const wants = new Set<Wanted>(['thing']);
  for (const [slot, wanted] of SLOTS_WANTED)
    for (const value of slotValues(store, fact, slot)) {
      if (wanted) wants.add(wanted);
      const kind = value.entity && store.entities.get(value.entity)?.kind;
      if (kind) wants.add(WANTED_OF_KIND[kind]!);
      else if (slot === 'who' || slot === 'whom')
        for (const w of ['person', 'country', 'organisation'] as const) wants.add(w);
    }
  if (fact.speaker) wants.add(WANTED_OF_KIND[store.entities.get(fact.speaker)!.kind]!);
  return wants;
}
