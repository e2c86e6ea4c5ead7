/** What every contender of the bench must do: build from a generated store, then give the one record it answers with. */
import type { Made } from '../store/generate.ts';

/** One record as the search engines see it: a fact with all its text, or what an entity is. */
export interface SearchRecord {
  /** Id of the fact or entity. */
  readonly id: string;
  /** What the fact says. */
  readonly says: string;
  /** Ways to ask for it that a curator wrote. */
  readonly asked: string;
  /** The name and aliases of its event. */
  readonly event: string;
}

/** What a contender came up with. */
export interface Found {
  /** Id of the fact (or entity) that it answers with; null for none. */
  readonly first: string | null;
  /** How sure it is, the higher the surer; below the cut-off the answer counts as a refusal. */
  readonly score: number;
  /** It answered "No.". */
  readonly isNo?: boolean;
}

/** Answers one question, with the earlier questions of its thread. */
export type Finder = (question: string, context?: readonly string[]) => Found | Promise<Found>;

/** What a contender built. */
export interface Built {
  readonly find: Finder;
  /** Writes what was built to a file that `loadSnapshot` reads, where the contender can. */
  readonly keep?: (file: string) => void;
}

/** A contender. */
export interface Contender {
  readonly name: string;
  /** Its own decision to refuse stands; without, a cut-off on the score is tuned for it. */
  readonly decides: boolean;
  /** @param made the store; records are made from it before the clock starts */
  readonly build: (made: Made, records: readonly SearchRecord[]) => Built | Promise<Built>;
}

/** All that a store knows as records: each fact, and each entity that is described. */
export function recordsOf(made: Made): SearchRecord[] {
  const { store } = made;
  const facts = store.facts.map((f) => {
    const event = store.events.get(f.of);
    const names = event ? [event.name, ...(event.aliases ?? [])].join('; ') : '';
    return { id: f.id, says: f.says, asked: (f.asked_as ?? []).join('; '), event: names };
  });
  const entities = [...store.entities.values()]
    .filter((e) => e.gist)
    .map((e) => ({ id: e.id, says: `${e.name}: ${e.gist}`, asked: `who or what is ${e.name}`, event: '' }));
  return [...facts, ...entities];
}

/** A follow-up as one text, for an engine that keeps no thread. */
export function joined(question: string, context: readonly string[] | undefined): string {
  return context ? `${context.join(' ')} ${question}` : question;
}

/** A sum over the words of a question as a mean, so that one cut-off fits short and long questions. */
export function perWord(score: number, text: string): number {
  return score / (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 1);
}
