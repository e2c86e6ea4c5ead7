/** Every word of a digest that is not the store's. */
import type { Citation } from '../answer/index.ts';
import type { DigestContent, Section } from './compose.ts';
import { localDay, localTime } from './zone.ts';

/** Headings of the sections. */
export const HEADINGS: Readonly<Record<Section, string>> = {
  corrected: 'Corrected',
  new: 'New in the documents',
  'on-this-day': 'On this day',
  record: 'From the record',
  unanswered: 'Asked, but not in the documents',
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Says a day: "24 May 2026". */
export function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}

/** Says which time a digest covers, in the channel's zone. */
export function sayWindow(from: number, to: number, zone: string): string {
  const say = (at: number) => `${sayDay(localDay(at, zone))}, ${localTime(at, zone)}`;
  return `Covers ${say(from)} to ${say(to)} (${zone}).`;
}

/** Says how long ago an anniversary's event was. */
export function sayAnniversary(years: number): string {
  return years === 1 ? 'One year ago' : `${years} years ago`;
}

const REASONS: Readonly<Record<string, string>> = {
  'not-recorded': 'a detail that is not recorded',
  'no-such-event': 'an event that is not in them',
  'unknown-name': 'a name that is not in them',
  'false-premise': 'something that they contradict',
  'off-topic': 'another topic',
  'not-understood': 'something that was not understood',
  clarify: 'something with several meanings',
};

/** Says how many questions had no answer and why, without a word of them; null when there were none. */
export function sayUnanswered(counts: Readonly<Record<string, number>>): string | null {
  const entries = Object.entries(counts).filter(([, times]) => times > 0);
  const total = entries.reduce((sum, [, times]) => sum + times, 0);
  if (total === 0) return null;
  entries.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const reasons = entries.map(([reason, times]) => `${times} about ${REASONS[reason] ?? 'something else'}`);
  return `${total === 1 ? 'One question' : `${total} questions`} in this workspace found no answer: ${reasons.join(', ')}.`;
}

/** Says how many new facts found no room; null when all did. */
export function sayMore(more: DigestContent['more']): string | null {
  const parts = Object.entries(more).map(([document, facts]) => `${facts} from ${document}`);
  return parts.length === 0
    ? null
    : `More new or corrected facts: ${parts.join('; ')}. Ask for them, or see /footnote timeline.`;
}

/** Says a source: "[1] PTI, 24 May 2022, paragraph 5: “grave concerns”". */
export function saySource(source: Citation): string {
  return `[${source.n}] ${sayDocument(source)}, paragraph ${source.paragraph}: “${source.quote}”`;
}

/** Names a document: "PTI, 24 May 2022"; one that bears no day is told apart by what it is about: "PTI, report on 24 May 2022". */
export function sayDocument({
  publisher,
  title,
  document,
  published,
  covers,
}: Pick<Citation, 'publisher' | 'title' | 'document' | 'published' | 'covers'>): string {
  const said = (day: string) => (/^\d{4}-\d\d-\d\d$/.test(day) ? sayDay(day) : day.replace('/', ' to '));
  return `${publisher ?? title ?? document}, ${published ? said(published) : `report on ${said(covers)}`}`;
}

/** Says that there is nothing new. */
export function sayNothingNew(weekly: boolean): string {
  return weekly ? 'Nothing new in the documents this week.' : 'Nothing new in the documents.';
}

/** Says that an earlier digest is missing or uncertain. */
export function sayUncertain(slot: string, state: string): string {
  return state === 'unknown'
    ? `It is not known whether the digest of ${sayDay(slot)} was posted; it was not sent again. What it would have said is included here.`
    : `The digest of ${sayDay(slot)} could not be posted; what it would have said is included here.`;
}

const CHANNEL_REASONS: Readonly<Record<string, string>> = {
  channel_not_found: 'I cannot see the channel. Invite me there with /invite @Footnote',
  not_in_channel: 'I am not in the channel. Invite me there with /invite @Footnote',
  is_archived: 'the channel is archived. Unarchive it',
  team_not_found: 'the channel does not belong to a workspace I am installed in. Check it',
};

/** Says to the one who set a digest up that it is paused. `channel` is an id; Slack shows its name. */
export function sayPaused(channel: string, error: string): string {
  const reason =
    CHANNEL_REASONS[error] ?? `Slack does not let me post there (${error}). Ask whoever manages the channel`;
  return `The digest in <#${channel}> is paused: ${reason}, then run /footnote digest resume in the channel.`;
}
