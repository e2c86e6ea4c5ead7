/**
 * A year of 200 channels in 12 zones, with the clock in the test's hand. The schedule is tested for every day of it, the
 * worker with its database for the days around every change of clocks; with LONG_TESTS=1 for the whole year (minutes).
 */
import { expect, it } from 'vitest';
import { digestWorker, nextSlot } from '../../src/digest/index.ts';
import { DATABASES } from '../storage/databases.ts';
import { EMPTY, memorySlack, SILENT } from './fixtures.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago', // southern, clocks change at midnight
  'Australia/Sydney',
  'Australia/Lord_Howe', // by half an hour
  'Pacific/Auckland',
  'Pacific/Chatham', // at 02:45
  'Africa/Cairo', // at midnight
  'America/St_Johns',
  'Asia/Kolkata', // never
  'Asia/Tokyo',
  'America/Los_Angeles',
] as const;
const TIMES = ['02:30', '00:00', '09:00', '01:30', '02:00', '23:45', '00:30', '03:15', '12:00', '02:45'] as const;
const QUARTER = 15 * 60_000;
const YEAR = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)] as const;

/** First instant of each local quarter of an hour, read off Intl minute by minute: no code of ours. */
function wallClock(zone: string): { readonly walls: readonly string[]; readonly at: readonly number[] } {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const walls: string[] = [];
  const at: number[] = [];
  for (let instant = YEAR[0] - 2 * 86_400_000; instant < YEAR[1] + 3 * 86_400_000; instant += QUARTER) {
    const wall = format.format(instant);
    // A wall time that comes back was there before.
    if (walls.length > 0 && wall <= walls.at(-1)!) continue;
    walls.push(wall);
    at.push(instant);
  }
  return { walls, at };
}

const CLOCKS = new Map(ZONES.map((zone) => [zone as string, wallClock(zone)]));

/** When a slot is due: the first time that clocks show the time or have passed it. */
function expectedAt(zone: string, day: string, time: string): number {
  const { walls, at } = CLOCKS.get(zone)!;
  const wall = `${day} ${time}`;
  let low = 0;
  let high = walls.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (walls[middle]! >= wall) high = middle;
    else low = middle + 1;
  }
  return at[low]!;
}

const CHANNELS = Array.from({ length: 200 }, (_, i) => ({
  team: `T${i % 5}`,
  channel: `C${i}`,
  zone: ZONES[i % ZONES.length]! as string,
  time: TIMES[Math.floor(i / ZONES.length) % TIMES.length]! as string,
  weekdays: i % 7 === 0 ? [1, 2, 3, 4, 5] : i % 7 === 1 ? [7] : [1, 2, 3, 4, 5, 6, 7],
  // Nothing is ever new in this store: these channels must stay silent.
  whenEmpty: i % 20 === 19 ? ('skip' as const) : ('note' as const),
  pauses: i % 9 === 4,
}));
type Channel = (typeof CHANNELS)[number];

const DAY = 86_400_000;
const on = (month: number, date: number) => Date.UTC(2026, month - 1, date);
/** Each from the day before a change of clocks somewhere to two days after it. */
const PERIODS: readonly (readonly [number, number])[] = process.env.LONG_TESTS
  ? [YEAR]
  : [
      [on(3, 7), on(3, 10)], // North America
      [on(3, 28), on(3, 31)], // Europe
      [on(4, 4), on(4, 7)], // Chile, Australia, New Zealand
      [on(4, 23), on(4, 26)], // Egypt
      [on(9, 5), on(9, 8)], // Chile
      [on(9, 26), on(9, 29)], // New Zealand
      [on(10, 3), on(10, 6)], // Australia
      [on(10, 24), on(10, 27)], // Europe
      [on(10, 29), on(11, 3)], // Egypt, North America
    ];

