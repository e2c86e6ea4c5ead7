/**
 * Answer or refuse: a logistic model over a few features that a person can read. Its weights are data (`seeds/decision.yaml`),
 * fitted by `npm run fit` from labelled questions; similarity alone never decides, the gates come first.
 */
import { means } from '../lookup/index.ts';
import type { Question } from '../question/index.ts';
import { kindNounOf } from './evidence.ts';
import { keysOf } from './profile.ts';
import type { Candidate, Matches } from './ranking.ts';

/** The features of a decision by name, each about 0–1 (counts are capped). */
export type Features = Readonly<Record<FeatureName, number>>;

/** Names of all features, in the order in which they are printed. */
export const FEATURES = [
  'coverage',
  'annotation',
  'exact',
  'fits',
  'misfits',
  'unknown',
  'unmatched',
  'predicateMet',
  'predicateMissed',
  'names',
  'length',
  'margin',
  'rival',
  'outdone',
  'offtopic',
  'soft',
  'kin',
  'verbMet',
  'verbMissed',
  'nounMet',
  'nounMissed',
  'heard',
  'voiceOnly',
  'bare',
  'met',
  'openWeight',
  'agreement',
  'eventMissed',
  'verbUnknown',
  'unlinked',
  'roleMet',
  'roleMissed',
  'asksNearest',
  'share',
  'strong',
  'weak',
  'siblings',
  'heaviestOpen',
  'complete',
  'slotOfNamed',
  'link',
  'yesNo',
  'define',
  'who',
  'number',
  'reason',
  'place',
  'date',
] as const;

/** Name of a feature. */
export type FeatureName = (typeof FEATURES)[number];

/** The fitted model. */
export interface DecisionModel {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<FeatureName, number>>>;
  /** Answer from this probability on. */
  readonly threshold: number;
}

/** A barred fact that leads by more than this is what the question meant; what is left is about something else. */
const OUTDONE = 2.5;

/** How far behind the best a fact must be to be no rival at all. */
const FAR = 4;

/** Measures the decision features of the best candidate among all matches. */
export function featuresOf(matches: Matches, best: Candidate): Features {
  const { question, offTopic } = matches.weighed;
  const { explained, coverage, annotation, fits } = best.evidence;
  const counts = new Set(question.numbers.map((n) => n.span));
  const kind = fits === true ? kindNounOf(question.asked) : null;
  const open = explained.filter(
    (e) =>
      // A number is held against the fact's numbers by a gate.
      !counts.has(e.span) &&
      e.span !== kind &&
      e.strength < 0.5 &&
      !e.span.meanings.includes('l') &&
      !question.asides.has(e.span) &&
      !question.softContrasts.has(e.span),
  );
  const predicates = explained.filter(
    (e) => e.part === 'predicate' && !e.span.meanings.includes('l') && !question.excluded.has(e.span),
  );
  // A barred fact counts only where it leads, and another that answers only where it is near.
  const rival = matches.ranked[0] === best && !best.taught ? undefined : matches.barred.first;
  const isFar = (c: Candidate) => !c.taught && best.score - c.score >= FAR;
  const { of } = best.profile;
  const next = matches.clean.find((c) => c.profile.of !== of, isFar);
  const verb = explained.find((e) => e.span === question.mainVerb);
  const acted = question.roles.filter((r) => r.agent);
  const head = headMet(question, best);
  const sibling = matches.clean.find((c) => c !== best && c.profile.of === of, isFar);
  const weights = matches.weighed.spans.reduce((sum, s) => sum + s.weight, 0);
  const cap = (n: number, at: number) => Math.min(n, at) / at;
  const { form, wants } = question.asked;
  return {
    coverage,
    annotation,
    exact: annotation > 0.85 ? 1 : 0,
    fits: fits === true ? 1 : 0,
    misfits: fits === false ? 1 : 0,
    unknown: cap(open.filter((e) => !e.known).length, 3),
    unmatched: cap(open.filter((e) => e.known).length, 3),
    predicateMet: predicates.some((e) => e.strength >= 0.8) ? 1 : 0,
    predicateMissed: predicates.some((e) => e.strength < 0.5) ? 1 : 0,
    names: cap(explained.filter((e) => e.part === 'name' && e.strength > 0.5).length, 3),
    length: cap(explained.length, 8),
    margin: next ? cap(Math.max(0, best.score - next.score), FAR) : 1,
    outdone: rival && rival.score - best.score > OUTDONE ? 1 : 0,
    rival: rival ? cap(Math.max(0, rival.score - best.score), 6) : 0,
    offtopic: offTopic && question.content.includes(offTopic) ? 1 : 0,
    soft: question.softContrasts.size > 0 ? 1 : 0,
    kin: question.names.some(
      (n) => !question.excluded.has(n.span) && !n.entities.some((id) => best.profile.entities.has(id)),
    )
      ? 1
      : 0,
    verbMet: verb && verb.strength >= 0.6 ? 1 : 0,
    verbMissed: question.mainVerb && (!verb || verb.strength < 0.5) ? 1 : 0,
    nounMet: head === undefined ? 0 : head ? 1 : 0,
    nounMissed: head === false ? 1 : 0,
    heard: question.speakers.some((n) => n.entities.some((id) => best.profile.speakers.has(id))) ? 1 : 0,
    voiceOnly: question.speakers.some((n) => !n.entities.some((id) => best.profile.speakers.has(id))) ? 1 : 0,
    met: cap(
      explained.reduce((sum, e) => sum + e.weight * e.strength, 0),
      20,
    ),
    openWeight: cap(
      open.reduce((sum, e) => sum + e.weight, 0),
      12,
    ),
    agreement: coverage * annotation,
    eventMissed: question.content.some((s) => missesEvent(s, best)) ? 1 : 0,
    verbUnknown: question.mainVerb?.meanings.length === 0 ? 1 : 0,
    unlinked: matches.followsUp && best.link < 0.8 ? 1 : 0,
    roleMet: acted.some((r) => best.profile.frames.some((f) => r.classes.some((c) => f.classes.has(c)))) ? 1 : 0,
    roleMissed: acted.some((r) => !best.profile.frames.some((f) => r.classes.some((c) => f.classes.has(c)))) ? 1 : 0,
    asksNearest: annotation - asksElsewhere(matches, best),
    share: best.score / (weights + MOST_BY_WORDING),
    strong: cap(explained.filter((e) => e.strength >= 0.8).length, 8),
    weak: cap(explained.filter((e) => e.strength >= 0.5 && e.strength < 0.8).length, 8),
    siblings: sibling ? cap(Math.max(0, best.score - sibling.score), FAR) : 1,
    heaviestOpen: cap(Math.max(0, ...explained.filter((e) => e.strength < 0.5).map((e) => e.weight)), 8),
    complete: open.length === 0 && fits !== false && explained.length > 0 ? 1 : 0,
    slotOfNamed: fits === true && open.length === 0 && explained.every((e) => e.span === kind || isNamed(e)) ? 1 : 0,
    bare: explained.every((e) => e.span.meanings.includes('l')) ? 1 : 0,
    link: cap(best.link, 3),
    yesNo: form === 'yes-no' ? 1 : 0,
    define: form === 'what' && explained.length === 1 ? 1 : 0,
    who: wants.includes('person') ? 1 : 0,
    number: wants.includes('number') ? 1 : 0,
    reason: wants.includes('reason') ? 1 : 0,
    place: wants.includes('place') ? 1 : 0,
    date: wants.includes('date') ? 1 : 0,
  };
}

