/** Gates over what the question names: entities, events, well-known strangers, offices, documents. */
import { means, type Span } from '../../lookup/index.ts';
import type { Question } from '../../question/index.ts';
import { holdsAny } from '../any-of.ts';
import type { Profile } from '../profile.ts';
import { type Gate, once } from './gate.ts';

/** Whether one of the entities does, suffers or says something in the fact, or is what it is about. */
function takesPart(profile: Profile, ids: readonly string[]): boolean {
  const named = [...(profile.fact.who ?? []), ...(profile.fact.whom ?? []), ...(profile.fact.thing ?? [])];
  return (
    holdsAny(profile.speakers, ids) ||
    ids.includes(profile.fact.of) ||
    named.some((v) => v.entity !== undefined && ids.includes(v.entity)) ||
    profile.frames.some((f) => ids.some((id) => f.agents.has(id) || f.patients.has(id)))
  );
}

/** "did Taiwan comment": whom a claim is about must take part in the fact, not only lend a name to its place. */
export const subjects: Gate = ({ question, profile }) =>
  question.asked.form !== 'yes-no' || profile.frames.length === 0
    ? []
    : question.subjects
        .filter((n) => holdsAny(profile.entities, n.entities) && !takesPart(profile, n.entities))
        .map((n) => ({ kind: 'name', failed: n.span.text }));

/** A name in the question must be in the fact. */
export const names: Gate = ({ store, question, profile }) =>
  question.names
    .filter(
      (n) =>
        !question.asides.has(n.span) &&
        !holdsAny(profile.entities, n.entities) &&
        // What somebody said is about whom it names, not about those it was said beside; a place may be where it happened.
        (question.subjects.includes(n) ||
          (question.speakers.length > 0 && !n.entities.every((id) => store.entities.get(id)?.kind === 'place')) ||
          !holdsAny(profile.kin, n.entities)),
    )
    .map((n) => ({ kind: 'name', failed: n.span.text }));

const turnsOn = once((question: Question) =>
  question.content.filter(
    (s) =>
      means(s, 'v:') &&
      !means(s, 'e:') &&
      !question.asides.has(s) &&
      (!question.scenes.has(s) ||
        (question.about.has(s) && (question.speakers.length > 0 || question.documents.length > 0))),
  ),
);

/** An event that the question turns on (not one that only sets the scene: "before the signing") must be the fact's. */
export const events: Gate = ({ question, profile }) =>
  turnsOn(question)
    .filter(
      (s) =>
        // Another event of the same day is another event.
        !s.meanings.some((m) => m.startsWith('v:') && (profile.concepts.get(m) ?? 0) === 1) &&
        !s.telling.every((b) => profile.words.has(b)),
    )
    .map((s) => ({ kind: 'name', failed: s.text }));

const setAside = once((question: Question) =>
  question.content.filter((s) => question.excluded.has(s) && means(s, 'e:')),
);

/** "which countries besides China and Russia …": a fact that knows of nobody else does not answer. */
export const exclusions: Gate = ({ question, profile }) => {
  const excluded = setAside(question);
  if (excluded.length === 0) return [];
  const ids = new Set(excluded.flatMap((s) => s.meanings.map((m) => m.slice(2))));
  const who = (profile.fact.who ?? []).map((v) => v.entity);
  const asksWho = question.asked.wants.some((w) => w === 'person' || w === 'country');
  if (!asksWho || who.length === 0 || who.some((id) => id === undefined || !ids.has(id))) return [];
  return [{ kind: 'excluded', failed: excluded.map((s) => s.text).join(', ') }];
};

const unknown = once((question: Question) =>
  question.content.filter(
    (s) => question.foreign.includes(s) || (means(s, 's:') && !means(s, 'e:') && !question.asides.has(s)),
  ),
);

/** A well-known name that no document holds. */
export const strangers: Gate = ({ question, profile }) =>
  unknown(question)
    .filter((s) => question.foreign.includes(s) || !saysWords(profile, s))
    .map((s) => ({ kind: 'stranger', failed: s.text }));

function saysWords(profile: Profile, span: Span): boolean {
  return span.bases.every((b) => profile.words.has(b));
}

/** An office named without its holder must be one that somebody in the fact holds. */
export const offices: Gate = ({ question, profile }) =>
  question.offices
    .filter(
      ({ ids, of }) =>
        (of !== null || question.asked.form === 'who') &&
        !ids.some((id) =>
          of
            ? of.some((o) => profile.offices.has(`${id} of ${o}`))
            : profile.offices.has(id) || profile.concepts.has(`f:${id}`),
        ),
    )
    .map(({ span }) => ({ kind: 'office', failed: span.text }));

/** A document that the question names. */
export const documents: Gate = ({ question, profile }) =>
  question.documents.length === 0 || question.documents.includes(profile.fact.document)
    ? []
    : [{ kind: 'document', failed: question.documents.join(', ') }];

/** The date that a document bears answers no question about the day of something that it reports. */
export const bearing: Gate = ({ store, question, profile }) =>
  store.documents.has(profile.fact.of) && question.asked.wants.includes('date') && !question.namesText
    ? [{ kind: 'document', failed: question.asked.noun ?? question.asked.form }]
    : [];
