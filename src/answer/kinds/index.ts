/** All kinds of answers that are computed from several facts. */
import type { Kind } from '../task.ts';
import { accounts } from './accounts.ts';
import { across } from './across.ts';
import { amended } from './amended.ts';
import { arithmetic } from './arithmetic.ts';
import { attributed } from './attributed.ts';
import { beforeAfter } from './before-after.ts';
import { choose } from './choose.ts';
import { compare } from './compare.ts';
import { countedInEach } from './counted-in-each.ts';
import { day } from './day.ts';
import { define } from './define.ts';
import { denied } from './denied.ts';
import { gather } from './gather.ts';
import { halves, listed } from './halves.ts';
import { holders } from './holders.ts';
import { inCommon } from './in-common.ts';
import { interval } from './interval.ts';
import { membership } from './membership.ts';
import { misplaced } from './misplaced.ts';
import { novelty } from './novelty.ts';
import { olderDocument } from './older-document.ts';
import { oneAndSame } from './one-and-same.ts';
import { order } from './order.ts';
import { participants } from './participants.ts';
import { perDocument } from './per-document.ts';
import { remainder } from './remainder.ts';
import { standsFor } from './stands-for.ts';
import { timeline } from './timeline.ts';
import { weekday } from './weekday.ts';

/** Kinds that are computed from several facts, in the order in which they are tried; the plain kind comes after them. */
export const KINDS: readonly Kind[] = [
  amended,
  standsFor,
  oneAndSame,
  countedInEach,
  arithmetic,
  attributed,
  novelty,
  denied,
  membership,
  misplaced,
  accounts,
  inCommon,
  holders,
  participants,
  remainder,
  listed,
  define,
  choose,
  gather,
  olderDocument,
  interval,
  beforeAfter,
  order,
  day,
  timeline,
  weekday,
  perDocument,
  across,
  compare,
  halves,
];

/** The kinds that a question is tried with that was noted for others than it names: no sum over facts is of them. */
export const OF_ONE: readonly Kind[] = [define, membership, misplaced, gather];
