/** "who protested in May, and who raised alarms in November?": several questions in one, each answered for itself. */

import type { Entity } from '../../facts/index.ts';
import { onlyWith, type Profile } from '../../matching/index.ts';
import type { Part } from '../../question/index.ts';
import type { Clause } from '../answer.ts';
import type { Answered, Composition, Kind, Task } from '../task.ts';
import { CLOSEST, sayUnanswered } from '../wording.ts';
import { namedIn, officeOf, ofWhom } from './pronouns.ts';
import { single } from './single.ts';

/** More parts than this are an essay, not a question. */
const MOST = 4;

/** A later part that says less than this leans on the one before. */
const LEAST = 2;

/** A part that an earlier part's fact answers too is explained by it to at least this share. */
const EXPLAINED = 0.5;

/** A fact that explains this share of a part that nothing answers is worth telling beside its refusal. */
const NEAR = 0.6;

interface Half {
  readonly text: string;
  readonly found: Answered | undefined;
  /** Whose office the part asks for, where no fact is about it. */
  readonly office?: Entity | undefined;
}

/** All parts, each answered; where one is not, and the fact nearest to the whole does not say it either, that is said. */
export const halves: Kind = (task) => {
  const parts = withWhole(task, answersOf(task));
  if (parts.length < 2) return undefined;
  if (parts.every((p) => p.found)) return compose(task, parts);
  const near = task.sure && parts.some((p) => p.found?.best.profile === task.sure!.profile);
  return near || parts.every((p) => p.found ?? p.office) ? inPart(task, parts) : undefined;
};

/** A part that is not answered alone may be by the fact that is nearest to the whole. */
function withWhole({ sure, saidOf }: Task, parts: readonly Half[]): Half[] {
  return parts.map((p) => (p.found || !sure ? p : { ...p, found: saidOf(p.text, sure.profile) }));
}

/** "Friday patrol: date & place": the list says what kind of answer is wanted, whatever its nouns are. */
export const listed: Kind = (task) => (task.question.parts[0]?.shares === 'topic' ? halves(task) : undefined);

/** The parts that can be answered, and by name those that cannot; for questions of which no other kind makes anything. */
export const partly: Kind = (task) => {
  const parts = answersOf(task);
  return parts.length > 1 && parts.some((p) => p.found) ? inPart(task, parts) : undefined;
};

function inPart(task: Task, parts: readonly Half[]): Composition {
  const { clauses, facts } = compose(
    task,
    parts.filter((p) => p.found),
  );
  const said = clauses.map((c) => c.text).join(' ');
  const open = parts.filter((p) => !p.found && !p.office);
  const offices = parts.flatMap(({ office }) =>
    office && !office.offices?.some((o) => said.includes(o.title))
      ? [task.composer.cited(`${office.name} is ${office.gist!}`, office.evidence ?? [], 'context')]
      : [],
  );
  const answered = new Set(facts);
  const refused = open.flatMap(({ text }) => {
    const near = nearestTo(task, text, facts[0]!).find((profile) => !answered.has(profile));
    if (near) answered.add(near);
    return [
      task.composer.remark(sayUnanswered(text)),
      ...(near ? [task.composer.remark(CLOSEST), task.composer.says(near.fact, 'line')] : []),
    ];
  });
  return { clauses: [...clauses, ...offices, ...refused], facts };
}

/** The facts that are nearest to a part that nothing answers, asked after what answers another. */
function nearestTo({ nearTo }: Task, text: string, after: Profile): readonly Profile[] {
  return nearTo(text, after)
    .filter((c) => c.evidence.coverage >= NEAR)
    .map((c) => c.profile);
}

/** The parts of a question as they were answered when they were first asked for. */
const known = new WeakMap<Task, Half[]>();

function answersOf(task: Task): Half[] {
  const answers = known.get(task) ?? answerAll(task);
  known.set(task, answers);
  return answers;
}

