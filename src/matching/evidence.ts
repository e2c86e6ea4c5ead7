/** The soft part of the decision: how much of a question a fact explains, as named numbers that a person can read. */
import { means, type Span } from '../lookup/index.ts';
import type { Question } from '../question/index.ts';
import type { ClosestAsk } from './closest-ask.ts';
import { maskOf } from './codes.ts';
import type { FactIndex, Values } from './fact-index.ts';
import { keysOf, type Profile } from './profile.ts';
import type { Sought } from './select.ts';
import type { KeyedSpan } from './strengths.ts';

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

/** A span of a question, weighed once for all facts. */
export interface WeighedSpan extends KeyedSpan {
  readonly span: Span;
  readonly keys: readonly string[];
  readonly weight: number;
  readonly known: boolean;
  readonly part: Explained['part'];
  /** It only sets the scene, or is set aside. */
  readonly aside: boolean;
  /** It is of a clause that only says when. */
  readonly setting: boolean;
  /** It is a name that is offered as a choice, or what is set aside: a fact that holds it is no better for it. */
  readonly offered: boolean;
  /** "on what date": a day is asked for, whether or not the fact speaks of its date. */
  readonly unit: boolean;
}

/** A question's content, weighed once for all facts. */
export interface Weighed {
  readonly question: Question;
  readonly spans: readonly WeighedSpan[];
  /** The spans as the tables know them. */
  readonly sought: readonly Sought[];
  /** The way to ask for a fact that is closest to the question. */
  readonly closestAsk: ClosestAsk;
  /** The first word of what is asked of any bot, and that no fact of this store is about. */
  readonly offTopic: Span | undefined;
  /** What is asked for. */
  readonly slot: Slot | null;
}

/** Weighs the content of a question by how rare its concepts are. */
export function weigh(question: Question, index: FactIndex): Weighed {
  const counts = new Set(question.numbers.map((n) => n.span));
  const unit = kindNounOf(question.asked);
  const sought: Sought[] = [];
  const spans = question.content.map((span): WeighedSpan => {
    const keys = keysOf(span);
    const words = [...new Set(index.numbersOf(keys.filter((key) => key.startsWith('w:'))))];
    const others = index.numbersOf(keys.filter((key) => !key.startsWith('w:')));
    const numbers = [...others, ...words];
    let rarest = 0;
    for (const key of numbers) rarest = Math.max(rarest, index.rarityOf(key));
    // A number is held against the fact's numbers by a gate; as a word it says little.
    const light = span.meanings.includes('l') || counts.has(span);
    const known = rarest > 0 || span.meanings.some((m) => m[1] === ':' && IN_TABLES.includes(m[0]!));
    const weight = (rarest > 0 ? rarest : UNKNOWN_WEIGHT) * (light ? 0.25 : 1);
    const part = means(span, 'e:') ? 'name' : means(span, 'p:') ? 'predicate' : 'word';
    const aside = question.asides.has(span);
    // Who or what it names still tells facts apart.
    const setting = part !== 'name' && question.setting.has(span);
    const offered = (part === 'name' && question.chooses) || question.excluded.has(span);
    sought.push({ keys: numbers, words, weight });
    return {
      span,
      keys,
      words,
      others,
      weak: part === 'predicate',
      known,
      part,
      weight,
      aside,
      setting,
      offered,
      unit: span === unit,
    };
  });
  const deed = spans.findIndex((s) => s.span === question.mainVerb && s.part === 'predicate');
  const closestAsk = index.closestAsk(sought, question.asked, deed);
  // "docker" is a program to most, and who loads ships to a store whose facts are about them.
  const isOwn = ({ span, keys, words, others }: WeighedSpan) =>
    span.bases.length === 1 && others.length === 1 && words.length === new Set(keys).size - 1;
  const own = new Set(spans.filter(isOwn).map((s) => s.span));
  const offTopic = question.spans.find((s) => means(s, 'o:') && !question.asides.has(s) && !own.has(s));
  return { question, spans, sought, closestAsk, offTopic, slot: slotOf(question) };
}

/** "on what date", "which organisation": the asked noun, where it only says what kind of value is wanted; null otherwise. */
export function kindNounOf({ head, wants }: Question['asked']): Span | null {
  if (!head || head.meanings.length === 0) return null;
  const says =
    (wants.length === 1 && wants[0] === 'date') || head.meanings.every((m) => m === 'l' || m.startsWith('a:'));
  return says ? head : null;
}

/** Whether a span says nothing but which value is wanted ("what calendar date"), or nothing at all. */
export function onlyAsks(span: Span, asked: Question['asked']): boolean {
  if (span.meanings.includes('l')) return true;
  const kind = asked.wants.length > 1 || asked.wants[0] !== 'thing' ? kindNounOf(asked) : null;
  return span === kind || (asked.wants.length === 1 && asked.wants[0] === 'date' && means(span, 'a:date'));
}

/** Prefixes of the meanings that a table of the vocabulary gives. */
const IN_TABLES = 'eptkvac';

/** Measures what each of these facts, no two the same, explains of a weighed question. */
export function evidenceOf(weighed: Weighed, index: FactIndex, profiles: readonly Profile[]): Evidence[] {
  const { spans } = weighed;
  const strengths = index.strengths(
    spans,
    profiles.map((p) => p.order),
  );
  const found: Evidence[] = [];
  for (let at = 0; at < profiles.length; at++) {
    const profile = profiles[at]!;
    const first = at * spans.length;
    let total = 0;
    let met = 0;
    for (let i = 0; i < spans.length; i++) {
      const strength = strengths[first + i]!;
      const weight = weightFor(spans[i]!, strength);
      total += weight;
      met += weight * strength;
    }
    found.push(new Met(weighed, strengths, first, profile, total, met));
  }
  return found;
}

