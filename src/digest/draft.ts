/** Makes a channel's digest for a slot, without claiming or sending anything: for sending and for previews. */
import type { Subscription } from '../storage/index.ts';
import { composeDigest, type DigestContent } from './compose.ts';
import type { DigestParts } from './parts.ts';
import { type DigestMessage, renderDigest } from './render.ts';
import { sayUncertain } from './wording.ts';
import { dayAfter } from './zone.ts';

/** A digest that could be sent. */
export interface DigestDraft {
  readonly content: DigestContent;
  /** Null when nothing is to be posted: there is nothing new, and the channel wants no note today. */
  readonly message: DigestMessage | null;
  readonly from: number;
  readonly to: number;
  /** Slots whose fate the message tells. */
  readonly reported: readonly string[];
}

/** Drafts the digest of `slot` as of `now` (epoch ms). It covers the time since the channel's last digest. */
export async function draftDigest(
  { storage, source }: Pick<DigestParts, 'storage' | 'source'>,
  subscription: Subscription,
  slot: string,
  now: number,
): Promise<DigestDraft> {
  const { team, channel, topics, zone, by, since, whenEmpty } = subscription;
  const last = await storage.deliveries.lastPosted(team, channel);
  const from = last?.windowTo ?? since;
  const [seen, uncertain, unanswered] = [
    await storage.deliveries.seenItems(team, channel),
    await storage.deliveries.unreported(team, channel),
    await storage.unanswered.count(team, from, now),
  ];
  const content = composeDigest({ source: source(), day: slot, from, to: now, topics, seen, unanswered });
  const weekSince = last?.slot ?? '';
  const wantsNote = whenEmpty === 'note' || (whenEmpty === 'weekly' && weekSince <= dayAfter(slot, -7));
  // A digest that failed has to be told of, even on a day without news.
  const skip = content.empty && !wantsNote && uncertain.length === 0;
  const frame = {
    day: slot,
    zone,
    from,
    to: now,
    by,
    notices: uncertain.map((delivery) => sayUncertain(delivery.slot, delivery.state)),
    note: whenEmpty === 'weekly' ? ('weekly' as const) : ('daily' as const),
  };
  return {
    content,
    message: skip ? null : renderDigest(content, frame),
    from,
    to: now,
    reported: uncertain.map((delivery) => delivery.slot),
  };
}
