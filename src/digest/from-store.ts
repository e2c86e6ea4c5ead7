/** The fact store, as digests see it. */
import { createHash } from 'node:crypto';
import type { DatedEvent, Evidence, Store, StoredFact, Value } from '../facts/index.ts';
import { SLOTS } from '../facts/index.ts';
import type { FactDates } from '../storage/index.ts';
import type { DigestEvent, DigestFact, DigestSource, DigestTopic, Footnote } from './source.ts';
import { sayDocument } from './wording.ts';

/**
 * Gives the facts of a store with a hash over what a reader sees of each: for `FactLog.note`, which knows by it what is
 * new and what was corrected.
 */
export function factsToNote(store: Store): { readonly id: string; readonly hash: string }[] {
  return store.facts.map(({ id, says, evidence, basis, superseded }) => ({
    id,
    hash: createHash('sha256')
      .update(JSON.stringify([says, evidence, basis ?? 'stated', superseded ?? null]))
      .digest('hex'),
  }));
}

/** Gives the store for digests. A fact that `dates` does not know counts as old. Superseded facts only show as withdrawn. */
export function digestSource(store: Store, dates: ReadonlyMap<string, FactDates>): DigestSource {
  const topics = new Map<string, DigestTopic>();
  const facts = store.facts.map((fact): DigestFact => {
    const { firstLoaded, corrected } = dates.get(fact.id) ?? { firstLoaded: 0, corrected: null };
    return {
      id: fact.id,
      says: fact.says,
      footnotes: footnotesOf(store, fact.evidence, fact.document),
      inferred: fact.basis === 'inferred',
      documentName: documentName(store, fact.document),
      topics: topicsOf(store, fact, topics),
      firstLoaded,
      corrected,
      withdrawn: fact.superseded?.reason ?? null,
    };
  });
  const events = [...store.events.values()].flatMap((event) => eventOf(store, event, topics));
  const labelled = [...topics.values()].sort((a, b) => a.label.localeCompare(b.label, 'en') || (a.id < b.id ? -1 : 1));
  return { facts, events, topics: labelled };
}

/** An event is told by the fact about it that ranks highest; one that no fact tells, or that did not happen, is left out. */
function eventOf(store: Store, event: DatedEvent, topics: Map<string, DigestTopic>): DigestEvent[] {
  if (event.status !== 'occurred') return [];
  const about = store.facts.filter((fact) => fact.of === event.id && !fact.superseded && fact.polarity !== 'denied');
  // Our own telling before somebody's words about it; the sort keeps the order of the file otherwise.
  about.sort((a, b) => Number(Boolean(a.speaker)) - Number(Boolean(b.speaker)) || (b.rank ?? 0) - (a.rank ?? 0));
  const [fact] = about;
  if (!fact) return [];
  const { when } = event;
  const edtf = when?.edtf ?? null;
  return [
    {
      id: event.id,
      says: fact.says,
      footnotes: footnotesOf(store, [...fact.evidence, ...(when?.evidence ?? [])], event.document),
      inferred: fact.basis === 'inferred',
      dayInferred: when?.basis === 'inferred',
      weight: about.length,
      when: edtf,
      topics: topicsOf(store, fact, topics),
    },
  ];
}

function footnotesOf(store: Store, places: readonly Evidence[], own: string): Footnote[] {
  return places.map((place) => {
    const document = store.documents.get(place.document ?? own)!;
    const { id, file, title, publisher, published, covers } = document;
    return { document: id, file, paragraph: place.p, quote: place.quote, title, publisher, published, covers };
  });
}

function documentName(store: Store, id: string): string {
  const document = store.documents.get(id);
  return document ? sayDocument({ ...document, document: id }) : id;
}

/** What a fact is about: the entities in its slots, its speaker, those who took part in its event, and the event's kind. */
function topicsOf(store: Store, fact: StoredFact, known: Map<string, DigestTopic>): string[] {
  const values: readonly Value[] = SLOTS.flatMap((slot) => fact[slot] ?? []);
  const event = store.events.get(fact.of);
  const around: readonly Value[] = event ? [...(event.participants ?? []), ...(event.where ?? [])] : [];
  const ids = new Set([...values, ...around].flatMap((value) => value.entity ?? []));
  if (fact.speaker) ids.add(fact.speaker);
  if (store.entities.has(fact.of)) ids.add(fact.of);
  for (const id of ids) known.set(id, { id, label: store.entities.get(id)?.name ?? id });
  if (event) {
    ids.add(event.kind);
    known.set(event.kind, { id: event.kind, label: `Events: ${event.kind.replaceAll('-', ' ')}` });
  }
  return [...ids].sort();
}
