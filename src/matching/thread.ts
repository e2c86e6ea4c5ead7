/** What a follow-up inherits from the turn before: entities, events, facts, the asked slot; never text. */
import { wordClass } from '../facts/index.ts';
import type { Question, Wanted } from '../question/index.ts';
import type { FactIndex } from './fact-index.ts';
import type { Conflict } from './gates/index.ts';
import type { Profile } from './profile.ts';

/** What a thread keeps of its last turn. Serialisable as JSON. */
export interface ThreadState {
  /** Ids of the facts of the last answer, the main one first. */
  readonly facts: readonly string[];
  readonly entities: readonly string[];
  readonly events: readonly string[];
  readonly concepts: readonly string[];
}

/** How strongly a fact belongs to what the thread was about (0–3). */
export function linkOf(profile: Profile, thread: ThreadState | undefined): number {
  if (!thread) return 0;
  let link = 0;
  if (thread.events.includes(profile.of)) link += 1.5;
  if (thread.facts.includes(profile.fact.id)) link += 1;
  // What the documents say of a person just named (an office, a rank) continues the thread.
  if (thread.entities.includes(profile.of)) link += 1.5;
  const shared = thread.entities.filter((id) => profile.entities.has(id)).length;
  return link + Math.min(1, shared * 0.35);
}

/** Whether the question needs the thread: it points back, or says too little to stand alone. */
export function leansOn(question: Question, thread: ThreadState | undefined): boolean {
  if (!thread || thread.facts.length === 0) return false;
  return question.refersBack || question.content.length <= 1 || namesNothing(question);
}

/** "with how many bombers, and from where?": no name, no event or kind of one, no day and no text of its own. */
function namesNothing({ content, dates, documents }: Question): boolean {
  return (
    dates.length === 0 && documents.length === 0 && !content.some((s) => s.meanings.some((m) => /^[evs]:/u.test(m)))
  );
}

/**
 * The gate of pronouns: "what did he say?" means whom the last answer was about, and "his assessment" is what he said.
 * @param thread what the thread kept, when the question leans on it
 */
export function pointsBack(
  question: Question,
  index: FactIndex,
  thread: ThreadState | undefined,
): ((profile: Profile) => Conflict[]) | undefined {
  if (!thread) return undefined;
  const people = describesSomebody(question, index) ? [] : peopleMeant(thread, index);
  const ship = thread.entities.some((id) => index.store.entities.get(id)?.kind === 'vessel');
  const names = question.pronouns.includes('person') && question.names.length === 0 && !ship && people.length > 0;
  // "on what date did he say it", "who reported his words": what is told of his words need not be said by him.
  const speaks = question.pronounSpeaks && people.length > 0 && !question.asked.wants.every((w) => OF_WORDS.has(w));
  const bare = !question.content.some((s) => s !== question.asked.head && !s.meanings.includes('l'));
  const pointsAt = question.pronouns.includes('thing') && thread.events.length > 0;
  const echoes = missesReply(question, index, thread);
  const [named, ...more] = asksOther(question, index) ? peopleMeant(thread, index) : [];
  const isSame = ({ of, fact }: Profile) => more.length === 0 && (of === named || fact.speaker === named);
  return (profile) => [
    ...(named !== undefined && isSame(profile) ? [{ kind: 'excluded' as const, failed: question.text }] : []),
    ...(echoes?.(profile) ? [{ kind: 'role' as const, failed: question.text }] : []),
    ...(pointsAt && reactsElsewhere(profile, thread) ? [{ kind: 'slot' as const, failed: question.text }] : []),
    // "and why?" asks of the thread's own event, and of no other that happens to have a reason.
    ...(bare && !thread.events.includes(profile.of) && !thread.facts.includes(profile.fact.id)
      ? [{ kind: 'slot' as const, failed: question.text }]
      : []),
    ...(speaks && !people.some((id) => profile.speakers.has(id))
      ? [{ kind: 'speaker' as const, failed: question.text }]
      : []),
    ...(names && !people.some((id) => profile.entities.has(id))
      ? [{ kind: 'name' as const, failed: question.text }]
      : []),
  ];
}

