/** Two events that one question tells apart: "the Friday patrol … and the flight that NAME described". */

import { means, type Span } from '../lookup/index.ts';
import { fitsDate, type Profile } from '../matching/index.ts';
import type { DateConstraint, Question } from '../question/index.ts';
import type { Task } from './task.ts';

/** Of an event that is told at length, the first facts are looked at. */
const LOOKED_AT = 100;

/** More events than this are not held against each other. */
const MOST = 16;

/** A fact holds a span from this strength (0–1) on. */
const HELD = 0.7;

/** What a day or a document counts for, beside the weight of words. */
const TIME = 4;

/** What is true of both events counts for so much more than what is true of one. */
const SHARED = 1.5;

/** What a question says that can tell which event is meant. */
type Pointer = Span | DateConstraint | string;

/** One of two events, with what the question says of it alone. */
export interface Told {
  readonly event: string;
  readonly facts: readonly Profile[];
  readonly own: ReadonlySet<Pointer>;
}

/** Two events, each pointed to by something that the other is not. */
export interface TwoEvents {
  /** In the order in which the question points to them. */
  readonly events: readonly [Told, Told];
  /** What is true of neither. */
  readonly open: ReadonlySet<Pointer>;
}

/**
 * The pairs of these events that a question tells apart, the likeliest first.
 * @param events ids, the likeliest first
 */
export function twoEventsOf(task: Task, events: Iterable<string>): readonly TwoEvents[] {
  const likely = [...new Set(events)].slice(0, MOST);
  const held = likely.map((event) => pointersTo(task, event, likely));
  const pairs = held.flatMap((a, i) => held.slice(i + 1).flatMap((b) => pairOf(task, a, b) ?? []));
  return pairs.sort((x, y) => y.worth - x.worth);
}

interface Pointed {
  readonly event: string;
  readonly facts: readonly Profile[];
  readonly met: ReadonlySet<Pointer>;
}

function pointersTo({ index, matches, question, store }: Task, event: string, events: readonly string[]): Pointed {
  const facts = index.about(event).slice(0, LOOKED_AT);
  const { spans } = matches.weighed;
  const strengths = index.strengths(
    spans,
    facts.map((p) => p.order),
  );
  const met = new Set<Pointer>();
  const kindOf = (id: string) => store.events.get(id)?.kind;
  spans.forEach(({ span }, i) => {
    // What names an event is no word of another of its kind, unless it names the kind.
    const isNamed = (id: string) => span.meanings.includes(`v:${id}`);
    const keys = span.meanings.filter((m) => m.startsWith('k:'));
    const held = events.some((id) => isNamed(id) && kindOf(id) === kindOf(event))
      ? isNamed(event) || facts.some((p) => keys.some((key) => p.concepts.has(key)))
      : facts.some((_, at) => strengths[at * spans.length + i]! >= HELD);
    if (held) met.add(span);
  });
  const dated = facts.filter((p) => p.dates.length > 0);
  for (const date of question.dates) if (dated.some((p) => fitsDate(date, p, store, false) === 'fits')) met.add(date);
  for (const document of question.documents) if (facts.some((p) => p.fact.document === document)) met.add(document);
  return { event, facts, met };
}

function pairOf(
  { matches, question }: Task,
  a: Pointed,
  b: Pointed,
): (TwoEvents & { readonly worth: number }) | undefined {
  const weights = new Map<Pointer, number>(
    matches.weighed.spans.map((s) => [s.span, s.span.meanings.includes('l') ? 0 : s.weight]),
  );
  const pointers: readonly Pointer[] = [...question.content, ...question.dates, ...question.documents];
  const weightOf = (p: Pointer) => weights.get(p) ?? TIME;
  const ownOf = (one: Pointed, other: Pointed) => new Set(pointers.filter((p) => one.met.has(p) && !other.met.has(p)));
  const sum = (of: Iterable<Pointer>) => [...of].reduce((n, p) => n + weightOf(p), 0);
  const [ownA, ownB] = [ownOf(a, b), ownOf(b, a)];
  if (![ownA, ownB].every((own) => [...own].some(isTelling))) return undefined;
  const told = (one: Pointed, own: ReadonlySet<Pointer>): Told => ({ event: one.event, facts: one.facts, own });
  const open = new Set(pointers.filter((p) => !a.met.has(p) && !b.met.has(p)));
  const events = [told(a, ownA), told(b, ownB)] as const;
  const inOrder = startOf(ownA, question) <= startOf(ownB, question);
  const shared = pointers.filter((p) => a.met.has(p) && b.met.has(p));
  return {
    events: inOrder ? events : [events[1], events[0]],
    open,
    worth: sum(ownA) + sum(ownB) + SHARED * sum(shared),
  };
}

/** Whether it tells one event from all others: a time, a text, a name. */
const isTelling = (p: Pointer) => typeof p === 'string' || !('meanings' in p) || means(p, 'e:') || means(p, 'v:');

/** Where the question first says something of an event alone; of documents it is only known which comes first. */
function startOf(own: ReadonlySet<Pointer>, { words, documents }: Question): number {
  const places = [...own].map((p) => (typeof p === 'string' ? words.length + documents.indexOf(p) : p.start));
  return Math.min(...places);
}
