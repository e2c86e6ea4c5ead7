/** Gates over what the question names: entities, events, well-known strangers, offices, documents. */
import { intervalOf, overlaps, type Store, type StoredFact, slotValues, wordClass } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import type { Question } from '../../question/index.ts';
import { holdsAny } from '../any-of.ts';
import { closure } from '../belonging.ts';
import type { Profile } from '../profile.ts';
import { type Conflict, failing, type Gate, OPEN } from './gate.ts';
import { isAnswered } from './kinds.ts';

/** Whether one of the entities does, suffers or says something in the fact, or is what it is about. */
function takesPart(profile: Profile, ids: readonly string[]): boolean {
  const named = [...(profile.fact.who ?? []), ...(profile.fact.whom ?? []), ...(profile.fact.thing ?? [])];
  return (
    holdsAny(profile.speakers, ids) ||
    ids.includes(profile.of) ||
    named.some((v) => v.entity !== undefined && ids.includes(v.entity)) ||
    profile.frames.some((f) => holdsAny(f.agents, ids) || holdsAny(f.patients, ids))
  );
}

/** "did Taiwan comment": whom a claim is about must take part in the fact, not only lend a name to its place. */
export const subjects: Gate = ({ question }) => {
  if (question.asked.form !== 'yes-no' || question.subjects.length === 0) return null;
  return (profile) =>
    profile.frames.length === 0
      ? OPEN
      : failing(
          question.subjects,
          (n) => holdsAny(profile.entities, n.entities) && !takesPart(profile, n.entities),
          (n) => ({ kind: 'name', failed: n.span.text }),
        );
};

