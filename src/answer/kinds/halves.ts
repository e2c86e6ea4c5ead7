/** "who protested in May, and who raised alarms in November?": two questions in one, each answered for itself. */
import type { Kind } from '../task.ts';
import { single } from './single.ts';

/** Parts a question where a second one begins: after a question mark, or at "and" before an asking word. */
export function partsOf(text: string): string[] {
  return text
    .split(/\?+\s+(?=\p{L})|(?:,|;|\s)\s*(?:and|but)\s+(?=(?:who|whom|whose|which|what|when|where|why|how)\b)|;\s+/iu)
    .map((p) => p.trim())
    .filter((p) => p.split(/\s+/u).length >= 2);
}

export const halves: Kind = (task) => {
  const parts = partsOf(task.question.text);
  if (parts.length !== 2) return undefined;
  const first = task.answerTo(parts[0]!);
  const second = first && (task.answerTo(parts[1]!, first.best.profile) ?? task.answerTo(parts[1]!));
  if (!first || !second || first.best.profile === second.best.profile) return undefined;
  const answers = [first, second].map(({ best, question }) =>
    single({ ...task, question, matches: { ...task.matches, clean: [best] } }, best),
  );
  return {
    clauses: answers.flatMap((a) => a.clauses.map((c, i) => (i === 0 ? { ...c, role: 'line' as const } : c))),
    facts: answers.flatMap((a) => a.facts),
  };
};
