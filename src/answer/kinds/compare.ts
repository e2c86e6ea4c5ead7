/** "how do the two accounts differ?", "A versus B": the facts of both sides, side by side, with what can be computed from them. */
import type { Candidate } from '../../matching/index.ts';
import { commonCount } from '../common-count.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { sayNumbers, sayReckoned } from '../wording.ts';

/** Gates that one side of a comparison fails because the other side is named too. */
export const OF_THE_OTHER_SIDE: ReadonlySet<string> = new Set([
  'name',
  'date',
  'finer-date',
  'number',
  'role',
  'speaker',
  'document',
  'opposite',
  'contrast',
]);

/** Of all that is asked, at least this share must be explained by the two sides together. */
const ENOUGH = 0.7;

export const compare: Kind = (task) => {
  if (task.question.asked.form !== 'compare') return undefined;
  const named = sidesNamed(task);
  if (named) return isCounted(task, named) ? sideBySide(task, named) : undefined;
  const pool = [...task.matches.clean, ...task.matches.barred]
    .filter((c) => c.conflicts.every((k) => OF_THE_OTHER_SIDE.has(k.kind)))
    .sort((a, b) => b.score - a.score);
  const first = pool[0];
  if (!first) return undefined;
  const second = pool
    .slice(1, 40)
    .filter((c) => isOtherSide(first, c))
    .map((c) => ({ c, worth: adds(first, c) }))
    .sort((a, b) => b.worth - a.worth || b.c.score - a.c.score)[0]?.c;
  if (!second || shareExplained(task, [first, second]) < ENOUGH) return undefined;
  return isCounted(task, [first, second]) ? sideBySide(task, [first, second]) : undefined;
};

/** Whether both sides count the same, where the question holds numbers against each other. */
function isCounted(task: Task, [a, b]: readonly [Candidate, Candidate]): boolean {
  return !task.question.compares || task.matches.followsUp || commonCount(task, a.profile, b.profile) !== undefined;
}

/** The two sides that the question's grammar sets against each other, each taken as a question of its own. */
function sidesNamed(task: Task): [Candidate, Candidate] | undefined {
  for (const { relation, first, second } of task.question.sides) {
    if (relation !== 'compare' || first === null) continue;
    const [a, b] = [task.sideOf(first), task.sideOf(second)];
    if (a && b && a.profile !== b.profile) return [a, b];
  }
  return undefined;
}

function isOtherSide(a: Candidate, b: Candidate): boolean {
  return (
    a.profile.fact.of !== b.profile.fact.of ||
    (a.profile.fact.speaker !== undefined && a.profile.fact.speaker !== b.profile.fact.speaker)
  );
}

/** How much of the question the second side explains that the first does not, together with its own score. */
function adds(first: Candidate, second: Candidate): number {
  const gained = second.evidence.explained.reduce(
    (sum, e, i) => sum + e.weight * Math.max(0, e.strength - first.evidence.explained[i]!.strength),
    0,
  );
  const freed = first.conflicts.filter(
    (k) => !second.conflicts.some((o) => o.kind === k.kind && o.failed === k.failed),
  ).length;
  return second.score + 2 * gained + 2 * freed;
}

function shareExplained(task: Task, sides: readonly Candidate[]): number {
  const spans = task.matches.weighed.spans;
  const total = spans.reduce((sum, s) => sum + s.weight, 0);
  const met = spans.reduce(
    (sum, s, i) => sum + s.weight * Math.max(...sides.map((c) => c.evidence.explained[i]?.strength ?? 0)),
    0,
  );
  return total > 0 ? met / total : 0;
}

/** The facts of both sides, each on its own line with its day, after what their numbers say when numbers are asked for. */
export function sideBySide(task: Task, sides: readonly Candidate[]): Composition {
  const { composer } = task;
  const lines = sides.flatMap(({ profile }) => {
    const says = composer.says(profile.fact, 'line');
    const dated = composer.dated(profile.fact, says.text);
    return dated ? [says, dated] : [says];
  });
  const [x, y] = asksNumber(task) ? (commonCount(task, sides[0]!.profile, sides[1]!.profile) ?? []) : [];
  const operation = task.question.reckons?.operation;
  const verdict = !x || !y ? [] : [composer.remark(operation ? sayReckoned(operation, x, y, false) : sayNumbers(x, y))];
  return { clauses: [...verdict, ...lines], facts: sides.map((c) => c.profile) };
}

/** Whether the numbers of the sides are asked for. */
export function asksNumber({ question }: Task): boolean {
  return (
    question.reckons !== null ||
    // Of two things that are compared, those of two dates count the same.
    (question.compares && (question.asked.form !== 'compare' || question.dates.length > 1)) ||
    question.asked.wants.includes('number') ||
    question.spans.some((s) => s.meanings.includes('a:number'))
  );
}
