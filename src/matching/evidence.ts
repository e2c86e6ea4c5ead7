/** The soft part of the decision: how much of a question a fact explains, as named numbers that a person can read. */
import { means, type Span } from '../lookup/index.ts';
import type { Question } from '../question/index.ts';
import type { ClosestAsk } from './closest-ask.ts';
import type { FactIndex } from './fact-index.ts';
import { keysOf, type Profile } from './profile.ts';
import type { Sought } from './select.ts';

/** What a word weighs that no fact has: it is costly to leave unexplained, but unknown words happen. */
const UNKNOWN_WEIGHT = 2.2;

/** One span of the question and how well the fact explains it. */
export interface Explained {
  readonly span: Span;
  readonly weight: number;
  /** 0 (not at all) to 1. */
  readonly strength: number;
  /** In a table of the vocabulary, or in none. */
  readonly known: boolean;
  /** A verb or its noun, a name, or anything else. */
  readonly part: 'predicate' | 'name' | 'word';
}

/** How a fact and a question meet. */
export interface Evidence {
  readonly explained: readonly Explained[];
  /** Weight explained, of all weight (0–1). */
  readonly coverage: number;
  /** Closest annotation that asks in the same way (0–1), and its text. */
  readonly annotation: number;
  readonly annotationText: string | null;
  /** Whether the fact fills the asked slot; null when the question asks for no slot in particular. */
  readonly fits: boolean | null;
  /** The order in which facts come; higher is better. */
  readonly score: number;
}

/** A question's content, weighed once for all facts. */
export interface Weighed {
  readonly question: Question;
  readonly spans: readonly {
    readonly span: Span;
    readonly keys: readonly string[];
    /** Of the keys, those that the tables know, as numbers; and of them, those of words. */
    readonly numbers: readonly number[];
    readonly words: ReadonlySet<number>;
    readonly weight: number;
    readonly known: boolean;
    readonly part: Explained['part'];
  }[];
  /** The spans as the tables know them. */
  readonly sought: readonly Sought[];
  /** The way to ask for a fact that is closest to the question. */
  readonly closestAsk: ClosestAsk;
}

/** Weighs the content of a question by how rare its concepts are. */
export function weigh(question: Question, index: FactIndex): Weighed {
  const counts = new Set(question.numbers.map((n) => n.span));
  const spans = question.content.map((span) => {
    const keys = keysOf(span);
    const numbers = index.numbersOf(keys);
    const words = new Set(index.numbersOf(keys.filter((key) => key.startsWith('w:'))));
    const rarities = keys.map((k) => index.rarity(k)).filter((r) => r > 0);
    // A number is held against the fact's numbers by a gate; as a word it says little.
    const light = span.meanings.includes('l') || counts.has(span);
    const known = rarities.length > 0 || span.meanings.some((m) => /^[eptkvac]:/u.test(m));
    const weight = rarities.length > 0 ? Math.max(...rarities) : UNKNOWN_WEIGHT;
    const part = means(span, 'e:') ? 'name' : means(span, 'p:') ? 'predicate' : 'word';
    return { span, keys, numbers, words, known, part, weight: light ? weight * 0.25 : weight } as const;
  });
  const sought = spans.map(({ numbers, weight }) => ({ keys: numbers, weight }));
  const deed = spans.findIndex((s) => s.span === question.mainVerb && s.part === 'predicate');
  return { question, spans, sought, closestAsk: index.closestAsk(sought, question.asked, deed) };
}

/** Measures what a fact explains of a weighed question. */
export function evidenceOf(weighed: Weighed, profile: Profile): Evidence {
  const { asked } = weighed.question;
  // "on what date": a day is asked for, whether or not the fact speaks of its date.
  const unit = asked.wants.length === 1 && asked.wants[0] === 'date' ? asked.head : null;
  const explained = weighed.spans.map((weighedSpan) => {
    const { span, weight, known, part } = weighedSpan;
    const strength = strengthOf(weighedSpan, profile);
    // What only sets the scene helps to find the fact, and costs little where the fact does not hold it.
    // Of names that are offered as a choice, a fact that holds both is no better than one that holds the right one.
    const offered = part === 'name' && weighed.question.chooses;
    const aside =
      (weighed.question.asides.has(span) && (strength < 0.5 || offered)) || (span === unit && strength < 0.8);
    return { span, weight: aside ? weight * 0.25 : weight, known, part, strength };
  });
  const total = explained.reduce((sum, e) => sum + e.weight, 0);
  const met = explained.reduce((sum, e) => sum + e.weight * e.strength, 0);
  const coverage = total > 0 ? met / total : 1;
  const [annotation, annotationText] = weighed.closestAsk(profile.order);
  const fits = fitsAsked(weighed.question, profile);
  const slot = fits === null ? 0 : fits ? 1.2 : -1.6;
  const score = met - 0.6 * (total - met) + 4 * annotation + slot + 0.3 * (profile.fact.rank ?? 0);
  return { explained, coverage, annotation, annotationText, fits, score };
}

/** Keys of a span beyond which the fact's own are fewer. */
const MANY = 256;

/** A verb that only an annotation uses is weak: what happens in a fact is what its frames and its own words say. */
function strengthOf(
  { numbers, words, part }: Pick<Weighed['spans'][number], 'numbers' | 'words' | 'part'>,
  { concepts }: Profile,
): number {
  let best = 0;
  // Of a phrase of several words, a fact that holds one of them holds that share of it.
  if (words.size > 1) {
    let held = 0;
    for (const key of words) held += concepts.strengthOf(key);
    best = (held / words.size) * (part === 'predicate' ? 0.6 : 1);
  }
  // Of an alias that thousands have, it is the fact's few concepts that are gone through.
  for (const key of numbers.length > MANY ? meeting(concepts.numbers(), numbers) : numbers) {
    const strength = words.size > 1 && words.has(key) ? 0 : concepts.strengthOf(key);
    if (strength <= best) continue;
    best = Math.max(best, part === 'predicate' && strength < 1 && words.has(key) ? strength * 0.6 : strength);
  }
  return best;
}

const numberSets = new WeakMap<readonly number[], ReadonlySet<number>>();

function meeting(keys: Iterable<number>, wanted: readonly number[]): number[] {
  let set = numberSets.get(wanted);
  if (!set) numberSets.set(wanted, (set = new Set(wanted)));
  return [...keys].filter((key) => set.has(key));
}

function fitsAsked(question: Question, profile: Profile): boolean | null {
  const { wants, form } = question.asked;
  if (wants.length === 0 || (wants.length === 1 && wants[0] === 'thing') || form === 'how') return null;
  if (question.asked.head && wants.includes('date') && !profile.onCalendar) return false;
  return (
    wants.some((w) => w !== 'thing' && profile.wants.has(w)) ||
    (wants.includes('thing') && wants.length > 1 ? null : false)
  );
}
