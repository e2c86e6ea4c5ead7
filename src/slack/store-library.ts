/** The library of a loaded store: documents, passages, timeline, profiles, and questions to start from. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ask, Citation, Clause } from '../answer/index.ts';
import type { DatedEvent, Entity, Evidence, Store, StoredFact } from '../facts/index.ts';
import { intervalOf } from '../facts/index.ts';
import type { CitedList, Library, ReloadState } from './library.ts';
import { sayDay } from './views/index.ts';

/** What the library reads. The functions give what is loaded at the moment of the call. */
export interface LibrarySource {
  readonly store: () => Store;
  readonly ask: Ask;
  readonly reload: () => ReloadState;
  /** Folder with the full texts, or undefined. */
  readonly documentsDir: string | undefined;
  /** Today (ISO date), to try the questions that are offered. */
  readonly today: () => string;
}

/** The most lines of statements in a profile. */
const MOST_STATEMENTS = 12;

/** Makes the library. */
export function createStoreLibrary(source: LibrarySource): Library {
  const prompts = new WeakMap<Store, string[]>();
  return {
    storeHash: () => source.store().hash,
    reload: source.reload,
    documents: () => [...source.store().documents.values()],
    passage: (document, paragraph) => passage(source, document, paragraph),
    prompts: () => {
      const store = source.store();
      const known = prompts.get(store) ?? findPrompts(store, source);
      prompts.set(store, known);
      return known;
    },
    timeline: () => timeline(source.store()),
    profile: (name) => profile(source.store(), name),
  };
}

/** The n-th non-blank line of a document's file; null when the file is not there. */
async function passage({ store, documentsDir }: LibrarySource, id: string, paragraph: number): Promise<string | null> {
  const document = store().documents.get(id);
  if (!document || documentsDir === undefined) return null;
  try {
    const text = await readFile(join(documentsDir, document.file), 'utf8');
    return text.split(/\r?\n/).filter((line) => line.trim() !== '')[paragraph - 1] ?? null;
  } catch {
    // The texts belong to their publishers, so that one may be missing; its fragment is shown instead.
    return null;
  }
}

/** One question from each document in turn that the store answers, four at most. */
function findPrompts(store: Store, { ask, today }: LibrarySource): string[] {
  const asked = (fact: StoredFact) =>
    fact.asked_as?.find((q) => /^(?:who|what|when|where|which|why|how)\b/i.test(q) && q.length < 70);
  const byDocument = [...store.documents.keys()].map((id) =>
    store.facts.filter((f) => f.document === id && !f.superseded).flatMap((f) => asked(f) ?? []),
  );
  const found: string[] = [];
  for (let row = 0; found.length < 4 && byDocument.some((list) => row < list.length); row += 1) {
    for (const list of byDocument) {
      const text = list[row];
      if (!text || found.length >= 4) continue;
      const question = `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\?*$/, '?')}`;
      const answer = ask(question, { now: today() });
      if (answer.status === 'answered' && answer.citations.length > 0 && !found.includes(question))
        found.push(question);
    }
  }
  return found;
}

/** Numbers places in the order of their first use. */
function createNotes(store: Store) {
  const byPlace = new Map<string, Citation>();
  return {
    cite: (evidence: readonly Evidence[], ownDocument?: string): number[] => {
      const numbers = evidence.flatMap((place) => {
        const document = store.documents.get(place.document ?? ownDocument ?? '');
        if (!document) return [];
        const key = `${document.id} ${place.p}`;
        const { id, file, title, publisher, published, covers } = document;
        const known = byPlace.get(key) ?? {
          n: byPlace.size + 1,
          document: id,
          file,
          paragraph: place.p,
          quote: place.quote,
          title,
          publisher,
          published,
          covers,
        };
        byPlace.set(key, known);
        return [known.n];
      });
      return [...new Set(numbers)];
    },
    citations: (): Citation[] => [...byPlace.values()],
  };
}

/** All events in the order of their dates; those without a date last. */
function timeline(store: Store): CitedList {
  const notes = createNotes(store);
  const start = (event: DatedEvent) => (event.when?.edtf && intervalOf(event.when.edtf)?.from) || '9999';
  const events = [...store.events.values()].sort(
    (a, b) => start(a).localeCompare(start(b)) || a.id.localeCompare(b.id),
  );
  const clauses = events.flatMap((event): Clause[] => {
    const told = store.facts.find((f) => f.of === event.id && !f.superseded);
    const evidence = event.when?.evidence ?? told?.evidence ?? [];
    const numbers = notes.cite(evidence, event.document);
    if (numbers.length === 0) return [];
    const day = event.when ? (event.when.as ?? (event.when.edtf ? sayDay(event.when.edtf) : 'No date')) : 'No date';
    const marks = [
      ...(event.status === 'occurred' ? [] : [event.status]),
      ...(event.when?.basis === 'inferred' ? ['calendar day inferred'] : []),
    ];
    return [
      {
        text: `${day}: ${event.name}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}.`,
        notes: numbers,
        role: 'line',
      },
    ];
  });
  return { title: 'Timeline', clauses: clauses.map(capitalised), citations: notes.citations() };
}

/** The entity that has this name, alias or spelling; names are compared without case, articles and accents. */
function entityOf(store: Store, name: string): Entity | undefined {
  const fold = (text: string) =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '').trim();
  const wanted = fold(name);
  const names = (e: Entity) => [e.name, ...(e.aliases ?? []), ...(e.misspellings ?? []), ...(e.adjectives ?? [])];
  const all = [...store.entities.values()];
  return (
    all.find((e) => fold(e.name) === wanted) ??
    all.find((e) => names(e).some((n) => fold(n) === wanted)) ??
    all.find((e) => e.kind === 'person' && fold(e.name).split(' ').at(-1) === wanted)
  );
}

/** Who or what an entity is, what the documents say of it, and what it said. */
function profile(store: Store, name: string): CitedList | undefined {
  const entity = entityOf(store, name);
  if (!entity) return undefined;
  const notes = createNotes(store);
  const clauses: Clause[] = [];
  if (entity.gist) {
    const numbers = notes.cite(entity.evidence ?? []);
    if (numbers.length > 0) clauses.push({ text: entity.gist.replace(/\.?$/, '.'), notes: numbers, role: 'lead' });
  }
  const facts = store.facts.filter(
    (f) =>
      !f.superseded && (f.of === entity.id || f.speaker === entity.id || f.who?.some((v) => v.entity === entity.id)),
  );
  for (const fact of facts.slice(0, MOST_STATEMENTS))
    clauses.push({ text: fact.says.trim(), notes: notes.cite(fact.evidence, fact.document), role: 'line' });
  const left = facts.length - MOST_STATEMENTS;
  if (left > 0) clauses.push({ text: `${left} more facts name it: ask about it.`, notes: [], role: 'remark' });
  return { title: entity.name, clauses: clauses.map(capitalised), citations: notes.citations() };
}

function capitalised(clause: Clause): Clause {
  return { ...clause, text: clause.text.charAt(0).toUpperCase() + clause.text.slice(1) };
}
