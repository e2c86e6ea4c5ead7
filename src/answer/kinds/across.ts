/**
 * "did the November 2021 count differ from that of May 2022?", "which areas did the one patrol cover that the other did not?": one
 * question over two dates, or two events of a kind, that no single fact has both of.
 */
import { overlaps } from '../../facts/index.ts';
import { type Candidate, keysOf, type Matches } from '../../matching/index.ts';
import type { DateConstraint, Wanted } from '../../question/index.ts';
import { commonCount } from '../common-count.ts';
import type { Kind, Task } from '../task.ts';
import { asksNumber, OF_THE_OTHER_SIDE, sideBySide } from './compare.ts';

/** A side must explain at least this share of the question, though half of it speaks of the other side. */
const ENOUGH = 0.45;

/** … but where numbers are held against each other, this of a fact that counts, since the other side must count the same. */
const ENOUGH_COUNTING = 0.3;

/** What it is worth that a fact gives the kind of value that is asked for. */
const FITS = 3;

/** What each thing costs that only the other side may explain. */
const STRAIN = 1.5;

/** At most so many facts of a side are held against those of the other. */
const RIVALS = 6;

/** Forms that order events or ask for one day; they have kinds of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['when', 'order', 'timeline']);

export const across: Kind = (task) => {
  if (ELSEWHERE.has(task.question.asked.form)) return undefined;
  const [a, b] = onTwoDates(task) ?? ofTwoEvents(task) ?? byTwoSpeakers(task) ?? onDateAndBySpeaker(task) ?? [];
  const pair = a && b && pairOf(task, a, b);
  return pair && sideBySide(task, pair);
};

/** The best facts of both sides that are of different events; where numbers are asked for, those that count the same. */
function pairOf(task: Task, a: readonly Candidate[], b: readonly Candidate[]): readonly Candidate[] | undefined {
  const pairs = a.flatMap((one, i) => b.map((two, k) => ({ sides: [one, two] as const, rank: i + k })));
  const apart = pairs
    .filter(({ sides: [one, two] }) => one.profile.fact.of !== two.profile.fact.of)
    .sort((p, q) => p.rank - q.rank);
  const counting = asksNumber(task)
    ? apart.find(({ sides: [one, two] }) => commonCount(task, one.profile, two.profile))
    : undefined;
  if (counting || (task.question.compares && task.question.asked.form === 'compare')) return counting?.sides;
  return apart.find(({ rank }) => rank === 0)?.sides;
}

function onTwoDates(task: Task): (readonly Candidate[])[] | undefined {
  const groups = groupsOf(task.question.dates);
  if (groups.length !== 2) return undefined;
  return groups.map((dates) =>
    bestOf(task, task.matching({ dates }), (c) => c.profile.dates.length > 0, false, task.question.compares),
  );
}

/** Two events of a kind, set against each other: "… that the other is not reported to have …", "in both". */
function ofTwoEvents(task: Task): (readonly Candidate[])[] | undefined {
  const { question, store, matches } = task;
  if (question.asked.form !== 'compare' && !question.negated) return undefined;
  const mentions = question.content.map((s) => s.meanings.filter((m) => m.startsWith('v:')).map((m) => m.slice(2)));
  const ids = [...new Set(mentions.flatMap((events) => (events.length === 1 ? events : [])))];
  if (ids.length !== 2 || new Set(ids.map((id) => store.events.get(id)?.kind)).size !== 1) return undefined;
  return ids.map((id) => bestOf(task, matches, (c) => c.profile.fact.of === id, true));
}

/** "the bombers Shoigu counted plus those Kishi counted": numbers of two people, set against each other or added up. */
function byTwoSpeakers(task: Task): (readonly Candidate[])[] | undefined {
  const { question, store, matches } = task;
  if (question.asked.form !== 'compare' && !question.reckons && !question.compares) return undefined;
  const sides = question.names.flatMap(({ entities }) => {
    const heard = bestOf(task, matches, (c) => entities.some((id) => c.profile.speakers.has(id)), true);
    return heard[0] && !store.documents.has(heard[0].profile.fact.of) ? [heard] : [];
  });
  return sides.length === 2 ? sides : undefined;
}

/** "the Friday patrol versus the flight Kishi described": one side has a date, the other a speaker. */
function onDateAndBySpeaker(task: Task): (readonly Candidate[])[] | undefined {
  const { question, store } = task;
  if (question.asked.form !== 'compare' && !question.reckons && !question.compares) return undefined;
  const people = question.names.filter((n) => n.entities.some((id) => store.entities.get(id)?.kind === 'person'));
  const groups = groupsOf(question.dates);
  if (groups.length !== 1 || people.length !== 1) return undefined;
  const ids = people[0]!.entities;
  return [
    bestOf(
      task,
      task.matching({ dates: groups[0]! }),
      (c) => c.profile.dates.length > 0 && !ids.some((id) => c.profile.speakers.has(id)),
    ),
    bestOf(task, task.matching({ dates: [] }), (c) => ids.some((id) => c.profile.speakers.has(id))),
  ];
}

/** Dates that can be of one day belong together ("Friday … November 2021"); those that exclude each other are two sides. */
function groupsOf(dates: readonly DateConstraint[]): DateConstraint[][] {
  const groups: DateConstraint[][] = [];
  for (const date of dates) {
    const last = groups.at(-1);
    const apart = last?.some((d) => d.interval && date.interval && !overlaps(d.interval, date.interval));
    if (!last || apart) groups.push([date]);
    else last.push(date);
  }
  return groups;
}

/** The facts of one side, the best first: they fail nothing but what the other side is named for. */
function bestOf(
  task: Task,
  { clean, barred }: Matches,
  belongs: (c: Candidate) => boolean,
  misdated = false,
  apart = false,
): readonly Candidate[] {
  const wanted = wantedOf(task);
  const gives = (c: Candidate) => wanted.some((w) => w !== 'thing' && c.profile.wants.has(w));
  const head = task.question.asked.head;
  const names = (c: Candidate) => head !== null && keysOf(head).some((key) => (c.profile.concepts.get(key) ?? 0) === 1);
  const worth = (c: Candidate) => c.score + (gives(c) ? FITS : 0) + (names(c) ? FITS : 0) - STRAIN * c.conflicts.length;
  const isDate = (kind: string) => kind === 'date' || kind === 'finer-date';
  return [...clean, ...barred]
    .filter(
      (c) =>
        belongs(c) &&
        (misdated || c.evidence.coverage >= (apart && gives(c) ? ENOUGH_COUNTING : ENOUGH)) &&
        c.conflicts.every((k) => OF_THE_OTHER_SIDE.has(k.kind) && (misdated || !isDate(k.kind))),
    )
    .sort((x, y) => worth(y) - worth(x))
    .slice(0, RIVALS);
}

/** What is asked for; "compare the numbers" asks for numbers. */
function wantedOf({ question }: Task): readonly Wanted[] {
  const { asked, spans } = question;
  if (question.reckons || question.compares) return ['number'];
  if (asked.wants.length > 0) return asked.wants;
  return spans.some((s) => s.meanings.includes('a:number')) ? ['number'] : [];
}