/** Of what somebody said, a fact in the very words comes before one that says it otherwise, by this much; of those that say about all. */
const VERBATIM = 0.6;
const ABOUT_ALL = 0.7;

/** Where no day is asked for, a fact that holds all that a question quotes comes before one that says as much in other words, by this much. */
const QUOTED = 2;

/** Whether a fact holds all that a question quotes; of one that quotes nothing, none does. */
export function holdsQuoted({ quoted }: Question, { words }: Profile): boolean {
  return quoted.size > 0 && [...quoted].every((s) => s.meanings.includes('l') || s.bases.every((b) => words.has(b)));
}

/** The share of a question's weight, names aside, that stands in a fact's own words. */
function shareInWords(spans: readonly WeighedSpan[], { words }: Profile): number {
  let [total, held] = [0, 0];
  for (const { span, part, weight } of spans) {
    if (part === 'name' || span.meanings.includes('l')) continue;
    total += weight;
    if (span.bases.every((b) => words.has(b))) held += weight;
  }
  return total > 0 ? held / total : 0;
}

/** What the closest way to ask adds to the score of a fact, at the most. */
export const NEAREST_ASK = 4;

/** What the score of a fact holds beside the words that it explains. */
export function besideWords({ closestAsk, slot }: Weighed, { ranks, wants, onCalendar }: Values, row: number): number {
  const fits = fitsAsked(slot, wants[row]!, onCalendar[row] === 1);
  return NEAREST_ASK * closestAsk.nearness(row) + worthOfSlot(fits) + 0.3 * ranks[row]!;
}

function worthOfSlot(fits: boolean | null): number {
  return fits === null ? 0 : fits ? 1.2 : -1.6;
}

/** Evidence that tells what is explained when it is asked: of most facts only the sums count. */
class Met implements Evidence {
  readonly #weighed: Weighed;
  /** The strengths of all facts, and where those of this one begin. */
  readonly #strengths: Float64Array;
  readonly #first: number;
  #explained: readonly Explained[] | undefined;
  /** The closest way to ask, by its number. */
  readonly #ask: number;
  readonly coverage: number;
  readonly annotation: number;
  readonly fits: boolean | null;
  readonly score: number;

  /**
   * @param total the weight of all spans
   * @param met the weight that the fact explains
   */
  constructor(weighed: Weighed, strengths: Float64Array, first: number, profile: Profile, total: number, met: number) {
    this.#weighed = weighed;
    this.#strengths = strengths;
    this.#first = first;
    this.#ask = weighed.closestAsk.of(profile.order);
    this.coverage = total > 0 ? met / total : 1;
    this.annotation = weighed.closestAsk.nearness(profile.order);
    this.fits = fitsAsked(weighed.slot, profile.wanted, profile.onCalendar);
    const { asked, speechVerb } = weighed.question;
    const verbatim = speechVerb && this.coverage >= ABOUT_ALL ? shareInWords(weighed.spans, profile) : 0;
    this.score =
      met -
      0.6 * (total - met) +
      NEAREST_ASK * this.annotation +
      worthOfSlot(this.fits) +
      0.3 * profile.rank +
      VERBATIM * verbatim +
      (!asked.wants.includes('date') && holdsQuoted(weighed.question, profile) ? QUOTED : 0);
  }

  get annotationText(): string | null {
    return this.#weighed.closestAsk.text(this.#ask);
  }

  get explained(): readonly Explained[] {
    return (this.#explained ??= this.#weighed.spans.map((weighed, i) => {
      const { span, known, part } = weighed;
      const strength = this.#strengths[this.#first + i]!;
      return { span, weight: weightFor(weighed, strength), known, part, strength };
    }));
  }
}

/** What a word of a clause that only says when counts for: it tells facts apart, and is not what is asked. */
const SETTING = 0.5;

/**
 * What only sets the scene helps to find the fact, and costs little where the fact does not hold it. Of names that are offered as
 * a choice, a fact that holds both is no better than one that holds the right one.
 */
function weightFor({ weight, aside, setting, offered, unit }: WeighedSpan, strength: number): number {
  // The kind of value wanted is asked for, not said: it counts where the fact speaks of it.
  if (unit && strength < 0.8) return weight * 0.05;
  if (setting && strength >= 0.5) return weight * SETTING;
  return aside && (strength < 0.5 || offered) ? weight * 0.25 : weight;
}

/** What fills the asked slot: null where no slot in particular is asked for. */
interface Slot {
  /** Any of these values does. */
  readonly wants: number;
  /** A day of the calendar must be among them. */
  readonly onCalendar: boolean;
  /** Whether a fact without them fails. */
  readonly otherwise: false | null;
}

function slotOf({ asked, speakers }: Question): Slot | null {
  const { wants, form } = asked;
  if (wants.length === 0 || (wants.length === 1 && wants[0] === 'thing') || form === 'how') return null;
  // "when did NAME say it": the day of the words, not what they say of time.
  const ofDay = asked.head !== null || (form === 'when' && speakers.length > 0);
  return {
    wants: maskOf(wants.filter((w) => w !== 'thing')),
    onCalendar: ofDay && wants.includes('date'),
    otherwise: wants.includes('thing') && wants.length > 1 ? null : false,
  };
}

function fitsAsked(slot: Slot | null, wanted: number, onCalendar: boolean): boolean | null {
  if (slot === null) return null;
  if (slot.onCalendar && !onCalendar) return false;
  return (wanted & slot.wants) !== 0 || slot.otherwise;
}
