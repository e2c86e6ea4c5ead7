/** What users may enter, and the clocks of zones. */
import { describe, expect, it } from 'vitest';
import { checkSettings, instantOf, knownZone, nextSlot, type SettingsInput } from '../../src/digest/index.ts';
import { decide } from '../../src/digest/schedule.ts';

const INPUT: SettingsInput = {
  time: '9:00',
  zone: 'europe/berlin',
  weekdays: ['5', '1', '1'],
  topics: ['china'],
  whenEmpty: 'weekly',
};
const TOPICS = [{ id: 'china', label: 'China' }];

describe('the settings of a digest', () => {
  it('are put in order', () => {
    expect(checkSettings(INPUT, TOPICS)).toEqual({
      ok: true,
      settings: { time: '09:00', zone: 'Europe/Berlin', weekdays: [1, 5], topics: ['china'], whenEmpty: 'weekly' },
    });
  });
  it.each([
    ['time', { time: '25:00' }, '“25:00” is no time of day'],
    ['time', { time: '09:60' }, 'is no time of day'],
    ['time', { time: null }, 'is no time of day'],
    ['time', { time: 'nine' }, 'is no time of day'],
    ['zone', { zone: 'Mars/Olympus' }, '“Mars/Olympus” is no time zone'],
    ['zone', { zone: '+05:30' }, 'is no time zone'],
    ['zone', { zone: '' }, 'is no time zone'],
    ['weekdays', { weekdays: [] }, 'at least one weekday'],
    ['weekdays', { weekdays: ['8'] }, '1 (Monday) to 7 (Sunday)'],
    ['topics', { topics: ['atlantis'] }, 'No longer in the store: atlantis'],
    ['whenEmpty', { whenEmpty: 'shout' }, 'Choose what to do'],
    ['whenEmpty', { whenEmpty: 'toString' }, 'Choose what to do'],
  ] as const)('have a problem with %s in %j', (field, change, words) => {
    const checked = checkSettings({ ...INPUT, ...change }, TOPICS);
    expect(checked.ok ? {} : Object.keys(checked.problems)).toEqual([field]);
    expect(checked.ok ? '' : checked.problems[field]).toContain(words);
  });
  it('say all problems at once', () => {
    const checked = checkSettings({ time: 'x', zone: 'y', weekdays: [], topics: ['z'], whenEmpty: 'w' }, TOPICS);
    expect(checked.ok ? [] : Object.keys(checked.problems)).toHaveLength(5);
  });
});

describe('clocks', () => {
  const utc = (day: string, time: string, zone: string) => {
    const at = instantOf(day, time, zone);
    return at === null ? null : new Date(at).toISOString().slice(0, 16);
  };
  it.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00'], // skipped: the first minute after the gap, 03:00
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30'], // comes twice: the first
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30'], // a gap of half an hour
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45'],
    ['2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00'], // the day begins at 01:00
    ['2011-12-30', '12:00', 'Pacific/Apia', null], // a day that was not
    ['2026-05-24', '09:00', 'Asia/Kathmandu', '2026-05-24T03:15'],
  ])('on %s at %s in %s: %s', (day, time, zone, expected) => expect(utc(day, time, zone)).toBe(expected));
  it('know zones by their names in any letters', () => {
    expect(knownZone('america/new_york')).toBe('America/New_York');
    expect(knownZone('Etc/Nowhere')).toBeNull();
  });
  it('find the next slot across skipped weekdays', () => {
    const timing = { time: '09:00', zone: 'UTC', weekdays: [1] };
    expect(nextSlot(timing, Date.UTC(2026, 4, 25, 9))).toEqual({ slot: '2026-06-01', at: Date.UTC(2026, 5, 1, 9) });
    expect(nextSlot(timing, Date.UTC(2026, 4, 25, 9) - 1).slot).toBe('2026-05-25');
  });
});

describe('a slot', () => {
  const at = Date.UTC(2026, 4, 24, 22);
  const timing = { time: '22:00', zone: 'UTC', weekdays: [] };
  const minutesLate = (minutes: number) => decide(timing, '2026-05-24', at + minutes * 60_000).do;
  it('is posted on time, or within its day after an outage of up to four hours', () => {
    const early = { time: '09:00', zone: 'UTC', weekdays: [] };
    const late = (minutes: number) => decide(early, '2026-05-24', Date.UTC(2026, 4, 24, 9) + minutes * 60_000).do;
    expect([late(-1), late(0), late(240), late(241)]).toEqual(['wait', 'post', 'post', 'drop']);
    expect([minutesLate(0), minutesLate(119), minutesLate(120)]).toEqual(['post', 'post', 'drop']);
  });
  it('just before midnight may be a few minutes late', () => {
    expect(decide({ ...timing, time: '23:59' }, '2026-05-24', Date.UTC(2026, 4, 25, 0, 5)).do).toBe('post');
  });
});
