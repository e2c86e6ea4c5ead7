/** Who and where: countries, places, people, bodies and ships of a generated store, with thousands of near-identical names. */
import type { Random } from '../../scripts/adversary/random.ts';
import type { Entity } from '../../src/facts/index.ts';
import type { NameMaker } from './names.ts';

/** The parts an entity can play in an event. */
export type Part = 'person' | 'country' | 'organisation' | 'vessel' | 'place';

/** All entities of a store, by part. */
export type Cast = Readonly<Record<Part, readonly Entity[]>>;

/** How many entities of each part a store of this many events has: the square root, as names recur the more, the more is told. */
export function castSize(events: number): Readonly<Record<Part, number>> {
  const root = Math.sqrt(events);
  return {
    person: Math.round(1_000 + 16 * root),
    place: Math.round(700 + 10 * root),
    organisation: Math.round(200 + 4 * root),
    vessel: Math.round(60 + 2 * root),
    country: 90,
  };
}

const FIRST_NAMES = 160;
/** Share of names that are made one letter away from another. */
const ALIKE = 0.6;
const PREFIXES = ['', '', '', '', 'Port ', 'North ', 'South ', 'Upper ', 'Lower '];
const BODIES = ['Shipping', 'Steelworks', 'Rail', 'Textiles', 'Mining', 'Ferries', 'Energy', 'Telecom'];

/** Makes the cast of a store. */
export function createCast(events: number, names: NameMaker, random: Random): Cast {
  const size = castSize(events);
  const words = (count: number, syllables: number): string[] => {
    const made: string[] = [];
    const originals: string[] = [];
    while (made.length < count) {
      // Made from the first of a family only, so that names stay pronounceable.
      const near = random.chance(ALIKE) && random.pick(originals);
      const alike = near ? names.alike(near) : undefined;
      if (!alike) originals.push(names.fresh(syllables));
      made.push(alike ?? originals.at(-1)!);
    }
    return made;
  };
  const unique = (count: number, draw: () => string): string[] => {
    const made = new Set<string>();
    while (made.size < count) made.add(draw());
    return [...made];
  };
  const countries = words(size.country, 3).map(
    (name, i): Entity => ({
      id: `country-${i}`,
      kind: 'country',
      name,
      adjectives: [`${name}ian`],
    }),
  );
  const of = () => [countries[random.below(countries.length)]!.id];
  const stems = words(Math.ceil(size.place / 2), 2);
  const places = unique(size.place, () => random.pick(PREFIXES)! + random.pick(stems)!).map(
    (name, i): Entity => ({
      id: `place-${i}`,
      kind: 'place',
      name,
      of: of(),
    }),
  );
  const first = words(FIRST_NAMES, 2);
  const last = words(Math.ceil(size.person / 3), 2);
  const people = unique(size.person, () => `${random.pick(first)!} ${random.pick(last)!}`).map(
    (name, i): Entity => ({
      id: `person-${i}`,
      kind: 'person',
      name,
      of: of(),
    }),
  );
  const houses = words(Math.ceil(size.organisation / 3), 2);
  const bodies = unique(size.organisation, () => `${random.pick(houses)!} ${random.pick(BODIES)!}`).map(
    (name, i): Entity => ({ id: `body-${i}`, kind: 'organisation', name, of: of() }),
  );
  const vessels = words(size.vessel, 3).map(
    (name, i): Entity => ({
      id: `vessel-${i}`,
      kind: 'vessel',
      name,
      of: of(),
    }),
  );
  return { person: people, country: countries, organisation: bodies, vessel: vessels, place: places };
}
