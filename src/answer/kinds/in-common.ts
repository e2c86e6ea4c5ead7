/** "which sea is common to the drill, the patrol of November and that of May?": a value that several events have, each with the fact that gives it. */
import { overlaps, type SlotName, slotValues } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
import type { Wanted } from '../../question/index.ts';
import type { Kind, Task } from '../task.ts';
import { sayCommon } from '../wording.ts';

/** The slots whose values can be common to events, and what asks for them. */
const SLOTS: readonly (readonly [SlotName, readonly Wanted[]])[] = [
  ['who', ['person', 'country', 'organisation']],
  ['where', ['place']],
];

/** More events than this are not held against each other. */
const MOST = 6;

/** Of an event that is told at length, the first facts are looked at. */
const LOOKED_AT = 200;

export const inCommon: Kind = (task) => {
  const { question, composer, store, index } = task;
  if (!question.inCommon || question.asked.form === 'yes-no') return undefined;
  const slot = slotAsked(task);
  const named = slot ? eventsNamed(task) : [];
  if (!slot || named.length < 2 || named.length > MOST) return undefined;
  const given = named.map((events) => valuesOf(task, events, slot));
  const common = [...given[0]!.keys()].filter((value) => given.every((of) => of.has(value)));
  if (common.length === 0) {
    if (named.some((events) => events.length > 1)) return undefined;
    const facts = named.flat().flatMap((id) => index.about(id).slice(0, 1));
    return { clauses: [], facts, withholds: question.asked.noun ?? question.text };
  }
  const facts = given.map((of) => of.get(common[0]!)!);
  const lines = facts.map(({ fact }) => composer.says(fact, 'line'));
  const names = common.map((id) => store.entities.get(id)?.name ?? id);
  const said = { text: sayCommon(names, named.length), notes: [...new Set(lines.flatMap((l) => l.notes))] };
  return { clauses: [{ ...said, role: 'lead' }, ...lines], facts };
};

/** The slot that is asked for: by what is wanted, or by the noun before a bare "which?" at the end. */
function slotAsked({ question }: Task): SlotName | undefined {
  const { wants } = question.asked;
  const nouns = question.content.flatMap((s) => s.meanings.flatMap((m) => (m.startsWith('a:') ? [m.slice(2)] : [])));
  const asked: readonly string[] = wants.every((w) => w === 'thing') ? nouns : wants;
  return SLOTS.find(([, kinds]) => kinds.some((w) => asked.includes(w)))?.[0];
}

/** The events that the question names, by their names or by their kind and a day; several where one mention can mean each of them. */
function eventsNamed({ question, index }: Task): readonly (readonly string[])[] {
  const named = (prefix: string) =>
    question.content.map((s) => s.meanings.flatMap((m) => (m.startsWith(prefix) ? [m.slice(2)] : [])));
  const alone = [...new Set(named('v:').flatMap((ids) => (ids.length === 1 ? ids : [])))];
  const kinds = new Set(named('k:').flat());
  const told = kinds.size === 0 ? [] : index.events({ kinds, named: new Set(), dates: [], rows: undefined });
  const dated = question.dates.map(({ interval, orInterval, anyYear }) => {
    const period = interval ?? orInterval;
    return told.filter(
      (e) =>
        kinds.has(e.kind) &&
        (period ? overlaps(period, e.days) : anyYear !== undefined && anyYear.slice(0, 2) === e.days.from.slice(5, 7)),
    );
  });
  const others = dated.map((events) => events.map((e) => e.id)).filter((ids) => !ids.some((id) => alone.includes(id)));
  return [...alone.map((id) => [id]), ...others.filter((ids) => ids.length > 0)];
}

/** What the facts of the events give in a slot, each with the first fact that gives it. */
function valuesOf({ index, store }: Task, events: readonly string[], slot: SlotName): ReadonlyMap<string, Profile> {
  const values = new Map<string, Profile>();
  for (const event of events)
    for (const profile of index.about(event).slice(0, LOOKED_AT))
      for (const { entity } of slotValues(store, profile.fact, slot))
        if (entity && !values.has(entity)) values.set(entity, profile);
  return values;
}
