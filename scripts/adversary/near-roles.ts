/** Near-misses of who and whom: another actor, another patient, the two reversed, another speaker. */
import type { StoredFact } from '../../src/facts/index.ts';
import type { Case, Drawer } from './case.ts';
import { typed } from './from-annotations.ts';
import { drawCleft } from './from-events.ts';
import { statementsOf } from './from-statements.ts';
import { type Mention, replaceMention } from './names.ts';
import { nearMiss, neverActs, neverReversed, neverSuffers, readable } from './near-miss.ts';
import type { Random } from './random.ts';
import { framesOf, type World } from './world.ts';

const nameOf = (world: World, id: string, random: Random) => world.names.another(id, '', false, random)!;

/** Another entity of the same kind. */
function alike(world: World, id: string, random: Random): string | undefined {
  const { kind } = world.store.entities.get(id)!;
  return random.pick([...world.store.entities.values()].filter((e) => e.kind === kind && !world.isKin(e.id, id)))?.id;
}

/** Whether a question is about one thing even with one of its names changed: it has another name, or names an event. */
function isSpecific(world: World, asked: string): boolean {
  const phrases = world.events.flatMap((e) => e.aliases ?? []).filter((a) => a.includes(' '));
  return (
    world.names.mentionsIn(asked).length >= 2 || phrases.some((a) => asked.toLowerCase().includes(a.toLowerCase()))
  );
}

/** A way to ask of any fact, with one of the names in it; gold are all facts that carry it. */
function drawNamed(
  world: World,
  random: Random,
): { asked: string; gold: readonly StoredFact[]; mention: Mention } | undefined {
  const fact = random.pick(world.facts)!;
  if (world.store.documents.has(fact.of)) return undefined;
  const asked = random.pick(fact.asked_as ?? []);
  const mention = asked && random.pick(world.names.mentionsIn(asked));
  return asked && mention && isSpecific(world, asked) ? { asked, gold: world.holders(asked), mention } : undefined;
}

/** Says the name of another entity where one stood; adjectives for adjectives. */
function substitute(world: World, asked: string, mention: Mention, id: string, random: Random): string | undefined {
  const name = world.names.another(id, '', mention.adjective, random);
  return name && replaceMention(asked, mention, name);
}

/** "when did Japan sign the roadmap", "was it Biden that announced the patrols": nobody of that name did. */
export function drawWrongActor(world: World, random: Random): Drawer {
  const cleft = drawCleft(world, random);
  const reasons = ['false-premise', 'no-such-event', 'not-recorded'] as const;
  return (): Case | undefined => {
    if (random.chance(0.3)) {
      const one = cleft();
      const other = one && alike(world, one.is, random);
      const facts = one ? world.facts.filter((f) => one.facts.includes(f.id)) : [];
      if (!one || !other || !neverActs(world, facts, other)) return undefined;
      return nearMiss(
        'actor',
        typed(`was it ${nameOf(world, other, random)} that ${one.rest}`, random),
        facts,
        reasons,
        `${one.is} → ${other}`,
      );
    }
    const drawn = drawNamed(world, random);
    if (!drawn?.gold.every((f) => world.agents(f).has(drawn.mention.entity))) return undefined;
    const other = alike(world, drawn.mention.entity, random);
    if (!other || !neverActs(world, drawn.gold, other)) return undefined;
    const text = substitute(world, drawn.asked, drawn.mention, other, random);
    return text
      ? nearMiss('actor', typed(text, random), drawn.gold, reasons, `${drawn.mention.entity} → ${other}`)
      : undefined;
  };
}

/** "who criticised Ukraine": nobody is recorded to have. */
export function drawWrongPatient(world: World, random: Random): Drawer {
  return () => {
    const drawn = drawNamed(world, random);
    const id = drawn?.mention.entity;
    if (!drawn || !id || !drawn.gold.every((f) => world.patients(f).has(id) && !world.agents(f).has(id)))
      return undefined;
    const other = alike(world, id, random);
    if (!other || !neverSuffers(world, drawn.gold, other)) return undefined;
    const text = substitute(world, drawn.asked, drawn.mention, other, random);
    return text
      ? nearMiss(
          'patient',
          typed(text, random),
          drawn.gold,
          ['false-premise', 'no-such-event', 'not-recorded'],
          `${id} → ${other}`,
        )
      : undefined;
  };
}