/** "the launch: date?": a slot of one event and nothing else is asked for, and a fact that tells of this event gives it. */
export function asksSlotOfEvent(features: Features, { evidence, profile }: Candidate): boolean {
  const told = evidence.explained.some((e) => e.span.meanings.includes(`v:${profile.of}`));
  return told && features.slotOfNamed === 1 && features.rival === 0;
}

/** A name, an event or a document: "where did the SUMMIT take place" says nothing else. */
function isNamed({ span }: Candidate['evidence']['explained'][number]): boolean {
  return span.meanings.some((m) => /^[evdl]:?/u.test(m));
}

/** What a score gains at most by the way of asking and the asked slot, beside the words explained. */
const MOST_BY_WORDING = 5.2;

/** How near the nearest way to ask for a fact of another event is (0–1). */
function asksElsewhere({ ranked }: Matches, best: Candidate): number {
  let nearest = 0;
  for (const c of ranked)
    if (c.evidence.annotation > nearest && c.profile.of !== best.profile.of) nearest = c.evidence.annotation;
  return nearest;
}

/** Whether the span names an event that the fact neither is of nor speaks of. */
function missesEvent(span: Question['content'][number], best: Candidate): boolean {
  const { concepts } = best.profile;
  if (!means(span, 'v:') || means(span, 'e:') || span.meanings.some((m) => m.startsWith('v:') && concepts.has(m)))
    return false;
  return !span.telling.every((b) => concepts.has(`w:${b}`));
}

/** Whether the fact knows the asked noun ("which port"); undefined when there is none, or it is a general word. */
function headMet(question: Question, best: Candidate): boolean | undefined {
  const { head } = question.asked;
  if (!head || head.meanings.includes('l')) return undefined;
  // "calendar date": a fact that gives one has what the noun asks for.
  if (best.evidence.fits === true && head === kindNounOf(question.asked) && question.asked.wants.includes('date'))
    return true;
  const met = keysOf(head).some((key) => (best.profile.concepts.get(key) ?? 0) >= 0.5);
  return met || head !== question.classing ? met : undefined;
}

/** Probability (0–1) that the candidate answers the question. */
export function probability(features: Features, model: DecisionModel): number {
  let z = model.bias;
  for (const name of FEATURES) {
    const weight = model.weights[name];
    if (weight) z += features[name] * weight;
  }
  return 1 / (1 + Math.exp(-z));
}
