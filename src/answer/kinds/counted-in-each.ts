/** "planes per side, the November patrol against the flight NAME described: the same?": how many took part in each of two events. */
import { slotValues } from '../../facts/index.ts';
import type { Span } from '../../lookup/index.ts';
import { keysOf, type Profile } from '../../matching/index.ts';
import { commonCount } from '../common-count.ts';
import type { Kind, Task } from '../task.ts';
import { type TwoEvents, twoEventsOf } from '../two-events.ts';
import { sayNumbers, sayReckoned } from '../wording.ts';

/** Of what the question says, at most this share may be true of neither event. */
const OPEN = 0.35;

/** Whoever asks for these has nothing counted. */
const ELSEWHERE: ReadonlySet<string> = new Set(['who', 'whom', 'when', 'why', 'order', 'timeline', 'list']);

export const countedInEach: Kind = (task) => {
  const { question, matches } = task;
  const holds = question.asked.form === 'compare' || question.compares || question.reckons?.operation === 'sum';
  if (!holds || question.attribution || question.reckons?.claimed || matches.followsUp || asksElse(task))
    return undefined;
  const counting = matches.ranked.filter((c) => c.profile.units.size > 0).map((c) => c.profile.of);
  for (const pair of twoEventsOf(task, counting)) {
    if (!isAllSaid(task, pair)) continue;
    const counted = countedOf(task, pair);
    if (counted) return composed(task, counted);
  }
  return undefined;
};

/** Whether the question, or a part of it, asks for no number. */
function asksElse({ question, understood }: Task): boolean {
  const parts = question.parts.length > 1 ? question.parts.map((p) => understood(p.text).question.asked.form) : [];
  return [question.asked.form, ...parts].some((form) => ELSEWHERE.has(form));
}

interface Counted {
  readonly facts: readonly [Profile, Profile];
  readonly counts: readonly [number, number];
}

/** The facts of both that count the same, of things that the question names. */
function countedOf(task: Task, { events: [a, b] }: TwoEvents): Counted | undefined {
  for (const one of a.facts)
    for (const two of b.facts) {
      if (!countsNamed(task, one) || !countsNamed(task, two)) continue;
      const counts = commonCount(task, one, two);
      if (counts) return { facts: [one, two], counts };
    }
  return undefined;
}

/** Whether a fact counts what the question names: "NAME's planes" are counted by country. */
function countsNamed({ question, store, understood }: Task, { units, fact }: Profile): boolean {
  const isThing = (s: Span) => !isAsking(s) && !s.meanings.some((m) => /^[ekpv]:/u.test(m));
  const things = question.content.filter((s) => isThing(s) && keysOf(s).some((k) => units.has(k)));
  const owners = question.names.filter((n) => things.some((s) => s.start === n.span.end)).flatMap((n) => n.entities);
  const values = slotValues(store, fact, 'number');
  const counted = values.flatMap((v) => understood(v.as ?? '').question.names);
  // Flights that are counted are not planes that are counted.
  const nouns = values.flatMap((v) => understood(v.unit ?? '').question.words.at(-1)?.base ?? []);
  const isDeed = (s: Span) => s.meanings.some((m) => /^[kv]:/u.test(m)) && nouns.includes(s.bases.at(-1)!);
  if (question.content.some(isDeed)) return false;
  return things.length > 0 && owners.every((id) => counted.some((n) => n.entities.includes(id)));
}

/** Words that ask for a number, or set numbers against each other. */
function isAsking({ meanings }: Span): boolean {
  return meanings.some((m) => m === 'l' || m === 'a:number' || m === 'p:differ' || m === 'a:country');
}

/** Whether all that matters of the question is true of one event or the other. */
function isAllSaid({ matches, question, store }: Task, { open }: TwoEvents): boolean {
  const { 'sets-against': against = [] } = store.vocabulary.grammar;
  if ([...question.dates, ...question.documents].some((p) => open.has(p))) return false;
  const { spans } = matches.weighed;
  const says = spans.filter((s) => !isAsking(s.span) && !against.includes(s.span.text.toLowerCase()));
  const left = says.filter((s) => open.has(s.span));
  if (left.some((s) => s.part === 'name' || s.span.meanings.some((m) => /^[vns]:/u.test(m)))) return false;
  const sum = (of: typeof spans) => of.reduce((n, s) => n + s.weight, 0);
  return sum(left) <= OPEN * sum(says);
}

function composed(task: Task, { facts, counts: [x, y] }: Counted) {
  const { composer, question } = task;
  const lines = facts.flatMap((profile) => {
    const says = composer.says(profile.fact, 'line');
    const dated = composer.dated(profile.fact, says.text);
    return dated ? [says, dated] : [says];
  });
  const operation = question.reckons?.operation;
  const verdict = composer.remark(operation ? sayReckoned(operation, x, y, false) : sayNumbers(x, y));
  return { clauses: [verdict, ...lines], facts };
}
