/** "who is Shi Yi", "what is the Quad", "tell me about Tass": entities that the store describes. */
import type { Case, Drawer } from './case.ts';
import { answerable, typed } from './from-annotations.ts';
import { namesOf } from './names.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** Draws a question that asks what an entity is; supported by its own evidence, or by a fact about it. */
export function drawDefinition(world: World, random: Random): Drawer {
  const entities = [...world.store.entities.values()].filter((e) => e.gist && e.evidence?.length);
  return (): Case => {
    const entity = random.pick(entities)!;
    const name = random.pick(namesOf(entity))!;
    const who = entity.kind === 'person' ? 'who' : 'what';
    const text = random
      .pick([`${who} is {}`, `${who} is {}`, `tell me about {}`, `{}`, `${who}'s {}`])!
      .replace('{}', name);
    const one = answerable('define', typed(text, random), world.factsOf(entity.id));
    const places = entity.evidence!.map((e) => `${e.document} ${e.p}`);
    return { ...one, places: [...one.places, ...places], placesSuffice: true };
  };
}
