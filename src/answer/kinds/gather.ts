/** "what did Zhao say?", "summarise Lavrov's remarks", "what did Shi say about NAME?": all that one speaker is reported to have said, of a name. */
import { wordClass } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import { shownOf } from '../shown-of.ts';
import type { Kind } from '../task.ts';

/** More lines than this are no longer an answer. */
const MOST = 6;

/** Of one who says more than this, the first statements are looked at. */
const LOOKED_AT = 2_000;

/** A statement that explains this share of "what did NAME say about NAME" is about the name. */
const ABOUT = 0.97;

export const gather: Kind = ({ store, question, index, composer, matches, thread, sure }) => {
  // "what did NAME answer to them?" asks for one thing said of what the thread was about.
  const reply = wordClass(store, 'reply');
  const replies = question.content.some((s) => s.meanings.some((m) => m.startsWith('p:') && reply.has(m.slice(2))));
  const pointsBack = question.pronouns.some((p) => p === 'people' || p === 'thing');
  if (thread?.facts.length && (pointsBack || replies)) return undefined;
  // What was noted for others than the named is no list of all that these said.
  const lists = question.asked.form === 'list' && !matches.ofOthers;
  // The day or the place of what was said is one value, not all that was said.
  if (question.asked.head && question.asked.wants.some((w) => w === 'date' || w === 'place')) return undefined;
  const speaker = question.speakers[0] ?? (lists || question.asked.form === 'what' ? question.names[0] : undefined);
  if (!speaker) return undefined;
  const telling = wordClass(store, 'telling-all');
  const saysOnly = (s: Span) => s.meanings.some((m) => telling.has(m));
  const open = question.content.filter((s) => s !== speaker.span && !s.meanings.includes('l') && !saysOnly(s));
  const says = question.speakers.length > 0 || question.content.some(saysOnly);
  // Where no one statement is surely the answer, all that are about the name are.
  const ofName = !sure && open.length === 1 && means(open[0]!, 'e:') && question.about.has(open[0]!);

  if (!says || (open.length > 0 && !lists && !ofName)) return undefined;
  const about = new Set(matches.clean.all.filter((c) => c.evidence.coverage >= ABOUT).map((c) => c.profile));
  const facts = index
    .heard(speaker.entities)
    .slice(0, LOOKED_AT)
    .map(index.profile)
    .filter(
      (p) =>
        p.fact.speaker !== undefined &&
        (!ofName || about.has(p)) &&
        (question.documents.length === 0 || question.documents.includes(p.fact.document)) &&
        question.dates.every(
          (d) => !d.interval || p.dates.some((day) => day.from >= d.interval!.from && day.to <= d.interval!.to),
        ),
    );
  const misdated = new Set(
    matches.barred.all
      .filter((c) => c.conflicts.some((k) => k.kind === 'date' || k.kind === 'finer-date'))
      .map((c) => c.profile),
  );
  const direct = facts.filter((p) => !misdated.has(p) && speaker.entities.includes(p.fact.speaker!));
  const pool = direct.length > 0 ? direct : facts.filter((p) => !misdated.has(p));
  const rank = new Map([...matches.clean, ...matches.barred].map((c) => [c.profile, c.score]));
  const chosen = [...pool]
    .sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0))
    .slice(0, MOST)
    .sort((a, b) => a.order - b.order);
  if (chosen.length === 0) return undefined;
  return {
    clauses: [
      ...(open.length === 0 ? shownOf(composer, chosen.length, pool.length) : []),
      ...chosen.map((p) => composer.says(p.fact, chosen.length > 1 ? 'line' : 'lead')),
    ],
    facts: chosen,
  };
};
