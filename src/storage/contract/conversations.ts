/** What the bot keeps of conversations: ids, readings and verdicts; a user's words only where the workspace allows it. */
import type { ThreadContext } from '../../answer/index.ts';

/** What a thread keeps of its last turn. */
export interface ThreadRecord {
  readonly context: ThreadContext;
  /** ts of the question that it comes from. */
  readonly question: string;
}

/** Where the answer to a question was posted. */
export interface PostedAnswer {
  /** ts of the answer, in the channel of the question. */
  readonly ts: string;
  /** What the thread knew before the question: an edited question is asked with it again. */
  readonly before: ThreadContext | null;
}

/** What each Slack thread was last about, for follow-ups. Rows go 30 days after the last turn. */
export interface Threads {
  /** Gives what the thread kept, or null when nothing is known of it. `threadTs` is the ts of the thread's first message. */
  get(team: string, channel: string, threadTs: string): Promise<ThreadRecord | null>;
  /** Replaces what the thread keeps. */
  put(team: string, channel: string, threadTs: string, record: ThreadRecord): Promise<void>;
}

/** One thing that happened in a workspace, by a name of it. */
interface Mark {
  /** Id of the workspace, or empty for a key that names nobody's data. */
  readonly team: string;
  readonly key: string;
}

/** Which deliveries of Slack were handled already; holds across processes. Rows go after two days. */
export interface SeenEvents {
  /**
   * Marks keys as seen, in one atomic insert, and gives those that were new: each to the one caller that was first. Slack can name
   * one thing in several ways (the id of the event, the message), and all of them are given at once.
   */
  take(marks: readonly Mark[]): Promise<ReadonlySet<string>>;
  /** Takes a mark back, for a handler that failed before it did anything. */
  forget(team: string, key: string): Promise<void>;
}

/** Which message of ours answers which question, so that an edit of the question updates it. Rows go after 30 days. */
export interface PostedAnswers {
  /** Gives our answer to the message `questionTs`, or null. */
  get(team: string, channel: string, questionTs: string): Promise<PostedAnswer | null>;
  /** Records the answer, replacing an earlier one. */
  put(team: string, channel: string, questionTs: string, answer: PostedAnswer): Promise<void>;
}

/** What a reader said of one answer. */
export interface FeedbackEntry {
  readonly team: string;
  readonly user: string;
  readonly verdict: 'good' | 'bad';
  /** How the question was understood. */
  readonly reading: string;
  /** Status of the answer ("answered"). */
  readonly status: string;
  /** sha256 of the store that answered. */
  readonly store: string;
  /** Choice of the form; null for a good verdict. */
  readonly reason: string | null;
  /** What the reader wrote in the form for the curator, knowing that it is kept; null if nothing. */
  readonly remark: string | null;
  /** The asker's question; dropped unless the workspace keeps words. */
  readonly question: string | null;
}

/** Feedback with when it came (epoch ms). */
type StoredFeedback = FeedbackEntry & { readonly at: number };

/** What readers said of answers, for the curator. Rows go after a year. */
export interface Feedback {
  /** Records a verdict. */
  add(entry: FeedbackEntry): Promise<void>;
  /** Gives a workspace's feedback, newest first. */
  list(team: string, limit: number): Promise<readonly StoredFeedback[]>;
}

/** A question that the documents do not answer. */
export interface UnansweredEntry {
  readonly team: string;
  readonly reading: string;
  /** The kind of the refusal ("not-recorded"). */
  readonly reason: string;
  /** The part of the question that failed; it quotes the asker, so it is dropped unless the workspace keeps words. */
  readonly failed: string | null;
  /** The question; dropped unless the workspace keeps words. */
  readonly question: string | null;
}

/** An unanswered question with when it was asked (epoch ms). */
type StoredUnanswered = UnansweredEntry & { readonly at: number };

/** Questions that were refused, for the curator and the digest's counts. Rows go after 180 days. */
export interface Unanswered {
  /** Records one refusal. */
  add(entry: UnansweredEntry): Promise<void>;
  /** Counts a workspace's refusals with `from <= at < to` (epoch ms) by the kind of their reason. */
  count(team: string, from: number, to: number): Promise<Readonly<Record<string, number>>>;
  /** Gives a workspace's refusals, newest first. */
  list(team: string, limit: number): Promise<readonly StoredUnanswered[]>;
}

/** What a workspace decided. */
interface WorkspaceSettings {
  /** Whether questions may be stored in the asker's words (without a decision, the default that the storage was opened with). */
  readonly keepWords: boolean;
}

/** Settings per workspace. */
export interface Workspaces {
  /** Gives the settings, the defaults for a workspace that never set any. */
  settings(team: string): Promise<WorkspaceSettings>;
  /** Notes that a workspace came under an organisation's installation, so that erasing the organisation finds it. */
  belongsTo(team: string, enterprise: string): Promise<void>;
  /** Replaces the settings. Turning `keepWords` off erases the words that were kept. */
  change(team: string, settings: WorkspaceSettings): Promise<void>;
}
