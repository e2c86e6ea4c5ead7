/** What every near-miss shares: one slot of a question the store answers is changed into something that no fact holds. */
import type { ReasonKind } from '../../src/answer/index.ts';
import type { StoredFact } from '../../src/facts/index.ts';
import type { Case } from './case.ts';
import { framesOf, placesOf, type World } from './world.ts';

/** Makes a near-miss of a question about `facts`. */
export function nearMiss(
  sort: string,
  question: string,
  facts: readonly StoredFact[],
  reasons: readonly ReasonKind[],
  change: string,
): Case {
  return {
    group: 'near-miss',
    sort,
    question,
    facts: facts.map((f) => f.id),
    places: placesOf(facts),
    values: [],
    needsValue: false,
    placesSuffice: false,
    reasons,
    change,
  };
}

/** Classes of predicates that a fact's frames name. */
export function classesOf(fact: StoredFact): Set<string> {
  return new Set(framesOf(fact).flatMap((f) => f.classes));
}

/** Whether no fact of the story, and none with a like predicate, has `id` or its kin acting. */
export function neverActs(world: World, facts: readonly StoredFact[], id: string): boolean {
  const kin = (ids: ReadonlySet<string>) => [...ids].some((other) => world.isKin(id, other));
  const story = new Set(facts.flatMap((f) => world.story(f)));
  if ([...story].some((f) => kin(world.agents(f)) || kin(new Set(world.names.mentionsIn(f.says).map((m) => m.entity)))))
    return false;
  const classes = new Set(facts.flatMap((f) => framesOf(f)[0]?.classes.slice(0, 2) ?? []));
  return !world.facts.some((f) =>
    framesOf(f).some((x) => x.classes.some((c) => classes.has(c)) && x.agents.some((a) => world.isKin(id, a))),
  );
}

/** Whether no fact of the story holds `id`, and none with any of the same predicates has it or its kin acted upon. */
export function neverSuffers(world: World, facts: readonly StoredFact[], id: string): boolean {
  const kin = (ids: Iterable<string>) => [...ids].some((other) => world.isKin(id, other));
  if (facts.some((f) => world.story(f).some((g) => kin(world.occurs(g))))) return false;
  const classes = new Set(facts.flatMap((f) => [...classesOf(f)]));
  return !world.facts.some(
    (f) =>
      framesOf(f).some((x) => x.classes.some((c) => classes.has(c)) && kin(x.patients)) ||
      (kin(world.patients(f)) && [...classesOf(f)].some((c) => classes.has(c))),
  );
}

/** Whether no fact has `agent` do to `patient` what `facts` are about. */
export function neverReversed(world: World, facts: readonly StoredFact[], agent: string, patient: string): boolean {
  const classes = new Set(facts.flatMap((f) => [...classesOf(f)]));
  return !world.facts.some((f) =>
    framesOf(f).some(
      (x) =>
        x.classes.some((c) => classes.has(c)) &&
        x.agents.some((a) => world.isKin(agent, a)) &&
        (x.patients.length === 0 ? x.agents : x.patients).some((p) => world.isKin(patient, p)),
    ),
  );
}

/** Everything a reader can read of a fact, in lower case. */
export function readable(fact: StoredFact): string {
  return JSON.stringify([
    fact.says,
    fact.asked_as,
    fact.who,
    fact.whom,
    fact.where,
    fact.when,
    fact.thing,
    fact.reason,
    fact.manner,
  ]).toLowerCase();
}
