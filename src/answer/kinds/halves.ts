/** "who protested in May, and who raised alarms in November?": several questions in one, each answered for itself. */
import type { Composition, Kind, Task } from '../task.ts';
import { sayUnanswered } from '../wording.ts';
import { single } from './single.ts';

/** More parts than this are an essay, not a question. */
const MOST = 3;

/** A later part that says less than this leans on the one before. */
const LEAST = 2;

interface Part {
  readonly text: string;
  readonly found: ReturnType<Task['answerTo']>;
}

/** All parts, each answered; undefined when one is not, or two are the same. */
export const halves: Kind = (task) => {
  const parts = answersOf(task);
  const distinct = new Set(parts.map((p) => p.found?.best.profile));
  return parts.length > 1 && !distinct.has(undefined) && distinct.size === parts.length
    ? compose(task, parts)
    : undefined;
};

/** The parts that can be answered, and by name those that cannot; for questions of which no other kind makes anything. */
export const partly: Kind = (task) => {
  const parts = answersOf(task);
  const answered = parts.filter((p) => p.found);
  if (parts.length < 2 || answered.length === 0) return undefined;
  const { clauses, facts } = compose(task, answered);
  const open = parts.filter((p) => !p.found).map((p) => task.composer.remark(sayUnanswered(p.text)));
  return { clauses: [...open, ...clauses], facts };
};

/** Each part as a question of its own; a later one may lean on the answer before it. */
function answersOf(task: Task): Part[] {
  const { parts } = task.question;
  if (parts.length < 2 || parts.length > MOST) return [];
  const answers: Part[] = [];
  for (const text of parts) {
    const before = answers.findLast((a) => a.found)?.found?.best.profile;
    const alone = task.answerTo(text);
    // "what did he say?" after a part that nothing answers leans on nothing.
    const leans = answers.length > 0 && (alone?.question.refersBack || (alone?.question.content.length ?? 0) < LEAST);
    answers.push({ text, found: (before && task.answerTo(text, before)) ?? (leans ? undefined : alone) });
  }
  return answers;
}

function compose(task: Task, parts: readonly Part[]): Composition {
  const answers = parts.flatMap(({ found }) =>
    found
      ? [single({ ...task, question: found.question, matches: { ...task.matches, clean: [found.best] } }, found.best)]
      : [],
  );
  const several = answers.length > 1;
  return {
    clauses: answers.flatMap((a) =>
      a.clauses.map((c, i) => (i === 0 && several ? { ...c, role: 'line' as const } : c)),
    ),
    facts: answers.flatMap((a) => a.facts),
  };
}
