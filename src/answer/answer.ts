/** What the engine gives: the answer contract (DESIGN.md, section 4). */

/** One footnote: the place in a document that supports a clause. */
export interface Citation {
  /** Number of the footnote in the text, from 1. */
  readonly n: number;
  /** Id of the document in the store. */
  readonly document: string;
  /** File name of the document. */
  readonly file: string;
  /** The n-th non-blank line of the document, from 1. */
  readonly paragraph: number;
  /** Verbatim fragment of at most 15 words. */
  readonly quote: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** The day the document bears (EDTF), or null. */
  readonly published: string | null;
  /** The time its news is about (EDTF); how a document that bears no day is told apart, never the day it was published. */
  readonly covers: string;
}

/** What a footnote's modal shows beside the citation. */
export interface Provenance {
  /** Display name of who said it, for an attributed clause. */
  readonly speaker: string | null;
  readonly basis: 'stated' | 'inferred';
  /** For an inferred value: the rule in words. */
  readonly rule: string | null;
}

/** One clause of an answer, with the numbers of its footnotes. */
export interface Clause {
  /** Plain text without marks. */
  readonly text: string;
  /** Numbers of the footnotes that support it. */
  readonly notes: readonly number[];
  /** `lead` is the asked thing, `line` one of several accounts or events, `context` what completes it, `remark` our own word. */
  readonly role: 'lead' | 'line' | 'context' | 'remark';
}

/** Why a question was not answered. */
export type ReasonKind =
  | 'not-recorded'
  | 'no-such-event'
  | 'unknown-name'
  | 'false-premise'
  | 'off-topic'
  | 'not-understood';

/** The reason of a refusal: its class and the part of the question that failed. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly failed: string;
}

/** A fact near to what was asked. */
export interface NearFact {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** A question that this fact answers, for a button. */
  readonly question: string;
}

/** What a thread keeps of its last turn: ids and slots, never Slack text. Serialisable as JSON. */
export interface ThreadContext {
  readonly facts: readonly string[];
  readonly entities: readonly string[];
  readonly events: readonly string[];
  /** The slot asked for last. */
  readonly asked: string | null;
  /** Concept ids the last question was about. */
  readonly concepts: readonly string[];
  /** EDTF of the date the last question named, or null. */
  readonly date: string | null;
}

/** The engine's answer to one question. */
export interface Answer {
  readonly question: string;
  readonly status: 'answered' | 'clarify' | 'abstained';
  /** Plain text with [1] marks and speakers, without the list of sources. */
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly citations: readonly Citation[];
  /** By number of the footnote. */
  readonly provenance: Readonly<Record<number, Provenance>>;
  /** How the question was understood, in one line. */
  readonly reading: string;
  readonly reason: Reason | null;
  /** Up to three, best first; on a refusal unless off topic. */
  readonly nearest: readonly NearFact[];
  /** Up to three questions it can answer. */
  readonly suggestions: readonly string[];
  /** What the thread keeps for a follow-up. */
  readonly thread: ThreadContext;
  /** sha256 of the loaded store. */
  readonly store: string;
}

/** How a question is put to the engine. */
export interface AskOptions {
  /** Today (ISO date): relative dates and ages count from it. */
  readonly now: string;
  /** Earlier questions of the thread, oldest first. */
  readonly context?: readonly string[];
  /** What the thread kept from its last answer; wins over `context`. */
  readonly thread?: ThreadContext;
}

/** Answers one question from one loaded store. Pure: same question, context, `now` and store give the same answer. Never throws. */
export type Ask = (question: string, options: AskOptions) => Answer;
