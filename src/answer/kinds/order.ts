/** "which came first, the signing or the patrol?", "oldest first: A, B and C": things on the calendar, in order of time. */
import { type Interval, overlaps } from '../../facts/index.ts';
import type { Profile } from '../../matching/index.ts';
import { dayOf } from '../day-of.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { tellsOrder, toldOrder, toldPlace } from '../told-order.ts';
import { sayFirst, sayInterval, sayUnanswered } from '../wording.ts';

/** A fact that tells how the two things lie to each other must explain at least this share of the question. */
const LIKELY = 0.5;

export const order: Kind = (task) => {
  const { question } = task;
  const choices = question.asked.form === 'order' ? question.sides.filter((s) => s.relation === 'or') : [];
  const lists = [
    ...question.items,
    ...choices.flatMap(({ first, second }) => (first === null ? [] : [[first, second]])),
  ];
  let partly: Composition | undefined;
  for (const items of lists) {
    const alone = items.map((item) => task.sideOf(item, { dated: true })?.profile);
    // What names several things alone is of the document that the others are of.
    const [document, ...others] = new Set(alone.flatMap((p) => p?.fact.document ?? []));
    const found = alone.map((p, i) =>
      p || !document || others.length > 0 ? p : task.sideOf(items[i]!, { dated: true, document })?.profile,
    );
    const facts = found.flatMap((p) => p ?? []);
    if (new Set(facts.map((p) => p.fact.of)).size < facts.length || facts.length < 2) continue;
    const missing = items.filter((_, i) => !found[i]);
    if (missing.length === 0) return inOrder(task, facts, items);
    if (missing.length === 1) partly ??= inOrder(task, facts, [], missing);
  }
  return partly;
};

/**
 * The facts in order of time, after what the order leaves open; of two, which of them it was.
 * @param items what each fact is of, as the question says it; empty where some are missing
 */
function inOrder(
  task: Task,
  facts: readonly Profile[],
  items: readonly string[],
  missing: readonly string[] = [],
): Composition {
  const { composer, question, store } = task;
  const days = new Map(facts.map((p) => [p, dayOf(store, p)!] as const));
  const told =
    facts.length === 2 && sameDay(days.get(facts[0]!)!, days.get(facts[1]!)!) ? toldOf(task, items) : undefined;
  const sorted = facts.filter((p) => p !== told).sort((a, b) => byDay(days.get(a)!, days.get(b)!));
  const open = sorted.slice(1).flatMap((p, i) => openOrder(days.get(sorted[i]!)!, days.get(p)!) ?? []);
  if (question.latestFirst) sorted.reverse();
  const clauses = sorted.flatMap((p) => composer.datedLine(p.fact));
  const chosen = items.length === 2 && open.length === 0 && !told ? items[facts.indexOf(sorted[0]!)] : undefined;
  const first = told
    ? [composer.says(told.fact, 'lead')]
    : chosen === undefined
      ? [composer.remark(question.latestFirst ? 'Latest first:' : 'Earliest first:')]
      : [{ ...composer.says(sorted[0]!.fact, 'lead'), text: sayFirst(chosen, question.latestFirst) }];
  return {
    clauses: [
      ...missing.map((item) => composer.remark(sayUnanswered(item))),
      ...(told ? [] : [...new Set(open)].map(composer.remark)),
      ...first,
      ...clauses,
    ],
    facts: told ? [told, ...sorted] : sorted,
  };
}

/** The fact that tells of two things of one day which of them came first. */
function toldOf(task: Task, [first, second]: readonly string[]): Profile | undefined {
  const tells = (p: Profile) =>
    first !== undefined &&
    second !== undefined &&
    tellsOrder(task.store, p) &&
    toldPlace(task, p, first, second) !== undefined;
  return toldOrder(task) ?? task.matches.clean.find((c) => c.evidence.coverage >= LIKELY && tells(c.profile))?.profile;
}

function byDay(x: Interval, y: Interval): number {
  return x.from < y.from ? -1 : x.from > y.from ? 1 : x.to < y.to ? -1 : x.to > y.to ? 1 : 0;
}

const sameDay = (x: Interval, y: Interval) => x.from === y.from && x.to === y.to;

/** What the calendar does not tell of two neighbours, as a sentence. */
function openOrder(x: Interval, y: Interval): string | undefined {
  if (!overlaps(x, y)) return undefined;
  if (sameDay(x, y)) return `Both on ${sayInterval(x)}: the days do not tell which came first.`;
  return `The documents date them no closer than ${sayInterval(x)} and ${sayInterval(y)}, which does not tell which came first.`;
}
