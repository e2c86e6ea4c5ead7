/** Questions with one slot changed into what is true of no event: to be refused, or corrected with "No.". */
import type { Random } from '../../scripts/adversary/random.ts';
import type { Entity } from '../../src/facts/index.ts';
import type { Cast } from '../store/cast.ts';
import { type MadeEvent, sayDay } from '../store/generate.ts';
import { STANCES } from '../store/statements.ts';
import { constraintsOf, fill, slotsIn, type Values, valuesOf } from './fill.ts';
import type { Draw } from './from-events.ts';
import type { Truth } from './truth.ts';

/** Another entity of the same part, half of the time one whose name shares a word or its first letters. */
function other(cast: Cast, entity: Entity, random: Random): Entity | undefined {
  const all = Object.values(cast).find((list) => list.some((e) => e.id === entity.id))!;
  const alike = random.chance(0.5)
    ? all.filter(
        (e) => e.name.split(' ').some((w) => entity.name.includes(w)) || e.name.startsWith(entity.name.slice(0, 4)),
      )
    : all;
  return random.pick(alike.filter((e) => e.name !== entity.name));
}

function changed(slot: keyof Values, values: Values, cast: Cast, random: Random): Values | undefined {
  const value = values[slot];
  if (slot === 'day') {
    const by = random.pick([-1, 1, 31, -366, 366, 3_653, -3_653])!;
    const day = new Date(Date.parse(values.day) + by * 86_400_000).toISOString().slice(0, 10);
    return { ...values, day };
  }
  if (typeof value !== 'object') return undefined;
  const found = other(cast, value, random);
  return found && { ...values, [slot]: found };
}

/** One name or the day of a true question is another, and no event of any kind agrees with all that is then asked. */
export function drawWrongSlot(truth: Truth, random: Random): Draw {
  return () => {
    const one = random.pick(truth.made.events)!;
    const template = random.pick(one.spec.questions)!;
    const slots = slotsIn(template.text).filter((s) => s === 'a' || s === 'b' || s === 'place' || s === 'day');
    const slot = random.pick(slots);
    const values = slot && changed(slot, valuesOf(one), truth.made.cast, random);
    if (!values || slots.length < 2) return undefined;
    const { thing: _, reason: __, number: ___, ...named } = constraintsOf(template.text, values);
    if (truth.matching(named).length > 0) return undefined;
    return {
      group: 'near-miss',
      sort: slot,
      text: fill(template.text, values),
      gold: factsOf(one),
      change: `${said(valuesOf(one), slot)} → ${said(values, slot)}`,
    };
  };
}

/** The question of one kind, asked with the names of an event of another: they met, and are asked when they signed. */
export function drawWrongKind(truth: Truth, random: Random): Draw {
  const specs = [...new Set(truth.made.events.map((e) => e.spec))];
  return () => {
    const one = random.pick(truth.made.events)!;
    const spec = random.pick(specs.filter((s) => s !== one.spec && s.a === one.spec.a && s.b === one.spec.b));
    const template = spec && random.pick(spec.questions.filter((q) => !/\{[tnr]\}/u.test(q.text)));
    if (!spec || !template) return undefined;
    const values = valuesOf(one);
    const constraints = constraintsOf(template.text, values);
    if (Object.keys(constraints).length < 2 || truth.matching({ spec, ...constraints }).length > 0) return undefined;
    const change = `${one.spec.kind} → ${spec.kind}`;
    return { group: 'near-miss', sort: 'kind', text: fill(template.text, values), gold: factsOf(one), change };
  };
}

/** Another speaker, or another stance, than the one recorded. */
export function drawWrongSpeaker(truth: Truth, random: Random): Draw {
  const quoted = truth.made.events.filter((e) => e.statements.length > 0);
  return () => {
    const one = random.pick(quoted)!;
    const statement = one.statements[0]!;
    const all = truth.byAlias.get(`${one.spec.kind} ${one.place.id}`)!.flatMap((e) => e.statements);
    const event = `the ${one.place.name} ${one.spec.noun}`;
    const gold = [statement.fact.id];
    if (random.chance(0.5)) {
      const speaker = other(truth.made.cast, statement.speaker, random);
      if (!speaker || all.some((s) => s.speaker.id === speaker.id)) return undefined;
      const text = random.pick([
        `what did ${speaker.name} say about ${event}?`,
        `did ${speaker.name} ${statement.spec.base} ${event}?`,
      ])!;
      return { group: 'near-miss', sort: 'speaker', text, gold, change: `${statement.speaker.name} → ${speaker.name}` };
    }
    const spec = random.pick(STANCES)!;
    if (all.some((s) => s.spec === spec)) return undefined;
    const text = random.pick([
      `who ${spec.past} ${event} of ${sayDay(one.day)}?`,
      `when did ${statement.speaker.name} ${spec.base} ${event}?`,
    ])!;
    return { group: 'near-miss', sort: 'stance', text, gold, change: `${statement.spec.stance} → ${spec.stance}` };
  };
}

const NEVER = ['altitude', 'top speed', 'insurance cost', 'dress code', 'exchange rate'];

/** An attribute that no fact of the store gives. */
export function drawNever(truth: Truth, random: Random): Draw {
  return () => {
    const one = random.pick(truth.made.events)!;
    const attribute = random.pick(NEVER)!;
    const text = `what was the ${attribute} at the ${one.place.name} ${one.spec.noun}?`;
    return { group: 'near-miss', sort: 'never recorded', text, gold: factsOf(one), change: attribute };
  };
}

function factsOf(one: MadeEvent): string[] {
  return [one.fact.id, ...one.statements.map((s) => s.fact.id)];
}

function said(values: Values, slot: keyof Values): string {
  const value = values[slot];
  return typeof value === 'object' ? value.name : String(value);
}
