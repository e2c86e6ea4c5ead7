/** Each "Done when" line of the issue, with the measured figure and whether it holds. */
import { FOOTNOTE } from '../engines/index.ts';
import type { Measured } from '../run/measure.ts';
import { figuresOf, type Results, type Unfinished } from './results.ts';
import { sayCount, sayMemory, sayRatio, sayShare, sayTime } from './say.ts';

/** One line: what was asked for, what came out; `holds` is null where it was not measured. */
export interface Criterion {
  readonly line: string;
  readonly measured: string;
  readonly holds: boolean | null;
}

const SMALL = 1_000;
const MIDDLE = 10_000;
const LARGE = 100_000;

/** The fewest questions on which the engine is held against its reference. */
const REFERENCE = 2_000;

/** Judges a run. */
export function criteriaOf(results: Results): Criterion[] {
  const late = results.unfinished.find((u) => u.what === FOOTNOTE && u.events === LARGE);
  const [small, large] = [SMALL, LARGE].map((events) => figuresOf(results, FOOTNOTE, events));
  const loaded = results.loaded?.events === LARGE ? results.loaded : undefined;
  const both = small && large && { ratio: large.p50 / small.p50 };
  const { reference, startUp } = results;
  return [
    judge('100,000 events: p50 at most 1 ms', large ?? late, (m) => [sayTime(m.p50), m.p50 <= 1]),
    judge('100,000 events: p99 at most 5 ms', large ?? late, (m) => [sayTime(m.p99), m.p99 <= 5]),
    judge('p50 at 100,000 at most 3 times that at 1,000', both, ({ ratio }) => [sayRatio(ratio), ratio <= 3]),
    judge('100,000 events: memory under 1 GB', large ?? late, (m) => [sayMemory(m.total), m.total < 1e9]),
    judge('100,000 events: build under 10 s', large ?? late, (m) => [sayTime(m.build), m.build < 10_000]),
    judge('100,000 events: compiled load under 2 s', loaded, (l) => [sayTime(l.load), l.load < 2_000]),
    faster(results, 'fuse.js tokens', MIDDLE, 1_000),
    faster(results, 'MiniSearch fuzzy', LARGE, 20),
    better(results, 'fuse.js tokens'),
    better(results, 'MiniSearch fuzzy'),
    judge('the shipped store: first answer at most 300 ms beyond bare Node', startUp ?? undefined, (s) => [
      sayTime(s.beyond),
      s.beyond <= 300,
    ]),
    judge('the same answers as the reference matcher on 2,000 questions', reference ?? undefined, (r) => [
      `${sayCount(r.same)} of ${sayCount(r.asked)} the same to the letter at ${sayCount(r.events)} events; ${r.alike} more refuse for the same reason and offer other nearest facts`,
      r.same === r.asked && r.asked >= REFERENCE,
    ]),
  ];
}

function judge<T extends object>(
  line: string,
  of: T | Unfinished | undefined,
  by: (of: T) => [measured: string, holds: boolean],
): Criterion {
  if (!of) return { line, measured: 'not measured', holds: null };
  if (isUnfinished(of)) return { line, measured: `not done in ${of.seconds} s`, holds: false };
  const [measured, holds] = by(of);
  return { line, measured, holds };
}

function isUnfinished(of: object): of is Unfinished {
  return 'what' in of && 'seconds' in of;
}

function faster(results: Results, name: string, events: number, times: number): Criterion {
  const line = `${sayCount(events)} events: at least ${sayCount(times)} times faster than ${name}`;
  const [own, other] = [figuresOf(results, FOOTNOTE, events), figuresOf(results, name, events)];
  const ratio = own && other && { ratio: other.p50 / own.p50 };
  return judge(line, ratio, (r) => [sayRatio(r.ratio), r.ratio >= times]);
}

/** The two on the questions that both were asked, at every size where those are enough to say. */
function better(results: Results, name: string): Criterion {
  const compared = results.sizes.flatMap((events) => {
    const [own, other] = [figuresOf(results, FOOTNOTE, events), figuresOf(results, name, events)];
    if (!own || !other || other.right === null || other.false === null) return [];
    const count = Math.min(own.marks.length, other.marks.length);
    return [{ events, own: pairOf(own, count), other: pairOf(other, count) }];
  });
  return judge(
    `more right at 1, and fewer false answers, than ${name}`,
    compared.length > 0 ? compared : undefined,
    (all) => [
      all.map((c) => `${sayCount(c.events)} events: ${sayPair(c.own)} against ${sayPair(c.other)}`).join('; '),
      all.every((c) => c.own.right > c.other.right && c.own.false < c.other.false),
    ],
  );
}

interface Pair {
  readonly right: number;
  readonly false: number;
}

function pairOf(m: Measured, count: number): Pair {
  const marks = m.marks.slice(0, count);
  const of = (letter: string) => marks.split(letter).length - 1;
  return { right: of('r') / (of('r') + of('w')), false: of('f') / (of('f') + of('c')) };
}

function sayPair(pair: Pair): string {
  return `${sayShare(pair.right)} right, ${sayShare(pair.false)} false`;
}

/** The lines with a mark before each. */
export function sayCriteria(criteria: readonly Criterion[]): string {
  const mark = (holds: boolean | null) => (holds === null ? '  –   ' : holds ? 'holds ' : 'FAILS ');
  return criteria.map((c) => `${mark(c.holds)} ${c.line}: ${c.measured}`).join('\n');
}
