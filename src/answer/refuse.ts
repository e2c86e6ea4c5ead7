/** Refusals: what failed, the nearest true facts, and questions that can be answered. */

import { means } from '../lookup/index.ts';
import type { Candidate, Conflict, Matches } from '../matching/index.ts';
import type { Question } from '../question/index.ts';
import type { Reason, ReasonKind } from './answer.ts';

/** The class of refusal that each failed gate stands for. */
const REASON_OF: Readonly<Record<Conflict['kind'], ReasonKind>> = {
  stranger: 'unknown-name',
  never: 'not-recorded',
  document: 'not-recorded',
  contrast: 'not-recorded',
  'finer-date': 'not-recorded',
  office: 'not-recorded',
  predicate: 'not-recorded',
  slot: 'not-recorded',
  excluded: 'not-recorded',
  speaker: 'not-recorded',
  date: 'no-such-event',
  name: 'false-premise',
  role: 'false-premise',
  number: 'false-premise',
  opposite: 'false-premise',
  'excluded-name': 'false-premise',
};

/** How many nearest facts a refusal offers. */
export const NEAREST = 3;

/** A barred fact whose score is this close to the first is about as near. */
const ABOUT_AS_NEAR = 6;

/** Names the part of the question that the documents do not support. */
export function reasonOf(matches: Matches, best: Candidate | undefined): Reason {
  const { question, offTopic } = matches.weighed;
  const known = matches.weighed.spans.filter((s) => s.known && !s.span.meanings.includes('l'));
  const stranger = question.spans.find((s) => means(s, 's:') && !means(s, 'e:'));
  if (offTopic && (question.names.length === 0 || known.length <= 2))
    return { kind: 'off-topic', failed: offTopic.text };
  if (stranger) return { kind: 'unknown-name', failed: stranger.text };
  const never = question.spans.find((s) => means(s, 'n:'));
  const { first } = matches.barred;
  // The right event without the value that is asked for tells more than another event.
  const lacking = matches.barred.all
    .slice(0, 12)
    .find((c) => first!.score - c.score < ABOUT_AS_NEAR && c.conflicts.every((k) => k.kind === 'slot'));
  const barred = lacking ?? first;
  if (never && (barred || best)) return { kind: 'not-recorded', failed: never.text };
  // "on what day was that?": nothing is read but what the thread is about.
  if (known.length === 0 && !(matches.followsUp && (first?.link ?? 0) > 0))
    // Text in another script may well be about the documents: it is not read, which is another thing than off topic.
    return { kind: isRead(question) ? 'off-topic' : 'not-understood', failed: question.text };
  if (barred && (!best || barred.score > best.score - 0.5)) {
    const [conflict] = barred.conflicts;
    return { kind: REASON_OF[conflict!.kind], failed: conflict!.failed };
  }
  const open = best?.evidence.explained.filter((e) => e.strength < 0.5 && !e.span.meanings.includes('l')) ?? [];
  const worst = [...open].sort((a, b) => b.weight - a.weight)[0];
  return { kind: 'not-recorded', failed: worst?.span.text ?? question.text };
}

/** The nearest facts of all, whether a gate bars them or not: a reader whose words were not understood may find the answer here. */
export function nearestOf(matches: Matches): Candidate[] {
  const worth = (c: Candidate) => c.score - 0.7 * c.conflicts.length;
  const nearest: Candidate[] = [];
  for (const c of matches.ranked) {
    const last = nearest[NEAREST - 1];
    // Conflicts only take away. Those that are taught stand before the others, whatever their score.
    if (last && !c.taught && c.score < worth(last)) break;
    nearest.push(c);
    nearest.sort((a, b) => worth(b) - worth(a) || a.profile.order - b.profile.order);
    nearest.length = Math.min(nearest.length, NEAREST);
  }
  return nearest;
}

/** Whether there is anything in the question that could be English. */
function isRead(question: Question): boolean {
  return question.content.length > 0 && /\p{Script=Latin}{2}/u.test(question.text);
}
