/** "the minister in 2021 and the one in 2022: same man?", "who spoke for NAME in A and in B respectively?": two who are held against each other. */
import { type Entity, intervalOf, type Store, wordClass } from '../../facts/index.ts';
import type { Span } from '../../lookup/index.ts';
import { closure, keysOf, type Profile } from '../../matching/index.ts';
import type { Clause } from '../answer.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { sayApart, sayEach, sayInterval, saySame } from '../wording.ts';

/** Of one who says more than this, the first statements are looked at. */
const LOOKED_AT = 200;

/** Documents that are held against each other where none is named ("in both"). */
const MOST = 2;

/** Somebody who holds an office in a document, and the facts of it that he is heard in. */
interface Holder {
  readonly person: Entity;
  readonly document: string;
  readonly facts: readonly Profile[];
}

export const oneAndSame: Kind = (task) => {
  const { pairing } = task.question;
  if (!pairing) return undefined;
  const named = namedIn(task);
  if (named.length === 2 && pairing.asks === 'same' && pairing.settings.length < 2) return composed(task, named);
  if (named.length > 1 && pairing.offices.length === 0) return undefined;
  const fits = officeAsked(task, named[0]?.person);
  if (!fits) return undefined;
  const met = pairing.everywhere ? documentsOf(task, fits) : pairing.settings.map((s) => s.documents);
  const found = met.map((documents) => holdersIn(task, documents, fits));
  if (found.length < 2 || !isAllSaid(task, found.flat())) return undefined;
  // Of one time alone nobody can say whether it was the same.
  const lacking = found.findIndex((holders) => holders.length === 0);
  if (lacking >= 0) return found.every((h) => h.length === 0) ? undefined : withheld(task, found, lacking);
  const holders = found.map(([holder, ...others]) => (others.length === 0 ? holder! : undefined));
  return holders.every((h) => h !== undefined) ? composed(task, holders) : undefined;
};

/** The people whom the question names, beside the names of offices. */
function namedIn({ question, store, index }: Task): Holder[] {
  const ids = question.names.flatMap(({ entities }) => (entities.length === 1 ? entities : []));
  const people = [...new Set(ids)].flatMap((id) => store.entities.get(id) ?? []).filter((e) => e.kind === 'person');
  return people.map((person) => {
    const facts = index.about(person.id);
    return { person, document: facts[0]?.fact.document ?? '', facts };
  });
}

/** Whether somebody holds, in a document, what is asked for. */
type Fits = (person: Entity, document: string) => boolean;

/** The office that the question asks about, or that of one whom it names by it; undefined where it asks about none. */
function officeAsked(task: Task, named: Entity | undefined): Fits | undefined {
  const { store, question, index } = task;
  const held = (person: Entity, document: string) => person.offices?.some((o) => o.document === document) ?? false;
  const [office] = question.pairing!.offices;
  if (named && !office) {
    const own = [...index.officesOf(named.id)].filter((o) => o.includes(' of '));
    // "the US President": nobody else need be named by the office to hold it.
    return (person, document) =>
      held(person, document) &&
      (person === named || own.some((o) => isOfCountry(store, o) && index.officesOf(person.id).has(o)));
  }
  if (office) {
    const owners = office.of ?? question.names.flatMap((n) => n.entities);
    return (person, document) =>
      held(person, document) &&
      office.ids.some((id) =>
        owners.length === 0
          ? index.officesOf(person.id).has(id)
          : owners.some((o) => index.officesOf(person.id).has(`${id} of ${o}`)),
      );
  }
  const bodies = question.names.flatMap((n) => n.entities);
  if (!question.pairing!.speaksFor || bodies.length === 0) return undefined;
  return (person, document) =>
    held(person, document) &&
    bodies.some((body) => closure(store, [person.id]).has(body)) &&
    heardIn(task, person, [document]).length > 0;
}

function isOfCountry(store: Store, office: string): boolean {
  return store.entities.get(office.slice(office.indexOf(' of ') + 4))?.kind === 'country';
}

/** Those who hold the office in one of the documents, each once. */
function holdersIn(task: Task, documents: readonly string[], fits: Fits): Holder[] {
  const found = new Map<string, Holder>();
  for (const document of documents)
    for (const person of peopleIn(task.store, document))
      if (!found.has(person.id) && fits(person, document))
        found.set(person.id, { person, document, facts: heardIn(task, person, documents) });
  return [...found.values()];
}

/** The documents in which the office is held, where that is in two. */
function documentsOf({ store }: Task, fits: Fits): string[][] {
  const held = [...peopleOf(store)].flatMap(([document, people]) =>
    people.some((p) => fits(p, document)) ? [[document]] : [],
  );
  return held.length === MOST ? held : [];
}

/** By document, the people whose office it gives; put in order when they are first asked for. */
const known = new WeakMap<Store, ReadonlyMap<string, readonly Entity[]>>();

