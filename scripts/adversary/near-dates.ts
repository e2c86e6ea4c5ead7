/** Near-misses of time: another year, month, day or weekday than any event that may be meant; a date that was never given. */
import { format, parseISO } from 'date-fns';
import { type Interval, overlaps } from '../../src/facts/index.ts';
import type { Drawer } from './case.ts';
import { typed } from './from-annotations.ts';
import { drawAlias, isSpoken } from './from-events.ts';
import { nearMiss } from './near-miss.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const ASK = [
  'who took part in {} {date}',
  'where was {} {date}',
  'did {} take place {date}',
  'was {} held {date}',
  'what happened at {} {date}',
  'why was {} held {date}',
  'tell me about {} {date}',
];
const ASK_OF_WORDS = [
  'was {} made {date}',
  'what was said in {} {date}',
  'tell me about {} {date}',
  'is it true that {} was made {date}',
];

interface Wrong {
  readonly text: string;
  readonly days?: Interval;
  readonly weekday?: number;
}

function wrong(sort: string, right: Interval, random: Random): Wrong {
  const [year, month] = right.from.split('-').map(Number) as [number, number];
  if (sort === 'year') {
    const y = year + random.pick([-3, -2, -1, 1, 2, 3])!;
    return { text: `in ${y}`, days: { from: `${y}-01-01`, to: `${y}-12-31` } };
  }
  if (sort === 'month') {
    const m = `${year}-${String(((month + random.below(11)) % 12) + 1).padStart(2, '0')}`;
    return { text: `in ${format(parseISO(`${m}-01`), 'MMMM yyyy')}`, days: { from: `${m}-01`, to: `${m}-31` } };
  }
  if (sort === 'day') {
    const d = new Date(Date.parse(`${right.from}T00:00:00Z`) + random.pick([-9, -3, -2, -1, 1, 2, 3, 9])! * 86_400_000);
    const day = d.toISOString().slice(0, 10);
    return { text: `on ${format(parseISO(day), 'd MMMM yyyy')}`, days: { from: day, to: day } };
  }
  const weekday = random.below(7);
  return { text: `on ${WEEKDAYS[weekday]}`, weekday };
}

/** "who took part in the Quad summit in 2021": no event that may be meant, nor any of its kind, falls on it. */
export function drawWrongDate(world: World, random: Random, sort: 'year' | 'month' | 'day' | 'weekday'): Drawer {
  return () => {
    const drawn = drawAlias(world, random);
    const days = drawn && world.daysOf(drawn.event);
    if (!drawn || !days) return undefined;
    const date = wrong(sort, days, random);
    const kinds = new Set(drawn.meant.map((e) => e.kind));
    const rivals = world.events.filter((e) => kinds.has(e.kind) || drawn.meant.includes(e));
    // Of an event without a date nobody can say that it did not fall on the day.
    if (drawn.meant.some((e) => !world.daysOf(e))) return undefined;
    const hit = rivals.some((e) => {
      const d = world.daysOf(e);
      if (!d) return false;
      return date.days ? overlaps(d, date.days) : d.from !== d.to || parseISO(d.from).getDay() === date.weekday;
    });
    if (hit) return undefined;
    const text = random
      .pick(drawn.meant.some((e) => isSpoken(world, e)) ? ASK_OF_WORDS : ASK)!
      .replace('{}', drawn.phrase)
      .replace('{date}', date.text);
    return nearMiss(
      sort,
      typed(text, random),
      drawn.meant.flatMap((e) => world.factsOf(e.id)),
      ['no-such-event', 'false-premise'],
      date.text,
    );
  };
}

/** "when was the videoconference": the store has no date for any event that may be meant. */
export function drawUndated(world: World, random: Random): Drawer {
  const when = ['when was {}', 'on what date did {} take place', 'in which month was {}', 'which day was {}'];
  return () => {
    const drawn = drawAlias(world, random);
    if (!drawn || drawn.meant.some((e) => e.when)) return undefined;
    const facts = drawn.meant.flatMap((e) => world.factsOf(e.id));
    if (facts.some((f) => world.story(f).some((g) => g.when?.length)) || facts.length === 0) return undefined;
    return nearMiss(
      'no date',
      typed(random.pick(when)!.replace('{}', drawn.phrase), random),
      facts,
      ['not-recorded'],
      'asked for a date',
    );
  };
}
