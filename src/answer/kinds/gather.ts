/** "what did Zhao say?", "summarise Lavrov's remarks": all that one speaker is reported to have said. */
import type { Kind } from '../task.ts';

/** More lines than this are no longer an answer. */
const MOST = 6;

export const gather: Kind = ({ question, index, composer }) => {
  const speaker = question.speakers[0] ?? (question.asked.form === 'list' || question.asked.form === 'what' ? question.names[0] : undefined);
  if (!speaker) return undefined;
  const open = question.content.filter((s) => s !== speaker.span && !s.meanings.includes('l') && !saysOnly(s.meanings));
  if (open.length > 0) return undefined;
  if (question.speakers.length === 0 && !question.content.some((s) => saysOnly(s.meanings))) return undefined;
  const facts = index.profiles.filter(
    (p) =>
      speaker.entities.some((id) => p.fact.speaker === id || (p.speakers.has(id) && p.fact.speaker !== undefined)) &&
      (question.documents.length === 0 || question.documents.includes(p.fact.document)) &&
      question.dates.every((d) => !d.interval || p.dates.some((day) => day.from >= d.interval!.from && day.to <= d.interval!.to)),
  );
  if (facts.length === 0) return undefined;
  const direct = facts.filter((p) => speaker.entities.includes(p.fact.speaker!));
  const chosen = (direct.length > 0 ? direct : facts).slice(0, MOST);
  return { clauses: chosen.map((p) => composer.says(p.fact, chosen.length > 1 ? 'line' : 'lead')), facts: chosen };
};

function saysOnly(meanings: readonly string[]): boolean {
  return meanings.some((m) => m === 't:statement' || m === 'p:announce' || m === 'p:think' || m === 'p:describe' || m === 'p:respond');
}