function peopleOf(store: Store): ReadonlyMap<string, readonly Entity[]> {
  let people = known.get(store);
  if (!people) {
    const found = new Map<string, Entity[]>();
    for (const entity of store.entities.values())
      for (const document of new Set(entity.offices?.map((o) => o.document))) {
        const of = found.get(document);
        if (of) of.push(entity);
        else found.set(document, [entity]);
      }
    people = new Map([...found].sort(([a], [b]) => coverOf(store, a).localeCompare(coverOf(store, b))));
    known.set(store, people);
  }
  return people;
}

const peopleIn = (store: Store, document: string) => peopleOf(store).get(document) ?? [];
const coverOf = (store: Store, document: string) => store.documents.get(document)?.covers ?? '';

/** The facts of the documents that somebody says something in. */
function heardIn({ index }: Task, { id }: Entity, documents: readonly string[]): Profile[] {
  const rows = index.heard([id]).slice(0, LOOKED_AT);
  return rows.map(index.profile).filter((p) => p.fact.speaker === id && documents.includes(p.fact.document));
}

/** Whether all that the question says of the two, beside what it asks, is in what they say or in what is told of them. */
function isAllSaid({ question, index, store }: Task, holders: readonly Holder[]): boolean {
  const told = holders.flatMap(({ person, facts }) => [...facts, ...index.about(person.id)]);
  const { asking, offices } = question.pairing!;
  // "the foreign min spokesman": what no table knows beside an office is a part of it.
  const ofOffice = (s: Span) =>
    offices.some(({ span }) => s.meanings.length === 0 && s.end <= span.start && s.end > span.start - 3);
  const asks = (s: Span) =>
    asking.has(s) || ofOffice(s) || s.meanings.some((m) => m === 'l' || /^(?:[fd]:|a:person)/u.test(m));
  const documents = new Set(holders.map((h) => h.document));
  const telling = wordClass(store, 'telling-of');
  /** What the settings are named by: an event, one of a kind that is reported there, or a word for what is told. */
  const isSetting = (s: Span) =>
    s.meanings.some(
      (m) =>
        m.startsWith('v:') ||
        telling.has(m) ||
        (m.startsWith('k:') && index.postings(m, LOOKED_AT).some((p) => documents.has(p.fact.document))),
    );
  return question.content.every(
    (s) => asks(s) || isSetting(s) || told.some((p) => keysOf(s).some((key) => p.concepts.has(key))),
  );
}

/** Whether they are one, and who each of them is. */
function composed(task: Task, found: readonly Holder[]): Composition {
  const { asks, byTime } = task.question.pairing!;
  const cover = ({ document }: Holder) => coverOf(task.store, document);
  const holders = byTime ? [...found].sort((a, b) => cover(a).localeCompare(cover(b))) : found;
  const people = [...new Set(holders.map((h) => h.person))];
  const names = people.map((p) => p.name);
  const verdict =
    asks === 'each'
      ? sayEach(holders.map((h) => h.person.name))
      : people.length > 1
        ? sayApart(names)
        : saySame(names[0]!);
  const lines = people.flatMap((person) =>
    linesOf(
      task,
      holders.filter((h) => h.person === person),
    ),
  );
  return { clauses: [task.composer.remark(verdict), ...lines], facts: factsOf(task, holders) };
}

/** Who somebody is, by the documents in which the office is held, or by all. */
function linesOf({ composer, store }: Task, holders: readonly Holder[]): Clause[] {
  const { person } = holders[0]!;
  const documents = holders.map((h) => h.document);
  const own = (person.evidence ?? []).filter((e) => documents.includes(e.document ?? ''));
  const evidence = own.length > 0 ? own : (person.evidence ?? []);
  const titles = person.offices?.filter((o) => documents.includes(o.document)).map((o) => o.title) ?? [];
  const told = person.gist ?? [...new Set(titles)].join(', ');
  const times = holders.flatMap((h) => intervalOf(coverOf(store, h.document)) ?? []);
  const when = [...new Set(times.map(sayInterval))].join(', ');
  return evidence.length > 0 ? [composer.cited(`${person.name} (${when}): ${told}`, evidence, 'line')] : [];
}

/** The facts that the answer stands on: of what each says, the nearest to the question. */
function factsOf({ matches, index }: Task, holders: readonly Holder[]): Profile[] {
  const scores = new Map(matches.ranked.map((c) => [c.profile, c.score]));
  return holders.flatMap(({ person, facts }) => {
    const pool = facts.length > 0 ? facts : index.about(person.id);
    return [...pool].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0)).slice(0, 1);
  });
}

/** Nobody is named for one of the times: then nothing says whether it was the same. */
function withheld(task: Task, found: readonly Holder[][], lacking: number): Composition {
  const setting = task.question.pairing!.settings[lacking]?.text ?? task.question.text;
  return { clauses: [], facts: factsOf(task, found.flat()), withholds: setting };
}
