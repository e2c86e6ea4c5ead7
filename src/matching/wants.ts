/** The kinds of questions that a fact can answer, by the values in its slots. */
import { type SLOTS, type Store, type StoredFact, slotValues } from '../facts/index.ts';
import { bitOf, maskOf } from './codes.ts';

/** By kind of entity, the bit of what it is. */
const BIT_OF_KIND: Readonly<Record<string, number>> = {
  person: bitOf('person'),
  country: bitOf('country'),
  organisation: bitOf('organisation'),
  agency: bitOf('agency'),
  group: bitOf('organisation'),
  place: bitOf('place'),
  vessel: bitOf('vessel'),
  exercise: bitOf('thing'),
  publication: bitOf('agency'),
};

/** Whoever is not known by a record can be any of these. */
const ANYBODY = maskOf(['person', 'country', 'organisation']);
const THING = bitOf('thing');

/** The slots, and what each gives whatever stands in it. */
const SLOTS_WANTED: readonly (readonly [slot: (typeof SLOTS)[number], bit: number])[] = [
  ['who', 0],
  ['whom', 0],
  ['where', bitOf('place')],
  ['when', bitOf('date')],
  ['number', bitOf('number')],
  ['reason', bitOf('reason')],
  ['manner', bitOf('manner')],
  ['agency', bitOf('agency')],
  ['thing', 0],
];

/** The bits of the kinds of values that a fact has to give, beside what happened. */
export function wantsOf(store: Store, fact: StoredFact): number {
  let wants = THING;
  for (const [slot, bit] of SLOTS_WANTED)
    for (const { entity } of slotValues(store, fact, slot)) {
      const kind = entity && store.entities.get(entity)?.kind;
      wants |= bit;
      if (kind) wants |= BIT_OF_KIND[kind]!;
      else if (slot === 'who' || slot === 'whom') wants |= ANYBODY;
    }
  if (fact.speaker) wants |= BIT_OF_KIND[store.entities.get(fact.speaker)!.kind]!;
  return wants;
}
