/** Gates over who is asked for: of which country, and that it is somebody else than the question names. */
import { SLOTS, type Store, type StoredFact, slotValues, wordClass } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import type { Wanted } from '../../question/index.ts';
import { closure } from '../belonging.ts';
import { keysOf, type Profile } from '../profile.ts';
import { type Conflict, type Gate, OPEN } from './gate.ts';

/** Kinds of which one of a country may be asked for. */
const NATIVES: ReadonlySet<Wanted> = new Set(['person', 'agency', 'vessel']);

/** Forms that ask for one of a kind. */
const OF_ONE: ReadonlySet<string> = new Set(['which', 'what', 'who']);

/** "which Russian official": somebody of that country must be in the fact. */
export const natives: Gate = ({ store, question: { asked, spans, content, chooses } }) => {
  const { wants } = asked;
  // "the name of the Russian official who did it": the noun stands right before what asks.
  const named = content.find((s) => s.end === Math.min(...asked.words) && isPersonOnly(s));
  const head = asked.head ?? (asked.form === 'who' ? named : undefined);
  if (
    !head ||
    chooses ||
    !(OF_ONE.has(asked.form) || asked.form === 'list') ||
    !(head === named || wants.every((w) => NATIVES.has(w)))
  )
    return null;
  const before = spans.find((s) => s.end === head.start);
  const countries = (before?.meanings ?? [])
    .filter((m) => m.startsWith('e:'))
    .map((m) => m.slice(2))
    .filter((id) => store.entities.get(id)?.kind === 'country');
  if (countries.length === 0) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: `${before!.text} ${head.text}` }];
  const isNative = (id: string | undefined) =>
    id !== undefined &&
    (head === named ? ['person'] : (wants as readonly string[])).includes(store.entities.get(id)?.kind ?? '') &&
    countries.some((country) => closure(store, [id]).has(country));
  return ({ fact }) => (namedIn(store, fact).some(isNative) ? OPEN : conflict);
};

/** "which official", "the name of the minister": somebody must be named in the fact, not only a country or a body. */
export const somebody: Gate = ({ store, question: { asked, chooses, content, asides } }) => {
  const { head, form } = asked;
  if (chooses || !(OF_ONE.has(form) || form === 'any')) return null;
  const isSomebody = (s: Span) => isPersonOnly(s) && !asides.has(s);
  // "who is the minister that did it" asks for no head in particular.
  const person = head ? (isSomebody(head) ? head : undefined) : form === 'who' ? content.find(isSomebody) : undefined;
  if (!person) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: person.text }];
  const isPerson = (id: string | undefined) => id !== undefined && store.entities.get(id)?.kind === 'person';
  return ({ fact }) => (namedIn(store, fact).some(isPerson) ? OPEN : conflict);
};

/** A noun for a person and for nothing else. */
function isPersonOnly({ meanings }: Span): boolean {
  const kinds = meanings.filter((m) => m.startsWith('a:'));
  return kinds.length > 0 && kinds.every((m) => m === 'a:person') && !meanings.some((m) => /^[ep]:/u.test(m));
}

/** "who commands NAME": somebody who belongs to it must be in the fact, and not only NAME itself; who leads no name, in its words. */
export const headed: Gate = ({ store, question: { headed, chooses } }) => {
  if (!headed || chooses) return null;
  const { name, word, ofPerson } = headed;
  const conflict: readonly Conflict[] = [
    { kind: 'slot', failed: name ? `${word.text}, ${name.span.text}` : word.text },
  ];
  // Who is over somebody is nobody's office.
  if (ofPerson) return () => conflict;
  if (!name) return ({ words }) => (words.has(word.base) ? OPEN : conflict);
  // "NAME's air force" may stand for NAME: whose head is asked for is the narrower of them.
  const meant = name.entities.filter((id) => !name.entities.some((o) => o !== id && closure(store, [o]).has(id)));
  const isUnder = (id: string | undefined) =>
    id !== undefined &&
    !meant.includes(id) &&
    store.entities.get(id)?.kind === 'person' &&
    meant.some((one) => closure(store, [id]).has(one));
  const headships = [...wordClass(store, 'headships')];
  // Who only serves under NAME heads nothing.
  const isHead = ({ offices }: Profile) => headships.some((id) => offices.has(id));
  return (profile) => (isHead(profile) && namedIn(store, profile.fact).some(isUnder) ? OPEN : conflict);
};

