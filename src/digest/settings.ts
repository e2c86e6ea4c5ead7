/** What a user enters about a digest, checked; the words of a problem stand beside the field that has it. */
import type { DigestSettings, WhenEmpty } from '../storage/index.ts';
import type { DigestTopic } from './source.ts';
import { knownZone } from './zone.ts';

/** The fields of the form. */
type SettingsField = 'time' | 'zone' | 'weekdays' | 'topics' | 'whenEmpty';

/** The form as it was sent; null for what was left empty. */
export interface SettingsInput {
  /** "9:00", "09:00". */
  readonly time: string | null;
  readonly zone: string | null;
  /** "1" to "7", 1 is Monday. */
  readonly weekdays: readonly string[];
  readonly topics: readonly string[];
  readonly whenEmpty: string | null;
}

/** The settings, or what is wrong with each field. */
export type CheckedSettings =
  | { readonly ok: true; readonly settings: DigestSettings }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<SettingsField, string>>> };

/** The choices for a day with nothing new, with their words in the form. */
export const WHEN_EMPTY: Readonly<Record<WhenEmpty, string>> = {
  skip: 'Post nothing',
  note: 'Post a short note',
  weekly: 'Post a note once a week',
};

/** More topics than this make a filter that nobody can read. */
const MOST_TOPICS = 25;

/** Checks a form against the topics of the store. Never throws. */
export function checkSettings(input: SettingsInput, topics: readonly DigestTopic[]): CheckedSettings {
  const problems: Partial<Record<SettingsField, string>> = {};
  const time = readTime(input.time ?? '');
  if (time === null)
    problems.time = `“${shown(input.time)}” is no time of day; write it like 09:00, from 00:00 to 23:59.`;
  const zone = knownZone((input.zone ?? '').trim());
  if (zone === null)
    problems.zone = `“${shown(input.zone)}” is no time zone; write it like Europe/Berlin or Asia/Tokyo.`;
  const weekdays = [...new Set(input.weekdays.map(Number))].sort((a, b) => a - b);
  if (weekdays.length === 0) problems.weekdays = 'Choose at least one weekday.';
  else if (weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
    problems.weekdays = 'Weekdays are 1 (Monday) to 7 (Sunday).';
  const known = new Set(topics.map((topic) => topic.id));
  const unknown = input.topics.filter((topic) => !known.has(topic));
  if (unknown.length > 0) problems.topics = `No longer in the store: ${unknown.map(shown).join(', ')}. Choose again.`;
  else if (input.topics.length > MOST_TOPICS)
    problems.topics = `Choose at most ${MOST_TOPICS} topics, or none for everything.`;
  const whenEmpty = input.whenEmpty ?? 'skip';
  if (!Object.hasOwn(WHEN_EMPTY, whenEmpty)) problems.whenEmpty = 'Choose what to do when there is nothing new.';
  if (time === null || zone === null || Object.keys(problems).length > 0) return { ok: false, problems };
  const chosen = [...new Set(input.topics)].sort();
  return { ok: true, settings: { time, zone, weekdays, topics: chosen, whenEmpty: whenEmpty as WhenEmpty } };
}

function readTime(text: string): string | null {
  const match = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return `${match[1]!.padStart(2, '0')}:${match[2]}`;
}

function shown(text: string | null): string {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}
