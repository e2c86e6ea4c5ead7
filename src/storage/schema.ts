/** The tables, as Kysely sees them. Instants are epoch milliseconds, lists and objects JSON text, flags 0 or 1. */

interface InstallationTable {
  /** "enterprise|team": one column, because a part of a primary key cannot be null. */
  id: string;
  enterprise_id: string | null;
  team_id: string | null;
  app_id: string | null;
  bot_user_id: string | null;
  installed_by: string | null;
  installed_at: number;
  updated_at: number;
  state: string;
  state_why: string | null;
  key_id: string;
  sealed: string;
  version: number;
}

interface SubscriptionTable {
  team_id: string;
  channel_id: string;
  enterprise_id: string | null;
  created_by: string;
  created_at: number;
  time: string;
  zone: string;
  weekdays: string;
  topics: string;
  when_empty: string;
  state: string;
  paused_why: string | null;
  next_slot: string;
  next_at: number;
}

interface DeliveryTable {
  team_id: string;
  channel_id: string;
  slot: string;
  state: string;
  owner: string | null;
  lease_until: number;
  due_at: number;
  sending_at: number | null;
  message_ts: string | null;
  window_from: number | null;
  window_to: number | null;
  items: string;
  error: string | null;
  reported: number;
  updated_at: number;
}

interface SeenItemTable {
  team_id: string;
  channel_id: string;
  item: string;
  shown_at: number;
}

interface FeedbackTable {
  id: string;
  team_id: string;
  user_id: string;
  verdict: string;
  reading: string;
  status: string;
  store: string;
  reason: string | null;
  remark: string | null;
  question: string | null;
  at: number;
}

interface UnansweredTable {
  id: string;
  team_id: string;
  reading: string;
  reason: string;
  failed: string | null;
  question: string | null;
  at: number;
}

/** All tables by name. */
export interface Tables {
  installations: InstallationTable;
  oauth_states: { state: string; payload: string; expires_at: number };
  leases: { name: string; owner: string; until: number };
  subscriptions: SubscriptionTable;
  deliveries: DeliveryTable;
  seen_items: SeenItemTable;
  fact_log: { fact_id: string; hash: string; first_loaded: number; corrected: number | null };
  threads: {
    team_id: string;
    channel_id: string;
    thread_ts: string;
    context: string;
    question_ts: string;
    updated_at: number;
  };
  seen_events: { team_id: string; key: string; seen_at: number };
  posted_answers: {
    team_id: string;
    channel_id: string;
    question_ts: string;
    answer_ts: string;
    before: string | null;
    updated_at: number;
  };
  feedback: FeedbackTable;
  unanswered: UnansweredTable;
  workspaces: { team_id: string; enterprise_id: string | null; keep_words: number | null; updated_at: number };
}

/** The tables whose rows belong to one workspace, all with `team_id`; what erasing a workspace empties. */
export const TEAM_TABLES = [
  'installations',
  'subscriptions',
  'deliveries',
  'seen_items',
  'threads',
  'seen_events',
  'posted_answers',
  'feedback',
  'unanswered',
  'workspaces',
] as const satisfies readonly (keyof Tables)[];