/** "what about the other spokesman?": whoever it is, not the one who was named before. */
function asksOther({ words, spans, names }: Question, { store }: FactIndex): boolean {
  const [other, ones] = [wordClass(store, 'other'), wordClass(store, 'of-the-kind')];
  return words.some(({ lower }, i) => {
    const next = spans.find((s) => s.start === i + 1);
    const kinds = next?.meanings.filter((m) => /^[af]:/u.test(m)) ?? [];
    const somebody = kinds.some((m) => m === 'a:person' || m.startsWith('f:')) && !kinds.includes('a:number');
    return other.has(lower) && (somebody || ones.has(words[i + 1]?.lower ?? '')) && names.length === 0;
  });
}

/** What is asked of words that somebody said, beside what they were. */
const OF_WORDS: ReadonlySet<Wanted> = new Set(['date', 'place', 'agency']);

/** "the colonel, what did he say?": a pronoun after somebody told of in words means them; "this colonel" is of the thread. */
function describesSomebody({ words, spans, asked }: Question, { store }: FactIndex): boolean {
  const [persons, pointing] = [wordClass(store, 'pronoun-person'), wordClass(store, 'pronoun-thing')];
  const pronoun = words.findIndex((w) => persons.has(w.lower));
  return spans.some(
    (s) =>
      s.end <= pronoun &&
      !asked.words.has(s.start) &&
      s.meanings.some((m) => m === 'a:person' || m.startsWith('f:')) &&
      !pointing.has(words[s.start - 1]?.lower ?? ''),
  );
}

/** "who was alarmed by it?": a reaction to something else than the thread is about. */
function reactsElsewhere({ fact }: Profile, { events, facts, entities }: ThreadState): boolean {
  const spoken = fact.speaker !== undefined && entities.includes(fact.speaker);
  const ofThread = [fact.of, fact.answers].some((id) => id !== undefined && events.includes(id));
  return fact.answers !== undefined && !spoken && !ofThread && !facts.includes(fact.id);
}

/** "What reply came?" after a protest: who protested did not reply to it, unless the question says so, nor who replies to others. */
function missesReply(
  { mainVerb, asked: { head }, roles, speakers, pronouns }: Question,
  { store, byId }: FactIndex,
  thread: ThreadState,
): ((profile: Profile) => boolean) | undefined {
  const [reply, addressed] = [[...wordClass(store, 'reply')], [...wordClass(store, 'addressed')]];
  const asksReply = [mainVerb, head].some((s) =>
    s?.meanings.some((m) => m.startsWith('p:') && reply.includes(m.slice(2))),
  );
  const first = thread.facts[0] === undefined ? undefined : byId(thread.facts[0]);
  const challenge = asksReply ? first?.frames.find((f) => addressed.some((c) => f.classes.has(c))) : undefined;
  if (!challenge || pronouns.includes('person')) return undefined;
  const named = [...roles.flatMap((r) => r.agent ?? []), ...speakers.flatMap((n) => n.entities)];
  if (named.some((id) => challenge.agents.has(id))) return undefined;
  const protests = (id: string) => challenge.agents.has(id);
  return ({ frames }) => {
    const replies = frames.filter((f) => reply.some((c) => f.classes.has(c)));
    const toIt = replies.some(
      (f) => ![...f.doers].some(protests) && (f.patients.size === 0 || [...f.patients].some(protests)),
    );
    return replies.length > 0 && !toIt;
  };
}

/** The people of the last answer's main fact; where it has none, those of the thread. */
function peopleMeant(thread: ThreadState, index: FactIndex): string[] {
  const isPerson = (id: string | undefined): id is string =>
    id !== undefined && index.store.entities.get(id)?.kind === 'person';
  const fact = thread.facts[0] === undefined ? undefined : index.byId(thread.facts[0])?.fact;
  const main = new Set([fact?.speaker, fact?.of, ...(fact?.who ?? []).map((v) => v.entity)].filter(isPerson));
  return main.size > 0 ? [...main] : thread.entities.filter(isPerson);
}
