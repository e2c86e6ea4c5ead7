/** Questions that have an answer: slots of events, lists, days, what came first, follow-ups. */
import type { Random } from '../../scripts/adversary/random.ts';
import { sayDay } from '../store/generate.ts';
import { constraintsOf, fill, valuesOf } from './fill.ts';
import type { BenchQuestion } from './question.ts';
import type { Truth } from './truth.ts';

/** Draws one question by chance; undefined when this draw gives none. */
export type Draw = () => BenchQuestion | undefined;

/** More events than this fit a question that does not ask for a list: it is too vague to have one right answer. */
const VAGUE = 3;

/** "when did Lena Orlan meet Tomas Verd?": a slot of an event, by what else is true of it. */
export function drawSlot(truth: Truth, random: Random): Draw {
  return () => {
    const one = random.pick(truth.made.events)!;
    const template = random.pick(one.spec.questions)!;
    const values = valuesOf(one);
    const fitting = truth.matching({ spec: one.spec, ...constraintsOf(template.text, values) });
    if (fitting.length > VAGUE) return undefined;
    return {
      group: 'clean',
      sort: template.asks,
      text: fill(template.text, values),
      gold: fitting.map((e) => e.fact.id),
    };
  };
}

/** "list the explosions in Port Varn": every event of a kind in a place. */
export function drawList(truth: Truth, random: Random): Draw {
  return () => {
    const one = random.pick(truth.made.events)!;
    const all = truth.byAlias.get(`${one.spec.kind} ${one.place.id}`)!;
    if (all.length < 2) return undefined;
    const [noun, place] = [one.spec.noun, one.place.name];
    const text = random.pick([`list the ${noun}s in ${place}`, `give me a timeline of the ${noun}s in ${place}`])!;
    return { group: 'clean', sort: 'list', text, gold: all.map((e) => e.fact.id) };
  };
}

/** "what happened on 3 March 2011?": everything of a day. */
export function drawDay(truth: Truth, random: Random): Draw {
  return () => {
    const { day } = random.pick(truth.made.events)!;
    const all = truth.matching({ day });
    const gold = all.flatMap((e) => [e.fact.id, ...e.statements.map((s) => s.fact.id)]);
    return { group: 'clean', sort: 'day', text: `what happened on ${sayDay(day)}?`, gold };
  };
}

/** "which came first, the Varn summit or the Orlo explosion?": two events that their names tell apart. */
export function drawOrder(truth: Truth, random: Random): Draw {
  const named = [...truth.byAlias.values()].filter((list) => list.length === 1).map(([one]) => one!);
  return () => {
    const [x, y] = [random.pick(named), random.pick(named)];
    if (!x || !y || x.day === y.day) return undefined;
    const [first, second] = [x, y].map((e) => `the ${e.place.name} ${e.spec.noun}`);
    const gold = (x.day < y.day ? x : y).fact.id;
    return { group: 'clean', sort: 'order', text: `which came first, ${first} or ${second}?`, gold: [gold] };
  };
}

/** "when did … meet …?" and then "and where?": the same event, another slot. */
export function drawFollowUp(truth: Truth, random: Random): Draw {
  return () => {
    const one = random.pick(truth.made.events)!;
    const opening = random.pick(one.spec.questions.filter((q) => q.asks === 'when'));
    if (!opening) return undefined;
    const values = valuesOf(one);
    const fitting = truth.matching({ spec: one.spec, ...constraintsOf(opening.text, values) });
    if (fitting.length > 1) return undefined;
    const text = random.pick(['and where?', 'where was that?', 'where did it happen?'])!;
    return {
      group: 'clean',
      sort: 'follow-up',
      text,
      context: [fill(opening.text, values)],
      gold: [one.fact.id, ...one.statements.map((s) => s.fact.id)],
    };
  };
}
