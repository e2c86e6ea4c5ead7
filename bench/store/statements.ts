/** What people say about events: condemned, praised, warned about; as data. {s} speaks, {e} is the event, {x} the words. */

/** One way of speaking about an event. */
export interface StanceSpec {
  readonly stance: string;
  /** The verb in the past, as questions use it. */
  readonly past: string;
  /** Its base form. */
  readonly base: string;
  readonly says: string;
  readonly frame: string;
  readonly words: readonly string[];
}

export const STANCES: readonly StanceSpec[] = [
  {
    stance: 'condemns',
    past: 'condemned',
    base: 'condemn',
    says: '{s} condemned {e} as {x}.',
    frame: 'condemn, object : {s}',
    words: ['a reckless gamble', 'a breach of trust', 'a grave error', 'an insult to the region', 'a needless risk'],
  },
  {
    stance: 'praises',
    past: 'praised',
    base: 'praise',
    says: '{s} praised {e} as {x}.',
    frame: 'praise : {s}',
    words: ['a turning point', 'a lesson for others', 'a step forward', 'a model of patience', 'a sign of strength'],
  },
  {
    stance: 'warns',
    past: 'warned',
    base: 'warn',
    says: '{s} warned that {e} would bring {x}.',
    frame: 'warn, predict : {s}',
    words: ['higher prices', 'more delays', 'years of lawsuits', 'a shortage of fuel', 'new tariffs'],
  },
];