/** "did the US condemn China": it was the other way round. */
export function drawReversed(world: World, random: Random): Drawer {
  return () => {
    const drawn = drawNamed(world, random);
    if (!drawn) return undefined;
    const { asked, gold } = drawn;
    const all = world.names.mentionsIn(asked).filter((m) => !m.adjective);
    const agent = all.find((m) => gold.every((f) => world.agents(f).has(m.entity) && !world.patients(f).has(m.entity)));
    const patient = all.find((m) =>
      gold.every((f) => world.patients(f).has(m.entity) && !world.agents(f).has(m.entity)),
    );
    // Only a deed can be turned round: whoever is somebody's counterpart has a counterpart.
    const isDeed = (f: StoredFact) =>
      framesOf(f).some((x) => x.agents.includes(agent!.entity) && x.patients.includes(patient!.entity));
    if (
      !agent ||
      !patient ||
      !gold.every(isDeed) ||
      all.length !== 2 ||
      !neverReversed(world, gold, patient.entity, agent.entity)
    )
      return undefined;
    const names = [nameOf(world, agent.entity, random), nameOf(world, patient.entity, random)] as const;
    const [first, second] = agent.start < patient.start ? [agent, patient] : [patient, agent];
    const swapped = first === agent ? [names[1], names[0]] : [names[0], names[1]];
    const text = replaceMention(replaceMention(asked, second, swapped[1]!), first, swapped[0]!);
    return nearMiss(
      'reversed',
      typed(text, random),
      gold,
      // "what did the West say of NAME": nothing of the kind is recorded, is as true an answer as that it was the other way round.
      ['false-premise', 'no-such-event', 'not-recorded'],
      `${agent.entity} ⇄ ${patient.entity}`,
    );
  };
}

const contentOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);

/** "did Lavrov say that China will uphold true multilateralism": no statement of that speaker shares half of its words. */
export function drawWrongSpeaker(world: World, random: Random): Drawer {
  const statements = statementsOf(world);
  const speaking = [...world.store.entities.values()].filter((e) => e.kind === 'person' || e.kind === 'country');
  return () => {
    const statement = random.pick(statements);
    const other = random.pick(speaking);
    if (!statement || !other || [...world.agents(statement.fact)].some((a) => world.isKin(a, other.id)))
      return undefined;
    const words = contentOf(statement.clause);
    const theirs = world.facts.filter((f) => [...world.agents(f)].some((a) => world.isKin(a, other.id)));
    if (theirs.some((f) => [...contentOf(readable(f))].filter((w) => words.has(w)).length * 2 >= words.size))
      return undefined;
    const name = nameOf(world, other.id, random);
    const text = random.pick([
      `did ${name} say that ${statement.clause}`,
      `when did ${name} say that ${statement.clause}`,
      `is it true that ${name} said ${statement.clause}`,
    ])!;
    return nearMiss(
      'speaker',
      typed(text, random),
      [statement.fact],
      ['not-recorded', 'false-premise', 'no-such-event'],
      `${statement.speaker} → ${other.id}`,
    );
  };
}

/** "what did Modi say": nothing of his is recorded. */
export function drawSilent(world: World, random: Random): Drawer {
  const silent = [...world.store.entities.values()].filter(
    (e) =>
      e.kind === 'person' &&
      !world.facts.some((f) => f.speaker === e.id || [...world.agents(f)].some((a) => a === e.id && f.stance)),
  );
  return () => {
    const person = random.pick(silent);
    const fact = person && random.pick(world.facts.filter((f) => world.occurs(f).has(person.id)));
    if (!person || !fact) return undefined;
    const name = nameOf(world, person.id, random);
    const text = random.pick([
      `what did ${name} say`,
      `what did ${name} say to reporters`,
      `what were the words of ${name}`,
    ])!;
    return nearMiss(
      'silent person',
      typed(text, random),
      [fact],
      ['not-recorded', 'false-premise'],
      `asked what ${person.id} said`,
    );
  };
}
