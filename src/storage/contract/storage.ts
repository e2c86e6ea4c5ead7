/** All durable state in one place. */
import type { Feedback, PostedAnswers, SeenEvents, Threads, Unanswered, Workspaces } from './conversations.ts';
import type { Deliveries, FactLog, Subscriptions } from './digests.ts';
import type { Installations, Leases, OAuthStates } from './installations.ts';

/** How long rows are kept, in milliseconds, from their last change. */
export interface Retention {
  readonly seenEvents: number;
  readonly threads: number;
  readonly postedAnswers: number;
  readonly feedback: number;
  readonly unanswered: number;
  readonly deliveries: number;
  /** An installation that Slack has declared dead and nobody has renewed. */
  readonly inactiveInstallations: number;
}

const DAY = 86_400_000;

/** The periods that the privacy text promises. */
export const RETENTION: Retention = {
  // Slack repeats a delivery for at most 24 hours.
  seenEvents: 2 * DAY,
  threads: 30 * DAY,
  postedAnswers: 30 * DAY,
  feedback: 365 * DAY,
  unanswered: 180 * DAY,
  deliveries: 400 * DAY,
  inactiveInstallations: 90 * DAY,
};

/** Rows deleted, by table. */
type Erased = Readonly<Record<string, number>>;

/**
 * Durable state. Every method rejects with a `StorageError` when the database cannot do it; its message says what to do.
 */
export interface Storage {
  readonly kind: 'sqlite' | 'postgres';
  readonly installations: Installations;
  readonly oauthStates: OAuthStates;
  readonly leases: Leases;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly factLog: FactLog;
  readonly threads: Threads;
  readonly seenEvents: SeenEvents;
  readonly postedAnswers: PostedAnswers;
  readonly feedback: Feedback;
  readonly unanswered: Unanswered;
  readonly workspaces: Workspaces;
  /** Deletes what is older than its retention period. Safe to run in several processes at once. */
  purge(retention?: Retention): Promise<Erased>;
  /** Erases everything of a workspace, in one transaction. */
  eraseTeam(team: string): Promise<Erased>;
  /** Erases an organisation-wide installation and every workspace under it. */
  eraseEnterprise(enterprise: string): Promise<Erased>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
