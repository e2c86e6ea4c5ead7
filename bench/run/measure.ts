/** Measures one contender on one store, in a process of its own so that memory and warm code are only its own. */
import { writeFileSync } from 'node:fs';
import { CONTENDERS, type Finder, recordsOf } from '../engines/index.ts';
import { STEADY, TUNED, WARM } from '../plan.ts';
import { makeQuestions } from '../questions/generate.ts';
import type { BenchQuestion } from '../questions/question.ts';
import { makeStore } from '../store/generate.ts';
import { baseStore } from './base-store.ts';
import { bestCutOff, bySort, marksOf, type Scored, type Shares, sharesOf, sharesUncut } from './score.ts';
import type { Kept } from './snapshot.ts';

/** What is to be measured. */
export interface Order {
  readonly contender: string;
  readonly events: number;
  readonly seed: number;
  /** The most questions that are asked. */
  readonly questions: number;
  /** Seconds after which no further question is asked, those for tuning included. */
  readonly seconds: number;
  /** The cut-off of the next smaller store, used where tuning would take too long; null where that was not tuned either. */
  readonly cutOff: number | null;
  /** For Footnote: the files into which its compiled store is written, and as many questions as steady asking takes. */
  readonly kept?: Kept;
}

/** What was measured; times in milliseconds, memory in bytes. */
export interface Measured extends Shares {
  readonly contender: string;
  readonly events: number;
  readonly facts: number;
  readonly records: number;
  readonly build: number;
  /** What building added, after collecting garbage. */
  readonly added: number;
  /** Heap and buffers with the store, after collecting garbage. */
  readonly total: number;
  /** The most that the process ever held, generating and building included. */
  readonly peak: number;
  readonly asked: number;
  readonly p50: number;
  readonly p99: number;
  /** The five questions that took longest. */
  readonly slowest: readonly { readonly question: string; readonly took: number }[];
  readonly cutOff: number | null;
  /** By question in order, where there is a cut-off: `r` right, `w` not right, `c` refused as it should, `f` a false answer. */
  readonly marks: string;
  readonly sorts: Readonly<Record<string, { asked: number; passed: number }>>;
}

/** Questions of the sample on which the cut-off is tuned; a slow contender gets a smaller one, or none. */
const TUNING = [240, 120, 60] as const;
/** So many tell how long a question takes. */
const TRIED = 5;

/** Measures. Needs `node --expose-gc`. */
export async function measure(order: Order): Promise<Measured> {
  const contender = CONTENDERS.find((c) => c.name === order.contender)!;
  const { made, questions, tuning, records } = prepare(order);
  const before = used();
  const began = performance.now();
  const { find, keep } = await contender.build(made, records);
  const build = performance.now() - began;
  const after = used();
  const [facts, size] = [made.store.facts.length, records.length];
  if (order.kept) {
    keep?.(order.kept.snapshot);
    writeFileSync(order.kept.questions, JSON.stringify(makeQuestions(made, STEADY.questions, order.seed + 1)));
  }
  let end = performance.now() + order.seconds * 1000;
  const trial = await timed(find, questions.slice(0, 1));
  let each = trial.times[0]!;
  const affordable = (count: number, seconds: number) => (each / 1000) * count < seconds;
  // The first question runs cold, and may take fifty times as long as those after it.
  if (affordable(TRIED, order.seconds * TUNED)) {
    const { times } = await timed(find, tuning.slice(0, TRIED));
    each = times.sort((a, b) => a - b)[TRIED >> 1]!;
  }
  let cutOff = contender.decides ? 0.5 : order.cutOff;
  const sample = contender.decides ? undefined : TUNING.find((count) => affordable(count, order.seconds * TUNED));
  if (sample) cutOff = bestCutOff((await timed(find, tuning.slice(0, sample))).scored);
  if (affordable(TRIED, order.seconds * TUNED)) {
    const began = performance.now();
    await timed(find, makeQuestions(made, WARM.questions, order.seed + 3), began + WARM.seconds * 1000);
    end += performance.now() - began;
  }
  // A contender so slow that one question uses up its time is not asked a second.
  const { scored, times } = affordable(1, order.seconds) ? await timed(find, questions, end) : trial;
  const slowest = scored
    .map(({ question }, i) => ({ question: question.text, took: times[i]! }))
    .sort((a, b) => b.took - a.took)
    .slice(0, 5);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return {
    contender: order.contender,
    events: order.events,
    facts,
    records: size,
    build,
    added: after - before,
    total: after,
    peak: process.resourceUsage().maxRSS * 1024,
    asked: times.length,
    p50: at(0.5),
    p99: at(0.99),
    slowest,
    cutOff: contender.decides ? null : cutOff,
    ...(cutOff === null ? sharesUncut(scored) : sharesOf(scored, cutOff)),
    marks: cutOff === null ? '' : marksOf(scored, cutOff),
    sorts: cutOff === null ? {} : bySort(scored, cutOff),
  };
}

function prepare(order: Order) {
  const made = makeStore(baseStore(), { events: order.events, seed: order.seed });
  const questions = makeQuestions(made, order.questions, order.seed + 1);
  const tuning = makeQuestions(made, TUNING[0], order.seed + 2);
  return { made, questions, tuning, records: order.contender === 'Footnote' ? [] : recordsOf(made) };
}

async function timed(
  find: Finder,
  questions: readonly BenchQuestion[],
  end = Number.POSITIVE_INFINITY,
): Promise<{ scored: Scored[]; times: number[] }> {
  const scored: Scored[] = [];
  const times: number[] = [];
  for (const question of questions) {
    const began = performance.now();
    const found = await find(question.text, question.context);
    times.push(performance.now() - began);
    scored.push({ question, found });
    if (performance.now() > end) break;
  }
  return { scored, times };
}

function used(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
