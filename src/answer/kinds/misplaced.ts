/** "did the drills take place in NAME?": an event that took place somewhere else of the same kind, a sea or a city, did not. */
import { type Store, wordClass } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import { type Candidate, closure } from '../../matching/index.ts';
import type { Question } from '../../question/index.ts';
import type { Kind, Task } from '../task.ts';
import { contradicted } from './single.ts';

export const misplaced: Kind = (task) => {
  const { question, store } = task;
  if (question.asked.form !== 'yes-no' || question.chooses || question.negated) return undefined;
  for (const place of question.content) {
    if (!isPlace(task, place)) continue;
    const placed = placesOf(task, place);
    if (placed.length > 0 && placed.every(({ where }) => isAnother(store, place, where)))
      return contradicted(task, (placed.find((p) => names(store, p)) ?? placed[0]!).fact);
  }
  return undefined;
};

/** Whether a fact itself names the place, which others of its event take for granted. */
function names(store: Store, { fact, where }: { fact: Candidate; where: readonly (string | undefined)[] }): boolean {
  const said = fact.profile.fact.says;
  return where.some((id) => id !== undefined && said.includes(store.entities.get(id)!.name));
}

/** Whether a name is where something is said to have taken place: waters wherever they are named, all else after "in" or "over". */
function isPlace({ store, question: { words, asides } }: Task, span: Span): boolean {
  if (asides.has(span) || !(means(span, 'e:') || means(span, 's:'))) return false;
  if (watersIn(store, span.text) !== undefined) return true;
  let at = span.start - 1;
  while (at >= 0 && wordClass(store, 'determiner').has(words[at]!.lower)) at--;
  return at >= 0 && wordClass(store, 'placing').has(words[at]!.lower);
}

/** The facts that say where the event was, the nearest first: none where the question says more of it than they do. */
function placesOf(task: Task, place: Span) {
  const { store, question, matching } = task;
  const without = <T>(all: Iterable<T>, spanOf: (one: T) => Span) => [...all].filter((one) => spanOf(one) !== place);
  const content = without(question.content, (s) => s);
  const asked: Partial<Question> = {
    spans: without(question.spans, (s) => s),
    content,
    names: without(question.names, (n) => n.span),
    subjects: without(question.subjects, (n) => n.span),
    foreign: [],
    roles: [],
    asked: { ...question.asked, form: 'where', wants: ['place'] },
  };
  return matching(asked)
    .clean.where((c) => c.evidence.fits === true && isOf(task, content, c))
    .map((fact) => ({ fact, where: store.events.get(fact.profile.of)!.where?.map((v) => v.entity) ?? [] }));
}

/** Whether a fact is of an event that is named ("the drills", not "they drilled"), and explains all that is said. */
function isOf(
  { store, question: { words } }: Task,
  content: readonly Span[],
  { profile, evidence }: Candidate,
): boolean {
  const kind = `k:${store.events.get(profile.of)?.kind}`;
  const [determiners, tags] = [wordClass(store, 'determiner'), wordClass(store, 'tag')];
  const isNoun = (s: Span) => !means(s, 'p:') || determiners.has(words[s.start - 1]?.lower ?? '');
  const isNamed = (s: Span) =>
    s.meanings.includes(`v:${profile.of}`) || (isNoun(s) && s.meanings.some((m) => m === kind));
  const isOpen = (s: Span) => !s.meanings.includes('l') && !tags.has(s.text.toLowerCase());
  return content.some(isNamed) && evidence.explained.every((e) => e.strength >= 0.5 || !isOpen(e.span));
}

/** Whether a place is another than those, of the kind of one of them at least: in what is no sea, a sea may be near. */
function isAnother(store: Store, place: Span, where: readonly (string | undefined)[]): boolean {
  const known = where.filter((id) => id !== undefined);
  if (known.length === 0 || known.length < where.length) return false;
  const around = closure(store, known);
  const ids = place.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2));
  if (ids.some((id) => around.has(id)) || known.some((id) => closure(store, ids).has(id))) return false;
  const waters = watersIn(store, place.text);
  if (waters !== undefined) return known.some((id) => watersIn(store, store.entities.get(id)!.name) === waters);
  // A capital is a city, in its country and in no other.
  const isCapital = known.every((id) => store.entities.get(id)!.stands_for !== undefined);
  const isLand =
    ids.length > 0 ? ids.every((id) => isInCountry(store, id)) : means(place, 's:city') || means(place, 's:country');
  return isCapital && isLand;
}

/** A country, or a place in one. */
function isInCountry(store: Store, id: string): boolean {
  const kinds = [...closure(store, [id])].map((one) => store.entities.get(one)?.kind);
  return kinds.includes('country') && kinds.every((kind) => kind === 'country' || kind === 'place');
}

/** The word for waters in a name ("sea"), if there is one. */
function watersIn(store: Store, name: string): string | undefined {
  return name
    .toLowerCase()
    .split(/[\s-]+/u)
    .find((word) => wordClass(store, 'waters').has(word));
}