/** Whether nearly the same question was noted for the fact with the same words in it: whoever noted it knew of what the fact tells. */
function speaksOf(sameAsk: string | null, words: readonly string[]): boolean {
  if (sameAsk === null) return false;
  const noted = wordsOf(sameAsk);
  return words.every((word) => noted.includes(word));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A name in the question must be in the fact; one that only says when, or which text, in what its document tells of. */
export const names: Gate = ({ store, question, told }) => {
  const [speech, tell] = [wordClass(store, 'speech'), wordClass(store, 'tell')];
  // "did NAME call NAME a friend": told by somebody, in whatever words.
  const claims = question.asked.form === 'yes-no';
  const tells = claims && question.roles.some((r) => r.agent && r.classes.some((c) => speech.has(c) || tell.has(c)));
  const setting = question.names.filter((n) => question.setting.has(n.span));
  const named = question.names
    .filter((n) => !question.asides.has(n.span))
    .map(({ span, entities }) => ({
      text: span.text,
      entities,
      within: question.within.has(span),
      // What somebody said is about whom it names, not about those it was said beside; a place may be where it happened.
      itself:
        question.subjects.some((n) => n.span === span) ||
        question.saidClause.has(span) ||
        ((question.speakers.length > 0 || tells) && !entities.every((id) => store.entities.get(id)?.kind === 'place')),
    }));
  if (named.length === 0 && setting.length === 0) return null;
  return (profile, sameAsk) => {
    const isTold = (entities: readonly string[]) => holdsAny(told(profile).entities, entities);
    const ofText = question.ofText && store.documents.has(profile.of);
    const strange = failing(
      named,
      ({ text, entities, itself, within }) =>
        !holdsAny(profile.entities, entities) &&
        // Where the fact itself says where it happened, it did not happen elsewhere.
        (itself ||
          !holdsAny(profile.kin, entities) ||
          (within && slotValues(store, profile.fact, 'where').length > 0)) &&
        !(ofText && isTold(entities)) &&
        (claims || !speaksOf(sameAsk, wordsOf(text))),
      ({ text }) => ({ kind: 'name', failed: text }),
    );
    if (strange.length > 0 || setting.length === 0) return strange;
    return failing(
      setting,
      ({ entities }) => !holdsAny(profile.entities, entities) && !isTold(entities),
      ({ span }) => ({ kind: 'name', failed: span.text }),
    );
  };
};

/** How surely a fact is about an event that it, or a way to ask for it, names; what only took place on the same day is less sure. */
const NAMED = 0.8;

/** An event that the question turns on (not one that only sets the scene: "before the signing") must be the fact's. */
export const events: Gate = ({ store, question, told }) => {
  const turnsOn = question.content
    .filter(
      (s) =>
        means(s, 'v:') &&
        !means(s, 'e:') &&
        !question.asides.has(s) &&
        (!question.scenes.has(s) || question.about.has(s) || isAnswered(store, question, s)),
    )
    .map((span) => ({
      text: span.text,
      telling: span.telling,
      isTopic: question.about.has(span),
      events: span.meanings.filter((m) => m.startsWith('v:')),
      meanings: span.meanings,
    }))
    .filter((s) => !isKindOnly(store, question, s));
  if (turnsOn.length === 0) return null;
  // "the date of the signing" is no date of a text.
  const namesText = question.ofText && !question.asked.wants.includes('date');
  const isReplyTo = ({ answers }: StoredFact, event: string) => answers === event;
  // "NAME's statement": all that NAME says in the document is of it, whatever it is about.
  const isSpeech = ({ speaker, document }: StoredFact, id: string) => {
    const event = store.events.get(id);
    const [one, ...others] = event?.participants ?? [];
    return event?.document === document && others.length === 0 && one?.entity !== undefined && one.entity === speaker;
  };
  const claims = question.asked.form === 'yes-no';
  return (profile, sameAsk) =>
    failing(
      turnsOn,
      ({ text, telling, events, isTopic }) =>
        (claims || store.documents.has(profile.of) || !speaksOf(sameAsk, wordsOf(text).slice(-1))) &&
        // Another event of the same day is another event.
        !events.some((m) => (profile.concepts.get(m) ?? 0) >= NAMED) &&
        !telling.every((b) => profile.words.has(b)) &&
        !events.some((m) => isReplyTo(profile.fact, m.slice(2)) || (!isTopic && isSpeech(profile.fact, m.slice(2)))) &&
        // A text is named by what it tells of.
        !(namesText && store.documents.has(profile.of) && events.some((m) => told(profile).events.has(m.slice(2)))),
      ({ text }) => ({ kind: 'name', failed: text }),
    );
};

/** "the joint air patrol of November": where a word for a kind of event names one of another day, one of the kind is meant. */
function isKindOnly(
  store: Store,
  { dates }: Question,
  { meanings, events }: { meanings: readonly string[]; events: readonly string[] },
): boolean {
  const asked = dates.flatMap((d) => (d.interval && !d.relative ? [d.interval] : []));
  if (asked.length === 0 || !meanings.some((m) => m.startsWith('k:'))) return false;
  return events.every((m) => {
    const day = intervalOf(store.events.get(m.slice(2))?.when?.edtf ?? '');
    return day !== undefined && !asked.some((a) => overlaps(a, day));
  });
}

/** Kinds of which others may be asked for than those that are set aside. */
const OTHERS: ReadonlySet<string> = new Set(['person', 'country', 'agency', 'vessel']);

/** "which countries besides China and Russia …": a fact that knows of nobody else, or of no other of the kind, does not answer. */
export const exclusions: Gate = ({ store, question }) => {
  const excluded = question.content.filter((s) => question.excluded.has(s) && means(s, 'e:'));
  const wants: readonly string[] = question.asked.wants;
  if (excluded.length === 0 || !wants.some((w) => OTHERS.has(w))) return null;
  const ids = new Set(excluded.flatMap((s) => s.meanings.map((m) => m.slice(2))));
  // Who is set aside, and whoever belongs to them.
  const isOf = (id: string) => [...closure(store, [id])].some((one) => ids.has(one));
  const conflict: readonly Conflict[] = [{ kind: 'excluded', failed: excluded.map((s) => s.text).join(', ') }];
  // "besides NAME" says that NAME did it too; "rather than NAME" does not.
  const adds = question.content.some((c) => means(c, 'c:') && excluded.some((s) => c.end === s.start));
  return ({ fact, entities }) => {
    if (adds && ![...ids].some((id) => entities.has(id))) return conflict;
    const named = [...(fact.who ?? []), ...(fact.agency ?? [])].map((v) => v.entity);
    const alike = named.filter((id) => id !== undefined && wants.includes(store.entities.get(id)?.kind ?? ''));
    const judged = alike.length > 0 ? alike : named;
    return judged.length === 0 || judged.some((id) => id === undefined || !isOf(id)) ? OPEN : conflict;
  };
};

/** "Tu-95", "f35": what has a number for its name is one thing, and no other. */
const DESIGNATION = /^\p{L}{1,4}[\s-]?\d{2,}\p{L}{0,2}$/u;

/** A well-known name that no document holds; of a choice, only where it offers nothing else. */
export const strangers: Gate = ({ store, question }) => {
  const isStranger = (s: Span) =>
    (means(s, 's:') && !means(s, 'e:')) || (s.meanings.length === 0 && DESIGNATION.test(s.text));
  const offered = question.chooses
    ? question.content.filter((s) => question.asides.has(s) && !question.excluded.has(s) && !question.setting.has(s))
    : [];
  const offersOthers = offered.length < 2 || !offered.every(isStranger);
  const unknown = question.content.filter(
    (s) =>
      question.foreign.includes(s) ||
      (isStranger(s) && (!question.asides.has(s) || (!offersOthers && offered.includes(s)))),
  );
  if (unknown.length === 0) return null;
  return (profile) =>
    failing(
      unknown,
      (s) =>
        question.foreign.includes(s) ||
        !s.bases.every((b) => profile.words.has(b)) ||
        // The words of a name say it only where they stand together, and are no part of another's ("the Shanghai group").
        !saysOutsideNames(store, profile, s),
      (s) => ({ kind: 'stranger', failed: s.text }),
    );
};

/** Whether a fact says a stranger's name, and not only the name of an entity that has it for a part. */
function saysOutsideNames(store: Store, { fact, entities }: Profile, { text, bases }: Span): boolean {
  const said = text.toLowerCase();
  if (bases.length > 1 && !fact.says.toLowerCase().includes(said)) return false;
  for (const id of entities.values()) {
    const name = store.entities.get(id)?.name.toLowerCase() ?? '';
    if (name !== said && ` ${name} `.includes(` ${said} `)) return false;
  }
  return true;
}

/** An office named without its holder must be one that somebody in the fact holds. */
export const offices: Gate = ({ question }) => {
  const named = question.offices.filter(({ of }) => of !== null || question.asked.form === 'who');
  if (named.length === 0) return null;
  return (profile) =>
    failing(
      named,
      ({ ids, of, says }) =>
        !ids.some((id) =>
          of
            ? of.some((o) => profile.offices.has(`${id} of ${o}`))
            : profile.offices.has(id) || profile.concepts.has(`f:${id}`),
        ) ||
        // Who only took part said nothing.
        (says && of !== null && !holdsAny(profile.voices, of)),
      ({ span }) => ({ kind: 'office', failed: span.text }),
    );
};

/** A document that the question names. */
export const documents: Gate = ({ question, store }) => {
  if (question.documents.length === 0) return null;
  const named = new Set(question.documents);
  const written = question.spans.filter((s) => means(s, 'd:')).map((s) => s.text);
  const titles = question.documents.flatMap((id) => store.documents.get(id)?.title ?? []);
  const failed = (written.length > 0 ? written : titles).join(', ');
  const conflict: readonly Conflict[] = [{ kind: 'document', failed }];
  return (profile) => (named.has(profile.fact.document) ? OPEN : conflict);
};

/** The date that a document bears answers no question about the day of something that it reports. */
export const bearing: Gate = ({ store, question }) => {
  if (!question.asked.wants.includes('date') || question.namesText) return null;
  const conflict: readonly Conflict[] = [{ kind: 'document', failed: question.asked.noun ?? question.asked.form }];
  return (profile) => (store.documents.has(profile.of) ? conflict : OPEN);
};
