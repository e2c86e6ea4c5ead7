/** "was it the first drill they ever held there?", "had they drilled there already?": facts that say it was done before, or count it. */
import { wordClass } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import { type Candidate, type Conflict, keysOf, type Profile } from '../../matching/index.ts';
import type { Question } from '../../question/index.ts';
import type { Kind, Task } from '../task.ts';
import { YES } from '../wording.ts';
import { contradicted } from './single.ts';

/** The fact explains at least this share of what is called new. */
const ENOUGH = 0.55;

/** … and lies no further than this behind the fact that is nearest to it. */
const BEHIND = 4;

/** A way to ask for it this near says that a word of no table is only another word for what it says. */
const SAME_ASK = 0.4;

/** Gates that what is called new may fail: its day, and words that only place it. */
const OF_SCENE: ReadonlySet<string> = new Set(['date', 'finer-date', 'predicate']);

export const novelty: Kind = (task) => {
  const { question, store, understood } = task;
  if (question.novelty === null) return undefined;
  const { of, called } = question.novelty;
  // "was NAME the first": who was, not what was done.
  const isPerson = (id: string) => store.entities.get(id)?.kind === 'person';
  if (question.subjects.some((n) => n.entities.some(isPerson))) return undefined;
  const phrases = wordClass(store, 'not-new');
  const deniesNew = ({ fact }: Profile) => fact.excludes?.some((e) => phrases.has(e)) ?? false;
  const { question: asked, matches } = understood(of);
  const [best] = [...matches.clean, ...matches.barred]
    .filter(
      (c) =>
        deniesNew(c.profile) &&
        c.conflicts.every((k) => OF_SCENE.has(k.kind) || isEvent(asked, k)) &&
        c.evidence.coverage >= ENOUGH &&
        c.score + c.link > (matches.clean.first?.score ?? 0) - BEHIND &&
        isAbout(task, asked, c),
    )
    .sort((a, b) => b.score - a.score);
  if (!best) return undefined;
  if (called === 'new') return contradicted(task, best);
  const { composer } = task;
  const verdict = called === 'old' ? [composer.remark(YES)] : [];
  return { clauses: [...verdict, composer.says(best.profile.fact, 'lead')], facts: [best.profile] };
};

/** "joint drills": an event that bears the name of its kind is not one that the claim turns on. */
function isEvent({ content }: Question, { kind, failed }: Conflict): boolean {
  return kind === 'name' && content.some((s) => s.text === failed && means(s, 'v:') && !means(s, 'e:'));
}

/** Whether the fact holds what is called new: all of its names, and every word but what it is told with, and one of its event's. */
function isAbout(task: Task, asked: Question, { evidence, profile }: Candidate): boolean {
  const open = evidence.explained.filter((e) => e.strength < 0.5).map((e) => e.span);
  const rest = open.filter((s) => !isBeside(task, asked, s, profile));
  const [span, ...more] = rest;
  if (!span) return true;
  const isPlain = span.meanings.length === 0 && !asked.words[span.start]!.capital && evidence.annotation >= SAME_ASK;
  return more.length === 0 && (isPlain || isOfEvent(task, span, profile));
}

function isOfEvent({ index }: Task, span: Span, { fact }: Profile): boolean {
  return !means(span, 'e:') && !means(span, 'f:') && index.about(fact.of).some((p) => holds(p, span));
}

const holds = ({ concepts }: Profile, span: Span) => keysOf(span).some((key) => concepts.has(key));

/** Whether a word only places what is called new, or names the event that the fact is told with. */
function isBeside({ index }: Task, asked: Question, span: Span, { fact }: Profile): boolean {
  if (span.meanings.includes('l') || asked.softContrasts.has(span) || asked.asides.has(span)) return true;
  if (!span.meanings.every((m) => /^[vkpl]/u.test(m)) || span.meanings.length === 0) return false;
  return (fact.context ?? []).some((id) => {
    const told = index.byId(id);
    return told !== undefined && index.about(told.fact.of).some((p) => holds(p, span));
  });
}
