/** Subscriptions to the daily digest and the ledger of what was sent. All instants are epoch milliseconds. */

/** What to post on a day with nothing new for the channel. */
export type WhenEmpty = 'skip' | 'note' | 'weekly';

/** How a channel wants its digest. */
export interface DigestSettings {
  /** Wall-clock time "HH:MM", 24 hours. */
  readonly time: string;
  /** IANA zone ("Europe/Berlin"). */
  readonly zone: string;
  /** ISO weekdays, 1 is Monday, ascending. */
  readonly weekdays: readonly number[];
  /** Ids of entities or kinds of events; empty means everything. */
  readonly topics: readonly string[];
  readonly whenEmpty: WhenEmpty;
}

/** The slot that comes next: its local day ("2026-05-24") and when to look at it. */
export interface NextSlot {
  readonly slot: string;
  readonly at: number;
}

/** One channel's digest. Only ids are stored, never names. */
export interface Subscription extends DigestSettings {
  readonly team: string;
  readonly channel: string;
  readonly enterprise: string | null;
  /** User id of who set it up (last). */
  readonly by: string;
  /** When the channel first subscribed. */
  readonly since: number;
  readonly state: 'active' | 'paused';
  /** Why it is paused, in words; null when it is active. */
  readonly pausedWhy: string | null;
  readonly next: NextSlot;
}

/** What `save` takes: a subscription that starts or changes. */
type SubscriptionChange = Pick<Subscription, 'team' | 'channel' | 'enterprise' | 'by' | 'next'> & DigestSettings;

/** The subscriptions of all workspaces, one per channel. */
export interface Subscriptions {
  /** Starts or changes a channel's digest and makes it active; `since` stays that of the first time. */
  save(change: SubscriptionChange): Promise<Subscription>;
  find(team: string, channel: string): Promise<Subscription | null>;
  /** Gives a workspace's subscriptions by channel id. */
  list(team: string): Promise<readonly Subscription[]>;
  /** Gives active subscriptions with `next.at <= now`, longest due first, but those of the workspaces `except`. */
  due(now: number, limit: number, except?: readonly string[]): Promise<readonly Subscription[]>;
  /** Earliest `next.at` of the active ones, or null. */
  nextDue(): Promise<number | null>;
  /** Pauses; true if it was active, so only one of several callers tells the user. */
  pause(team: string, channel: string, why: string): Promise<boolean>;
  /** Makes a paused one active again from `next` on; true if it was paused. */
  resume(team: string, channel: string, next: NextSlot): Promise<boolean>;
  /** Moves `next` on if it still is at `slot`; true if it moved. */
  advance(team: string, channel: string, slot: string, next: NextSlot): Promise<boolean>;
  /** Ends a subscription and forgets what the channel has seen; true if there was one. The ledger stays. */
  remove(team: string, channel: string): Promise<boolean>;
  /** Follows a channel whose id changed (`channel_id_changed`). */
  moveChannel(team: string, from: string, to: string): Promise<void>;
}

/** Names one delivery: a channel has at most one digest per local day. */
export interface DeliveryKey {
  readonly team: string;
  readonly channel: string;
  /** The slot's local day, "2026-05-24". */
  readonly slot: string;
}

/** How a delivery ended, or `claimed`/`sending` while it has not. */
export type DeliveryState = 'claimed' | 'sending' | 'posted' | 'skipped' | 'unknown' | 'failed' | 'missed';

/** One row of the ledger. */
export interface Delivery extends DeliveryKey {
  readonly state: DeliveryState;
  readonly owner: string | null;
  /** Until when the owner may work on it. */
  readonly leaseUntil: number;
  /** When the slot was due. */
  readonly dueAt: number;
  /** When the request to Slack was about to be made, or null. */
  readonly sendingAt: number | null;
  readonly messageTs: string | null;
  readonly windowFrom: number | null;
  readonly windowTo: number | null;
  /** Keys of the items in it. */
  readonly items: readonly string[];
  readonly error: string | null;
  /** Whether a later digest of the channel has mentioned that this one is missing or uncertain. */
  readonly reported: boolean;
}

/** What is written down right before the request to Slack. */
interface SendingRecord {
  readonly leaseMs: number;
  readonly windowFrom: number;
  readonly windowTo: number;
  readonly items: readonly string[];
}

/** How a delivery ended. */
export type DeliveryEnd =
  | { readonly state: 'posted'; readonly messageTs: string; readonly reported?: readonly string[] }
  | { readonly state: 'skipped' }
  | { readonly state: 'unknown' | 'failed' | 'missed'; readonly error: string };

/** The ledger of digests: each slot is claimed by one process before anything is sent. Rows go after 400 days. */
export interface Deliveries {
  /**
   * Claims a slot until `now + leaseMs`: inserts its row, or takes a row that was claimed but never sent and whose lease
   * ran out. False when somebody else has it, its outcome is open, or it has ended.
   */
  claim(key: DeliveryKey, owner: string, dueAt: number, leaseMs: number): Promise<boolean>;
  /** claimed → sending, if `owner` still holds it; false means: do not send. */
  startSending(key: DeliveryKey, owner: string, record: SendingRecord): Promise<boolean>;
  /**
   * Ends a delivery and moves the subscription on, in one transaction. `posted` also records what the channel has seen,
   * and holds whoever owns the row, as the message is there; the other ends need the owner. False if nothing changed.
   */
  finish(key: DeliveryKey, owner: string, end: DeliveryEnd, next: NextSlot): Promise<boolean>;
  /** Gives the slot back unsent, to be looked at again at `retryAt`; false if `owner` no longer holds it. */
  release(key: DeliveryKey, owner: string, retryAt: number, error: string): Promise<boolean>;
  /** Deliveries that were begun and whose lease ran out: their process died or lost the database. */
  stale(limit: number): Promise<readonly Delivery[]>;
  /** Takes a stale delivery over, keeping its state; true for one caller only. */
  takeOver(delivery: Delivery, owner: string, leaseMs: number): Promise<boolean>;
  find(key: DeliveryKey): Promise<Delivery | null>;
  /** The channel's last delivery known to be posted, or null. */
  lastPosted(team: string, channel: string): Promise<Delivery | null>;
  /** Ended deliveries that readers did not get for sure and have not been told of, oldest first. */
  unreported(team: string, channel: string): Promise<readonly Delivery[]>;
  /** Keys of the items that the channel has been shown. */
  seenItems(team: string, channel: string): Promise<ReadonlySet<string>>;
}

/** When the bot first had a fact, and when its wording or evidence last changed (null: never). */
export interface FactDates {
  readonly firstLoaded: number;
  readonly corrected: number | null;
}

/** Remembers which facts were loaded when, so that a digest can tell what is new. */
export interface FactLog {
  /** Notes the facts of a store that was just loaded (`hash` over what a reader sees) and gives the dates of each. */
  note(facts: readonly { readonly id: string; readonly hash: string }[]): Promise<ReadonlyMap<string, FactDates>>;
}