/** Each part as a question of its own; a later one may lean on the answer before it. */
function answerAll(task: Task): Half[] {
  const { parts } = task.question;
  if (parts.length < 2 || parts.length > MOST) return [];
  const answers: Half[] = [];
  for (const part of parts) {
    const before = answers.findLast((a) => a.found)?.found;
    const found = ofNobody(task, part, answers) ? undefined : first(waysToAsk(task, part, before, answers.length > 0));
    const again = answers.some((a) => a.found?.best.profile === found?.best.profile);
    const office = !found && before ? officeOf(task, part, before) : undefined;
    answers.push({ text: part.text, found: found && again && !isSaid(found) ? undefined : found, office });
  }
  // "where and when was it": of what nothing is known, where is not known either.
  return answers.map((a, n) =>
    parts[n]!.shares === 'next' && !answers[n + 1]!.found ? { ...a, found: undefined } : a,
  );
}

/** "which admiral denied it, and in what words?": what only asks on, of what nobody who was asked for is known to have done, has no answer. */
function ofNobody({ understood }: Task, part: Part, answers: readonly Half[]): boolean {
  const before = answers.at(-1);
  if (!part.asksOn || !before || before.found) return false;
  const { asked, content } = understood(before.text).question;
  return asked.wants.includes('person') && content.length >= LEAST;
}

/** The ways in which a part can be taken, the surest first: with the words it shares, as a follow-up, by whom it means, alone. */
function* waysToAsk(
  task: Task,
  part: Part,
  before: Answered | undefined,
  later: boolean,
): Generator<Answered | undefined> {
  for (const text of part.whole) yield task.answerTo(text);
  const named = before && namedIn(task, part, before);
  if (named) yield task.answerTo(named);
  const after = before && task.answerTo(part.text, before.best.profile);
  if (part.whole.length === 0 || after?.best.link) yield after;
  const of = before && ofWhom(task, part, before);
  if (of) yield task.answerTo(of);
  // Without what it leaves to another, a part asks something else.
  if (part.whole.length > 0) return;
  const alone = task.answerTo(part.text);
  // "what did he say?" after a part that nothing answers leans on nothing.
  if (!later || !(alone?.question.refersBack || (alone?.question.content.length ?? 0) < LEAST)) yield alone;
}

function first(ways: Iterable<Answered | undefined>): Answered | undefined {
  for (const found of ways) if (found) return found;
  return undefined;
}

/** Whether the fact says what the part asks, beside what an earlier part asked. */
function isSaid({ best: { evidence } }: Answered): boolean {
  return evidence.fits !== false && evidence.coverage >= EXPLAINED;
}

/** The answers, one beneath the other; what the same fact answers is said once. */
function compose(task: Task, parts: readonly Half[]): Composition {
  const founds = parts.flatMap(({ found }) => found ?? []);
  const facts = [...new Set(founds.map((f) => f.best.profile))];
  const answers = facts.map((profile) => {
    const [main, ...others] = founds.filter((f) => f.best.profile === profile);
    const answer = single(
      { ...task, question: main!.question, matches: onlyWith(task.matches, main!.best) },
      main!.best,
    );
    const leads = others.flatMap((f) => task.composer.lead(profile.fact, f.question) ?? []);
    return { ...answer, clauses: withLeads(answer.clauses, leads) };
  });
  const several = answers.length > 1;
  return {
    clauses: answers.flatMap((a) =>
      a.clauses.map((c, i) => (i === 0 && several ? { ...c, role: 'line' as const } : c)),
    ),
    facts: answers.flatMap((a) => a.facts),
  };
}

/** Further values of a fact stand after its first, each once. */
function withLeads(clauses: readonly Clause[], leads: readonly Clause[]): Clause[] {
  const more = leads.filter((l, i) => ![...clauses, ...leads.slice(0, i)].some((c) => c.text === l.text));
  return [...clauses.slice(0, 1), ...more.map((c) => ({ ...c, role: 'context' as const })), ...clauses.slice(1)];
}
