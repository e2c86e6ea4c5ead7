/**
 * "was it NAME who said it?", "NAME said that …, right?": words or a deed that the store has of somebody else. Only where all of the claim is
 * that other's, and nothing like it is of the one who is named: of what several may have done, one more is not denied.
 */
import type { Span } from '../../lookup/index.ts';
import {
  type Candidate,
  closure,
  featuresOf,
  holdsQuoted,
  type Matches,
  type Profile,
  probability,
} from '../../matching/index.ts';
import type { Question } from '../../question/index.ts';
import type { Clause } from '../answer.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { NO, sentence, YES } from '../wording.ts';

/** The fact must be this likely to say who it was, and explain this share of the claim. */
const SURE = 0.8;
const ALL = 0.9;

/** A fact of the one who is named may be what is meant if it explains as much, but for this share, and its score is this near … */
const LIKE = 0.2;
const NEAR = 1.2;
/** … or this, where not only one can have said it. */
const NEAR_ENOUGH = 2.5;

/** Facts that explain a claim alike, but for this share. */
const ALIKE = 0.05;

export const attributed: Kind = (task) => {
  const { attribution, alone, asked } = task.question;
  if (attribution && !attribution.alone && asked.form !== 'yes-no') return undefined;
  // Whom it is said to be of alone is held against those beside him.
  if (!attribution || alone.length > 0 || task.question.deniedClaim !== null) return undefined;
  const { matches } = task.understood(attribution.rest);
  const best = matches.clean.first;
  if (!best || !saysWho(task, matches, best)) return undefined;
  if (attribution.chooses) return chosen(task, matches, best);
  if (!best.taught && !isSure(task, matches, best)) return undefined;
  const ids = idsOf(attribution.to);
  if (attribution.alone && isDoneBy(task, ids, best.profile, matches.weighed.question))
    return holds(attribution.as, best.profile) ? told(task, best, task.composer.remark(YES)) : undefined;
  const others = isOthers(task, ids, best.profile, matches.weighed.question);
  return others && !mayBeOwn(task, matches, best) ? told(task, best, task.composer.remark(NO)) : undefined;
};

/**
 * Whether a fact that would be answered with is not what a claim about one alone is of, or words are that are taken for granted to be
 * somebody's: that is another's, of another event.
 */
export function isElsewhere(task: Task, { fact }: Profile): boolean {
  const { attribution, asked } = task.question;
  if (!attribution || attribution.chooses || (!attribution.alone && asked.form === 'yes-no')) return false;
  const { matches } = task.understood(attribution.rest);
  const best = matches.clean.first;
  return (
    best !== undefined &&
    best.profile.fact.of !== fact.of &&
    saysWho(task, matches, best) &&
    isSure(task, matches, best) &&
    isOthers(task, idsOf(attribution.to), best.profile, matches.weighed.question) === true &&
    (attribution.alone || !mayBeOwn(task, matches, best))
  );
}

/** Whether a fact answers who it was, of something that is said or done; an office is held, which is neither. */
function saysWho({ store }: Task, matches: Matches, best: Candidate): boolean {
  const { question } = matches.weighed;
  const does = question.content.some((s) => !s.meanings.some((m) => m === 'l' || /^[esf]:/u.test(m)));
  return (
    does &&
    best.evidence.fits !== false &&
    probability(featuresOf(matches, best), store.decision) >= store.decision.threshold
  );
}

/** Whether it says so surely, and all of the claim. */
function isSure({ question: { attribution }, store }: Task, matches: Matches, best: Candidate): boolean {
  const { coverage, explained } = best.evidence;
  return (
    coverage >= ALL &&
    explained.every((e) => e.strength >= 0.5 || e.span.meanings.includes('l')) &&
    (attribution!.alone || best.profile.fact.speaker !== undefined) &&
    probability(featuresOf(matches, best), store.decision) >= SURE
  );
}

