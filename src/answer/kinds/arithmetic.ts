/** "A plus B", "the bombers A counted minus those B counted": two numbers of different facts, and what is reckoned from them. */
import type { Profile } from '../../matching/index.ts';
import type { Clause } from '../answer.ts';
import { countOf } from '../common-count.ts';
import { dayOf } from '../day-of.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { NO, sayReckoned, YES } from '../wording.ts';

/** Whoever asks for names has nothing reckoned ("the members, minus the host"). */
const ELSEWHERE: ReadonlySet<string> = new Set(['list', 'who', 'whom', 'where', 'when']);

/** A side's fact explains at least this share of its words … */
const ENOUGH = 0.6;

/** … and is this near to the best. */
const NEAR = 3;

/** A number, and the fact that has it; none for one that the question gives. */
interface Term {
  readonly n: number;
  readonly about: boolean;
  readonly of: Profile | undefined;
}

export const arithmetic: Kind = (task) => {
  const { reckons, asked } = task.question;
  if (!reckons || ELSEWHERE.has(asked.form)) return undefined;
  // "did he add up …" claims nothing of which is more.
  if ((asked.form === 'yes-no') !== (reckons.claimed !== null)) return undefined;
  for (const [first, second] of reckons.sides) {
    const [a, b] = [termIn(task, first, second), termIn(task, second, first)];
    if (!a || !b || (a.of === undefined && b.of === undefined) || a.of === b.of) continue;
    const facts = [a.of, b.of].flatMap((p) => p ?? []);
    const lines = facts.flatMap((p) => {
      const says = task.composer.says(p.fact, 'line');
      const dated = task.composer.dated(p.fact, says.text);
      return dated ? [says, dated] : [says];
    });
    return { clauses: [...verdictOn(task, a, b), ...lines], facts };
  }
  return unsaid(task);
};

/** A claim that there is more of one than of the other, where the numbers are not known, is no claim of either alone. */
function unsaid({ question: { reckons }, matches }: Task): Composition | undefined {
  const { claimed } = reckons!;
  if (!claimed || matches.clean.first?.profile.words.has(claimed.base)) return undefined;
  const near = matches.ranked;
  return { clauses: [], facts: near.map((c) => c.profile), withholds: claimed.said };
}

/** What is reckoned; of a claim that there is more of one, whether it is so. */
function verdictOn({ question: { reckons, asked }, composer }: Task, a: Term, b: Term): Clause[] {
  const { operation } = reckons!;
  const said = composer.remark(sayReckoned(operation, a.n, b.n, a.about || b.about));
  if (asked.form !== 'yes-no') return [said];
  return [composer.remark((operation === 'fewer' ? a.n < b.n : a.n > b.n) ? YES : NO), said];
}

/** The number that a side gives, is a year of, or counts. */
function termIn(task: Task, text: string, other: string): Term | undefined {
  if (/^\d+$/u.test(text)) return { n: Number(text), about: false, of: undefined };
  const { question, matches } = task.understood(text);
  if (question.timeUnits.size > 0 && /^\d{4}$/u.test(other)) return yearIn(task, text);
  const best = matches.clean.first;
  for (const c of matches.clean) {
    const near = best!.score - c.score <= NEAR || c.profile.fact.of === best!.profile.fact.of;
    if (!near || c.evidence.coverage < ENOUGH) continue;
    const count = countOf(task, question, c.profile);
    if (count) return { ...count, of: c.profile };
  }
  return undefined;
}

/** "the year of the signing" */
function yearIn(task: Task, text: string): Term | undefined {
  const of = task.sideOf(text, { dated: true })?.profile;
  const day = of && dayOf(task.store, of);
  const [from, to] = [day?.from.slice(0, 4), day?.to.slice(0, 4)];
  return of && from !== undefined && from === to ? { n: Number(from), about: false, of } : undefined;
}
