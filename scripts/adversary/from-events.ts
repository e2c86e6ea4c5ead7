/** Questions from the slots of events and of their facts: when, where, who, how many, yes/no, by day and by anchor. */
import { format, parseISO } from 'date-fns';
import type { Case, Drawer } from './case.ts';
import { answerable, typed } from './from-annotations.ts';
import type { Random } from './random.ts';
import { textsOf, type World } from './world.ts';

const DATED =
  /\d|day\b|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|\blast\b|\bnext\b/iu;

/** Whether the event consists of what somebody said: nobody "took part" in it, and it did not "take place". */
export function isSpoken(world: World, event: World['events'][number]): boolean {
  const facts = world.factsOf(event.id);
  return facts.filter((f) => f.speaker).length * 2 >= facts.length;
}

/** An alias of an event that does not give its date away. */
export function drawAlias(world: World, random: Random) {
  const event = random.pick(world.events);
  const alias = random.pick((event?.aliases ?? []).filter((a) => !DATED.test(a)));
  if (!event || !alias) return undefined;
  const meant = world.meant(alias);
  const article = /^(?:the\b|\p{L}+(?: \p{L}+)?['’]s\b)/iu.test(alias) ? '' : 'the ';
  return { event, alias, phrase: `${article}${alias}`, meant: meant.length > 0 ? meant : [event] };
}

const WHEN = ['when was {}', 'when did {} take place'];
/** Only of an event whose day the store knows. */
const ON_WHICH_DAY = ['on what date was {}', 'what was the date of {}', 'on which day did {} happen'];
const WHERE = ['where was {}', 'where did {} take place', 'in what place was {}', '{}: where'];
const WHO = ['who took part in {}', 'who was involved in {}', 'who were the participants of {}'];
const SPOKEN = ['when was {}'];
const SPOKEN_ON_WHICH_DAY = ['what was the date of {}', 'on what day was {}'];

/** Whether the store knows the day of the event, and not only its month or year. */
export function hasDay(world: World, event: World['events'][number]): boolean {
  const days = world.daysOf(event);
  return days !== undefined && days.from === days.to;
}

/** The ways to ask when the events were; for their day only where it is known. */
function whenOf(world: World, events: World['events']): readonly string[] {
  const dated = events.every((e) => hasDay(world, e));
  if (events.some((e) => isSpoken(world, e))) return dated ? [...SPOKEN, ...SPOKEN_ON_WHICH_DAY] : SPOKEN;
  return dated ? [...WHEN, ...ON_WHICH_DAY] : WHEN;
}

/** "when was the roadmap signing", "where did the Tokyo summit take place", "who took part in …". */
export function drawSlot(world: World, random: Random): Drawer {
  return () => {
    const drawn = drawAlias(world, random);
    if (!drawn) return undefined;
    const { meant, phrase } = drawn;
    const facts = meant.flatMap((e) => world.factsOf(e.id));
    const [sort, templates, values] = random.pick([
      ['when', whenOf(world, meant), meant.flatMap((e) => (e.when ? textsOf(world.store, e.when) : []))],
      ['where', WHERE, meant.flatMap((e) => (e.where ?? []).flatMap((v) => textsOf(world.store, v)))],
      ['who', WHO, meant.flatMap((e) => (e.participants ?? []).flatMap((v) => textsOf(world.store, v)))],
    ] as const)!;
    if (values.length === 0 || facts.length === 0) return undefined;
    // Of several that may be meant, one without a date may be the one, and then there is no answer.
    if (sort === 'when' && meant.some((e) => !e.when)) return undefined;
    if (sort !== 'when' && meant.some((e) => isSpoken(world, e))) return undefined;
    // "Tokyo summit: where": the name of the event gives the answer away, and still must be answered.
    return answerable(
      `${sort}, of an event`,
      typed(random.pick(templates)!.replace('{}', phrase), random),
      facts,
      values,
      true,
    );
  };
}

/** "what happened on 24 May 2022", "what happened on the day of the Quad summit", "… the day before the patrols". */
export function drawDated(world: World, random: Random): Drawer {
  const dayOf = (at: string, by: number) =>
    new Date(Date.parse(`${at}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
  return () => {
    const drawn = drawAlias(world, random);
    const days = drawn && world.daysOf(drawn.event);
    if (!drawn || !days || days.from !== days.to || drawn.meant.length !== 1) return undefined;
    const [sort, text, by] = random.pick([
      [
        'on a date',
        `what happened on ${format(parseISO(days.from), random.pick(['d MMMM yyyy', 'MMMM d, yyyy', 'yyyy-MM-dd'])!)}`,
        0,
      ],
      ['on the day of an event', `what else happened on the day of ${drawn.phrase}`, 0],
      ['on the day of an event', `what happened the day before ${drawn.phrase}`, -1],
      ['on the day of an event', `what happened one day after ${drawn.phrase}`, 1],
    ] as const)!;
    const day = dayOf(days.from, by);
    const others = world.events.filter((e) => {
      const d = world.daysOf(e);
      return d && d.from === day && d.to === day && (sort === 'on a date' || e !== drawn.event);
    });
    const facts = others.flatMap((e) => world.factsOf(e.id));
    return facts.length > 0 ? answerable(sort, typed(text, random), facts) : undefined;
  };
}

/** "was it China that signed the roadmap": from "who signed the roadmap" and who it was. */
export function drawCleft(world: World, random: Random): Drawer<Case & { rest: string; is: string }> {
  return () => {
    const fact = random.pick(world.facts)!;
    const asked = random.pick(
      (fact.asked_as ?? []).filter(
        (a) => /^who (?!did|do|does|was|is|were|are|else|has|have|had|will)\w/u.test(a) && !/ whom?\b| not\b/u.test(a),
      ),
    );
    const value = random.pick((fact.who ?? []).filter((v) => v.entity));
    if (!asked || !value?.entity) return undefined;
    if (fact.speaker && !fact.who!.some((v) => v.entity === fact.speaker)) return undefined;
    const rest = asked.slice(4);
    if (world.names.mentionsIn(rest).some((m) => world.isKin(m.entity, value.entity!))) return undefined;
    const name = world.names.another(value.entity, '', false, random)!;
    const kind = world.store.entities.get(value.entity)!.kind;
    const article = /^(?:Quad|Sea|US Navy|East|West)/u.test(name) ? 'the ' : '';
    const text = `was it ${article}${name} ${kind === 'person' ? 'who' : 'that'} ${rest}`;
    return { ...answerable('yes/no, who', typed(text, random), world.holders(asked)), rest, is: value.entity };
  };
}

/** "is it true that four leaders attended the summit": from "how many leaders attended" and how many it was. */
export function drawCount(world: World, random: Random): Drawer<Case & { rest: string; of: string }> {
  return () => {
    const fact = random.pick(world.facts.filter((f) => f.number?.length === 1 && f.number[0]!.number !== undefined))!;
    const asked = random.pick(
      (fact?.asked_as ?? []).filter(
        (a) =>
          /^how many (?!.*\b(?:did|do|does|should|would|will|can|could|must|there|been)\b)/u.test(a) &&
          /\b(?:were|was|are|took|flew|made|make|came|met|\p{L}{3,}ed)\b/u.test(a) &&
          !/^how many (?:times|years|days|months)/u.test(a),
      ),
    );
    if (!asked) return undefined;
    const rest = asked.slice('how many '.length);
    const text = `is it true that ${fact.number![0]!.number} ${rest}`;
    return { ...answerable('yes/no, number', typed(text, random), world.holders(asked)), rest, of: fact.id };
  };
}