/** Whether a fact of the one who is named is about as near. */
function mayBeOwn(task: Task, { clean, weighed }: Matches, best: Candidate): boolean {
  const { to, alone } = task.question.attribution!;
  const claimed = new Set(task.matches.clean.all.map((c) => c.profile));
  const near = (c: Candidate) =>
    c.score > best.score - (alone ? NEAR : NEAR_ENOUGH) && c.evidence.coverage > best.evidence.coverage - LIKE;
  // What nothing in the whole claim speaks against, and says as much, is near whatever its score.
  const alike = (c: Candidate) => claimed.has(c.profile) && c.evidence.coverage > best.evidence.coverage - ALIKE;
  // Only one of them has the very words.
  const isQuoted = holdsQuoted(weighed.question, best.profile);
  return clean.some(
    (c) =>
      (!isQuoted || holdsQuoted(weighed.question, c.profile)) &&
      c.link >= best.link &&
      (near(c) || alike(c)) &&
      isOthers(task, idsOf(to), c.profile, weighed.question) === false,
  );
}

/** Of several who are offered, the one whose it is; undefined where it is nobody's of them. */
function chosen(task: Task, { weighed }: Matches, best: Candidate): Composition | undefined {
  const { to } = task.question.attribution!;
  const [doer, ...others] = to.filter((s) => isOthers(task, idsOf([s]), best.profile, weighed.question) === false);
  if (!doer || others.length > 0 || to.length === 1) return undefined;
  const { notes } = task.composer.says(best.profile.fact, 'lead');
  return told(task, best, { text: sentence(doer.text), notes, role: 'lead' });
}

/** What the fact says, after the verdict. */
function told({ composer }: Task, { profile }: Candidate, verdict: Clause): Composition {
  const says = composer.says(profile.fact, verdict.role === 'lead' ? 'context' : 'lead');
  const dated = composer.dated(profile.fact, says.text);
  return { clauses: dated ? [verdict, says, dated] : [verdict, says], facts: [profile] };
}

/** Whether an office that a claim gives in passing is in the fact; of any other style, nothing is known. */
const holds = (as: readonly string[] | undefined, { offices }: Profile) =>
  as === undefined || as.some((id) => offices.has(id));

const idsOf = (names: readonly Span[]) =>
  names.flatMap((s) => s.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2)));

/**
 * Whether those who do in a fact what is asked are others than the one named; undefined where nobody does. One is held against those of
 * one's kind where the fact has them: another spokesman of the same ministry is another.
 */
function isOthers({ store }: Task, ids: readonly string[], profile: Profile, asked: Question): boolean | undefined {
  const all = doersIn(profile, asked);
  if (all.size === 0) return undefined;
  const belongsTo = closure(store, all);
  if (ids.some((id) => belongsTo.has(id))) return false;
  const kinds = new Set(ids.map((id) => store.entities.get(id)?.kind));
  const alike = [...all].filter((id) => kinds.has(store.entities.get(id)?.kind));
  const own = closure(store, ids);
  return !(alike.length > 0 ? alike : [...all]).some((id) => own.has(id));
}

/** Whether one of those who do in a fact what is asked is the one named, or belongs to the one named. */
function isDoneBy({ store }: Task, ids: readonly string[], profile: Profile, asked: Question): boolean {
  const belongsTo = closure(store, doersIn(profile, asked));
  return ids.some((id) => belongsTo.has(id));
}

/** Those who do in a fact what is asked, or say it. */
function doersIn({ fact, frames }: Profile, asked: Question): Set<string> {
  const deeds = asked.content.flatMap((s) => s.meanings.filter((m) => m.startsWith('p:')).map((m) => m.slice(2)));
  const acting = frames.filter((f) => deeds.some((d) => f.classes.has(d)));
  const all = new Set((acting.length > 0 ? acting : frames).flatMap((f) => [...f.doers]));
  const told = acting.length > 0 ? [] : (fact.who ?? []).map((v) => v.entity);
  for (const id of [fact.speaker, fact.reported_by, ...told]) if (id !== undefined) all.add(id);
  return all;
}
