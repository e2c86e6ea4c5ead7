/** What the Slack app needs of the fact store beside `Ask`. The composition root gives it. */
import type { Citation, Clause } from '../answer/index.ts';

/** One document, as a list of sources shows it. */
export interface DocumentLine {
  readonly id: string;
  readonly file: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** The day the document bears (EDTF), or null. */
  readonly published: string | null;
  readonly paragraphs: number;
}

/** A list of cited lines: a timeline or a profile. */
export interface CitedList {
  readonly title: string;
  readonly clauses: readonly Clause[];
  /** The footnotes of the clauses, by number. */
  readonly citations: readonly Citation[];
}

/** How the last reload of the store went; a store that does not validate never replaces a good one. */
export type ReloadState =
  | { readonly ok: true }
  | {
      readonly ok: false /** ISO time */;
      readonly at: string /** First problem, in one line. */;
      readonly problem: string;
    };

/** The store as the Slack app sees it. Every function reads the store that is loaded at that moment. */
export interface Library {
  /** sha256 of the loaded store. */
  readonly storeHash: () => string;
  readonly reload: () => ReloadState;
  readonly documents: () => readonly DocumentLine[];
  /** The n-th paragraph of a document in full, or null when its text is not at hand (no DOCUMENTS_DIR). */
  readonly passage: (document: string, paragraph: number) => Promise<string | null>;
  /** Up to four questions that the store can answer. */
  readonly prompts: () => readonly string[];
  /** All events in order. */
  readonly timeline: () => CitedList;
  /** What is known of an entity by one of its names, or undefined when no entity has it. */
  readonly profile: (name: string) => CitedList | undefined;
}
