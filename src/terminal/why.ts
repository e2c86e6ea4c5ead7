/** `--why`: what was recognised, what was left over, which facts matched and why. */
import type { Trace } from '../answer/index.ts';

/** How many candidates a trace shows of each sort. */
const SHOWN = 5;

/** The trace of one decision as lines. */
export function showTrace({ question, matches, best, features, probability }: Trace): string {
  const lines = [
    `asked: ${question.asked.form}${question.asked.noun ? ` (${question.asked.noun})` : ''}, wants ${question.asked.wants.join(', ') || 'anything'}`,
    ...question.spans.map(
      (s) =>
        `  ${JSON.stringify(s.text)}${s.corrected ? ` → ${s.corrected}` : ''}: ${s.meanings.join(' ') || 'in no table'}`,
    ),
    `dates: ${question.dates.map((d) => `${d.text} ${JSON.stringify(d.interval ?? d.anyYear ?? d.weekday)}`).join('; ') || 'none'}`,
    `roles: ${question.roles.map((r) => `${r.agent?.join('/') ?? '?'} –${r.classes.join('/')}→ ${r.patient?.join('/') ?? '?'}`).join('; ') || 'none'}`,
    `speakers: ${question.speakers.map((n) => n.entities.join('/')).join(', ') || 'none'}; follow-up: ${matches.followsUp}`,
  ];
  for (const [name, list] of [
    ['nothing against', matches.clean],
    ['barred', matches.barred],
  ] as const)
    for (const c of list.all.slice(0, SHOWN)) {
      const left = c.evidence.explained.filter((e) => e.strength < 0.5).map((e) => e.span.text);
      const against = c.conflicts.map((k) => `${k.kind} "${k.failed}"`).join(', ');
      lines.push(
        `${name}: ${c.profile.fact.id} score ${c.score.toFixed(2)} coverage ${c.evidence.coverage.toFixed(2)} annotation ${c.evidence.annotation.toFixed(2)} (${c.evidence.annotationText ?? '-'})${left.length ? ` left over: ${left.join(', ')}` : ''}${against ? ` against: ${against}` : ''}`,
      );
    }
  if (best && features)
    lines.push(
      `decision: ${probability.toFixed(2)} for ${best.profile.fact.id}: ${Object.entries(features)
        .filter(([, v]) => v !== 0)
        .map(([k, v]) => `${k} ${v.toFixed(2)}`)
        .join(', ')}`,
    );
  return lines.join('\n');
}