/** "who at NAME said so": somebody who belongs to NAME must be in the fact, not NAME itself. */
export const insiders: Gate = ({ store, question: { inside, chooses } }) => {
  if (!inside || chooses) return null;
  const { entities, span } = inside;
  const kindOf = (id: string) => store.entities.get(id)?.kind ?? '';
  // Of a sea or a strait, nobody is.
  if (!entities.some((id) => BODIES.has(kindOf(id)))) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: span.text }];
  const isOf = (id: string | undefined) =>
    id !== undefined &&
    !entities.includes(id) &&
    (kindOf(id) === 'person' || kindOf(id) === 'organisation') &&
    entities.some((one) => closure(store, [id]).has(one));
  return ({ fact }) => (namedIn(store, fact).some(isOf) ? OPEN : conflict);
};

/** Kinds of what people and bodies belong to. */
const BODIES: ReadonlySet<string> = new Set(['country', 'organisation', 'agency', 'group']);

/** "before what audience": whoever speaks is no hearer. */
export const hearers: Gate = ({ store, question: { asked } }) => {
  const { head } = asked;
  if (!head || !wordClass(store, 'hearers').has(head.text.toLowerCase())) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: asked.noun ?? head.text }];
  return ({ fact }) => (fact.whom?.length ? OPEN : conflict);
};

/** Whom and what a fact names as its values, its speaker and whom it is about. */
function namedIn(store: Store, fact: StoredFact): (string | undefined)[] {
  const named = [fact.of, fact.speaker, fact.reported_by];
  for (const slot of SLOTS) for (const value of slotValues(store, fact, slot)) named.push(value.entity);
  return named;
}

/**
 * "which official took the question about NAME's forecast": whoever is asked for is not the owner of what it was about. "Against
 * whom, in NAME's words" asks for neither: the words are his, and whom they are against is in them.
 */
export const another: Gate = ({ store, question }) => {
  const { form, wants, noun } = question.asked;
  if (!wants.includes('person') || ['yes-no', 'any', 'whom'].includes(form) || question.chooses) return null;
  const owners = question.names.filter(
    ({ span }) => question.words[span.end - 1]!.possessive && question.scenes.has(span) && !question.asides.has(span),
  );
  const ids = new Set(owners.flatMap((n) => n.entities).filter((id) => store.entities.get(id)?.kind === 'person'));
  if (ids.size === 0) return null;
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: noun ?? form }];
  return ({ fact }) => {
    const given = [fact.speaker].concat([fact.who, fact.whom].flatMap((list) => (list ?? []).map((v) => v.entity)));
    const known = given.filter((id) => id !== undefined);
    return known.length > 0 && known.every((id) => ids.has(id)) ? conflict : OPEN;
  };
};

/** "which commitments did they make": a noun that the vocabulary knows for a thing must be one that the fact speaks of. */
export const things: Gate = ({ question: { asked, chooses, asides } }) => {
  const { head, wants, form } = asked;
  if (!head || chooses || asides.has(head) || !(OF_ONE.has(form) || form === 'list')) return null;
  if (wants.some((w) => w !== 'thing') || !head.meanings.some((m) => m.startsWith('t:')) || means(head, 'l'))
    return null;
  const keys = keysOf(head);
  const conflict: readonly Conflict[] = [{ kind: 'slot', failed: asked.noun ?? head.text }];
  return ({ concepts }) => (keys.some((key) => concepts.has(key)) ? OPEN : conflict);
};
