/** What the Slack app remembers, as narrow interfaces; no text of Slack is in it unless the workspace allows it. */
import type { Answer, ReasonKind, ThreadContext } from '../answer/index.ts';

/** Where a message stands; for a thread, `ts` is that of its first message. */
export interface MessagePlace {
  /** Id of the workspace (or of the organisation for an org-wide install). */
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
}

/** Which deliveries and messages were taken up, shared by all processes. */
export interface SeenEvents {
  /** Gives those of the keys that are given for the first time. Atomic: of several callers at once exactly one gets a key. */
  readonly take: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** What a thread keeps of its last turn. */
export interface ThreadRecord {
  readonly context: ThreadContext;
  /** ts of the question that it comes from. */
  readonly question: string;
}

/** Thread contexts, by the thread's first message. */
export interface Threads {
  readonly get: (thread: MessagePlace) => Promise<ThreadRecord | undefined>;
  readonly put: (thread: MessagePlace, record: ThreadRecord) => Promise<void>;
}

/** Where the answer to a question was posted. */
export interface PostedAnswer {
  /** ts of the answer, in the channel of the question. */
  readonly ts: string;
  /** What the thread knew before the question: an edited question is asked with it again. */
  readonly before: ThreadContext | null;
}

/** Posted answers, by the message of the question. */
export interface PostedAnswers {
  readonly get: (question: MessagePlace) => Promise<PostedAnswer | undefined>;
  readonly put: (question: MessagePlace, answer: PostedAnswer) => Promise<void>;
}

/** What a reader says of an answer. */
export interface Feedback {
  readonly team: string;
  readonly user: string;
  /** ISO time. */
  readonly at: string;
  readonly verdict: 'good' | 'bad';
  /** How the question was understood. */
  readonly reading: string;
  readonly status: Answer['status'];
  /** sha256 of the store that answered. */
  readonly store: string;
  /** Choice of the form; null for a good verdict. */
  readonly reason: string | null;
  /** What the reader wrote in the form for the curator. */
  readonly remark: string | null;
  /** The words of the question, only if the workspace allows it. */
  readonly question: string | null;
}

/** A question that the documents do not answer. */
export interface Unanswered {
  readonly team: string;
  /** ISO time. */
  readonly at: string;
  readonly reading: string;
  readonly reason: ReasonKind | 'clarify';
  /** The part of the question that failed, and its words: only if the workspace allows it. */
  readonly failed: string | null;
  readonly question: string | null;
}

/** All that the Slack app remembers. */
export interface SlackState {
  readonly seen: SeenEvents;
  readonly threads: Threads;
  readonly answers: PostedAnswers;
  readonly feedback: { readonly add: (feedback: Feedback) => Promise<void> };
  readonly unanswered: { readonly add: (unanswered: Unanswered) => Promise<void> };
}

/** Stable key of a place. */
export function placeKey(place: MessagePlace): string {
  return `${place.team}/${place.channel}/${place.ts}`;
}
