/** "take A and B off: who is left?", "who besides A signed it?": the values of a list without those that the question takes off it. */
import { SLOTS, type Value } from '../../facts/index.ts';
import { type Candidate, closure, featuresOf, onlyWith, probability } from '../../matching/index.ts';
import type { Wanted } from '../../question/index.ts';
import { sayValue } from '../compose.ts';
import type { Kind, Task } from '../task.ts';
import { listed, sentence } from '../wording.ts';
import { single } from './single.ts';

/** What stands in lists. */
const NAMES: ReadonlySet<Wanted> = new Set(['person', 'country', 'organisation', 'agency', 'place', 'vessel', 'thing']);

/** Of facts this close to the best, the one with a list that holds what is taken off is meant. */
const CLOSE = 2;

/** The nearest fact whose list holds none of them is this likely to be what is asked. */
const SURE = 0.8;

export const remainder: Kind = (task) => {
  const { question, store, index, composer, understood } = task;
  const { remainder: taken, asked } = question;
  if (!taken || asked.form === 'yes-no' || asked.form === 'how-many' || !asked.wants.every((w) => NAMES.has(w)))
    return undefined;
  const found = understood(taken.rest);
  const best = found.matches.clean.first;
  const p = best ? probability(featuresOf(found.matches, best), store.decision) : 0;
  if (!best || p < store.decision.threshold) return undefined;
  const out = new Set(taken.out.flatMap((s) => s.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2))));
  const lists = found.matches.clean.all
    .filter((c) => best.score - c.score < CLOSE)
    .flatMap((c) => listsOf(task, c, out));
  const isWanted = ({ entity }: Value) => asked.wants.some((w) => w === store.entities.get(entity ?? '')?.kind);
  const isOpen = asked.wants.length === 0 || asked.wants.includes('thing');
  const open = lists.filter(({ left }) => left.some((v) => isOpen || isWanted(v)));
  const list = open.find(({ left }) => left.every(isWanted)) ?? open[0];
  if (list) {
    const says = composer.says(list.of.profile.fact, 'context');
    const text = sentence(listed([...new Set(list.left.map((v) => sayValue(store, v)))]));
    const dated = composer.dated(list.of.profile.fact, says.text);
    const lead = { text, notes: says.notes, role: 'lead' as const };
    return { clauses: dated ? [lead, says, dated] : [lead, says], facts: [list.of.profile] };
  }
  // Those who are all there is leave nobody; what is taken off may stand in another fact of the same account.
  const beside = index.about(best.profile.fact.of).some((of) => [...out].some((id) => of.entities.has(id)));
  if (lists.length > 0 || task.sure || p < SURE || !beside) return undefined;
  return single({ ...task, question: found.question, matches: onlyWith(found.matches, best) }, best);
};

/** The lists of a fact that hold one of those who are taken off, and what is left of them. */
function listsOf({ store }: Task, of: Candidate, out: ReadonlySet<string>) {
  const isOut = (v: Value) => v.entity !== undefined && [...closure(store, [v.entity])].some((id) => out.has(id));
  return SLOTS.flatMap((slot) => {
    const values = of.profile.fact[slot] ?? [];
    return values.some(isOut) ? [{ of, left: values.filter((v) => !isOut(v)) }] : [];
  });
}
