/** What a digest needs of the fact store, and no more. */
import type { Citation } from '../answer/index.ts';

/** A footnote before it has a number. */
export type Footnote = Omit<Citation, 'n'>;

/** A fact as a digest tells it. */
export interface DigestFact {
  readonly id: string;
  /** One or two sentences that name the speaker if there is one. */
  readonly says: string;
  /** At least one. */
  readonly footnotes: readonly Footnote[];
  readonly inferred: boolean;
  /** How its document is named in a sentence ("PTI, 24 May 2022"). */
  readonly documentName: string;
  /** Ids of the entities and of the kinds of events it is about. */
  readonly topics: readonly string[];
  /** When the bot first had it, epoch ms. */
  readonly firstLoaded: number;
  /** When its wording or evidence last changed, epoch ms; null if never. */
  readonly corrected: number | null;
  /** Why it no longer holds, or null. */
  readonly withdrawn: string | null;
}

/** Something that happened, as a digest tells it. */
export interface DigestEvent {
  readonly id: string;
  /** What happened, in one or two sentences. */
  readonly says: string;
  /** At least one. */
  readonly footnotes: readonly Footnote[];
  readonly inferred: boolean;
  /** How many facts are about it; of two on one day, the one with more goes first. */
  readonly weight: number;
  /** Whether its day is not stated but follows from what is. */
  readonly dayInferred: boolean;
  /** EDTF, or null when the documents do not say. */
  readonly when: string | null;
  readonly topics: readonly string[];
}

/** A topic that a channel can choose. */
export interface DigestTopic {
  readonly id: string;
  readonly label: string;
}

/** The store, for digests. Everything in a fixed order. */
export interface DigestSource {
  readonly facts: readonly DigestFact[];
  readonly events: readonly DigestEvent[];
  readonly topics: readonly DigestTopic[];
}
