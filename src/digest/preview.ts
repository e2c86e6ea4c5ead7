/** A digest for the terminal: nothing is claimed, sent or counted as seen. */
import type { Storage, Subscription } from '../storage/index.ts';
import { draftDigest } from './draft.ts';
import type { DigestSource } from './source.ts';
import { instantOf } from './zone.ts';

/** What a channel without a subscription is shown as having. */
const DEFAULTS = {
  time: '09:00',
  zone: 'UTC',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  topics: [],
  whenEmpty: 'note',
} as const;
const DAY = 86_400_000;

/** An empty memory, for a preview without a database. */
const NOTHING_SEEN = {
  subscriptions: { find: async () => null },
  deliveries: { lastPosted: async () => null, seenItems: async () => new Set<string>(), unreported: async () => [] },
  unanswered: { count: async () => ({}) },
};

/**
 * Gives the text of the digest that a channel would get on `date` ("2026-05-24"), with the channel's own settings if it
 * has a subscription in the storage, else with everything at 09:00 UTC.
 */
export async function previewDigest(
  storage: Pick<Storage, 'subscriptions' | 'deliveries' | 'unanswered'> | null,
  source: DigestSource,
  { team, channel }: { readonly team: string; readonly channel: string },
  date: string,
): Promise<string> {
  const memory = (storage ?? NOTHING_SEEN) as NonNullable<typeof storage>;
  const found = await memory.subscriptions.find(team, channel);
  const timing = found ?? DEFAULTS;
  const at = instantOf(date, timing.time, timing.zone) ?? Date.parse(`${date}T00:00:00Z`);
  const subscription: Subscription = found ?? {
    ...DEFAULTS,
    team,
    channel,
    enterprise: null,
    by: 'nobody yet',
    since: at - DAY,
    state: 'active',
    pausedWhy: null,
    next: { slot: date, at },
  };
  const { message } = await draftDigest({ storage: memory, source: () => source }, subscription, date, at);
  return message
    ? plainly(message.text)
    : 'Nothing would be posted: there is nothing new, and the channel wants no note.';
}

/** Slack's markup as plain text. */
function plainly(text: string): string {
  const bare = text.replace(/^\*(.*)\*$/gm, '$1').replace(/<@([^>]*)>/g, '$1');
  return bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
