/** A process of the bench: what to do as JSON in the first argument, the figures as one line of JSON out. */
import { type ExtremeOrder, measureExtreme } from './extremes.ts';
import { measure, type Order } from './measure.ts';
import { compareWithReference, type ReferenceOrder } from './reference.ts';
import { type Kept, loadSnapshot } from './snapshot.ts';
import { answerSteadily } from './throughput.ts';

/** What a process of the bench can be told to do. */
export type Job =
  | { readonly job: 'measure'; readonly order: Order }
  | { readonly job: 'extreme'; readonly order: ExtremeOrder }
  | { readonly job: 'reference'; readonly order: ReferenceOrder }
  | { readonly job: 'load'; readonly kept: Kept }
  | { readonly job: 'steadily'; readonly kept: Kept; readonly seconds: number };

async function work(job: Job): Promise<unknown> {
  switch (job.job) {
    case 'measure':
      return measure(job.order);
    case 'extreme':
      return measureExtreme(job.order);
    case 'reference':
      return compareWithReference(job.order);
    case 'load':
      return loadSnapshot(job.kept);
    case 'steadily':
      return answerSteadily(job.kept, job.seconds);
  }
}

console.log(JSON.stringify(await work(JSON.parse(process.argv[2]!) as Job)));