/** All slots of a channel with `from < at < to`, by our own reading of the clocks. */
function expectedSlots({ zone, time, weekdays }: Channel, from: number, to: number): Map<string, number> {
  const slots = new Map<string, number>();
  for (let date = from - DAY; date < to + DAY; date += DAY) {
    const day = new Date(date).toISOString().slice(0, 10);
    if (!weekdays.includes(new Date(date).getUTCDay() || 7)) continue;
    const at = expectedAt(zone, day, time);
    if (at > from && at < to) slots.set(day, at);
  }
  return slots;
}

it('schedules every slot of the year at its time, in every zone', () => {
  let slots = 0;
  for (const channel of CHANNELS) {
    const got = new Map<string, number>();
    for (let next = nextSlot(channel, YEAR[0]); next.at < YEAR[1]; next = nextSlot(channel, next.at)) {
      expect(got.has(next.slot)).toBe(false);
      got.set(next.slot, next.at);
    }
    expect(got, `${channel.zone} ${channel.time}`).toEqual(expectedSlots(channel, ...YEAR));
    slots += got.size;
  }
  expect(slots).toBeGreaterThan(60_000);
});

it('posts every slot exactly once at its time, and nothing in skipped or paused slots', async () => {
  const database = await DATABASES[0]!.create();
  let now: number = YEAR[0];
  const clock = () => now;
  const storage = await database.open(clock);
  const slack = memorySlack(clock);
  // Two workers with one database take turns.
  const workers = ['a', 'b'].map((owner) =>
    digestWorker({
      storage,
      source: () => EMPTY,
      poster: slack.poster,
      clock,
      sleep: async () => {},
      logger: SILENT,
      owner,
    }),
  );
  const expected = new Map<string, number>();
  for (const [from, to] of PERIODS) {
    now = from;
    const pauses = { from: from + (to - from) / 4, to: to - (to - from) / 4 };
    for (const channel of CHANNELS) {
      const { team, channel: id, zone, time, weekdays, whenEmpty } = channel;
      const change = { team, channel: id, enterprise: null, by: 'U1', zone, time, weekdays, topics: [], whenEmpty };
      await storage.subscriptions.save({ ...change, next: nextSlot(channel, now) });
      for (const [day, at] of expectedSlots(channel, from, to)) {
        const paused = channel.pauses && at > pauses.from && at <= pauses.to;
        if (whenEmpty === 'note' && !paused) expected.set(`${team} ${id} ${day}`, at);
      }
    }
    const switches = [
      { at: pauses.from, pause: true },
      { at: pauses.to, pause: false },
    ];
    for (let round = 0; ; round++) {
      const due = (await storage.subscriptions.nextDue()) ?? Infinity;
      const change = switches[0];
      if (Math.min(due, change?.at ?? Infinity) >= to) break;
      if (change && change.at < due) {
        switches.shift();
        now = change.at;
        for (const channel of CHANNELS.filter((c) => c.pauses)) {
          if (change.pause) await storage.subscriptions.pause(channel.team, channel.channel, 'by hand');
          else await storage.subscriptions.resume(channel.team, channel.channel, nextSlot(channel, now));
        }
        continue;
      }
      // Rounds come up to a minute late.
      now = Math.max(now, due + ((round * 7919) % 60) * 1000);
      await workers[round % 2]!.round();
    }
  }

  const posted = slack.posted.map(({ key, at }) => ({ name: `${key.team} ${key.channel} ${key.slot}` as string, at }));
  const names = new Set(posted.map(({ name }) => name));
  expect(names.size).toBe(posted.length);
  const wrong = posted.filter(({ name, at }) => !(at >= expected.get(name)! && at < expected.get(name)! + 120_000));
  expect(wrong.slice(0, 5)).toEqual([]);
  expect([...expected.keys()].filter((name) => !names.has(name)).slice(0, 5)).toEqual([]);
  expect(posted.length).toBe(expected.size);
  expect(posted.length).toBeGreaterThan(process.env.LONG_TESTS ? 50_000 : 3000);
  await storage.close();
  await database.drop();
}, 900_000);
