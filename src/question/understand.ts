/** Text in, Question out: recognise, find what is asked, settle dates, names, roles; nothing is thrown for any text. */
import type { Store } from '../facts/index.ts';
import {
  type Correct,
  compileLexicon,
  createCorrector,
  type Lexicon,
  type LexiconData,
  means,
  normalise,
  openLexicon,
  recognise,
  type Span,
  splitWords,
  type Word,
} from '../lookup/index.ts';
import { findAnchors } from './anchors.ts';
import { findAsides } from './asides.ts';
import { findAsked, type Reading } from './asked.ts';
import { monthOf, periodOf, shift, weekdayOf } from './calendar.ts';
import { findDates } from './date-mentions.ts';
import { createDocumentDays, type DocumentDays } from './document-days.ts';
import { createEventFinder, type EventsOf } from './event-finder.ts';
import { findForeign, findMainVerb, findOffices } from './heads.ts';
import { findParts, textOf } from './parts.ts';
import type { Asked, DateConstraint, NameMention, Question } from './question.ts';
import { findRoles } from './roles.ts';

/** Reads questions with the words of one store. */
export interface Understander {
  readonly lexicon: Lexicon;
  /**
   * @param text a question as typed
   * @param now today (ISO date)
   */
  readonly understand: (text: string, now: string) => Question;
  /** Reads a curator's own text (a fact, a way to ask): no typos to correct, no today. */
  readonly read: (text: string) => Outline;
  /** Ids of the offices that a title names. */
  readonly officesIn: (title: string) => readonly string[];
  /** Splits and recognises any text, without correcting typos: for facts and their annotations. */
  readonly spansOf: (text: string) => { words: Word[]; spans: Span[] };
}

/** A text of at most so many characters is remembered, and so many of them. */
const SHORT = 40;
const REMEMBERED = 20_000;

/**
 * Builds the reader of questions for a store.
 * @param words the store's phrases, where they have been read already
 */
export function createUnderstander(store: Store, words: LexiconData = compileLexicon(store)): Understander {
  const lexicon = openLexicon(store, words);
  const repair = createCorrector(lexicon.nameWords, lexicon.plainWords);
  const correct: Correct = (word) => (monthOf(word) || weekdayOf(word) ? undefined : repair(word));
  const texting = new Map(Object.entries(store.vocabulary.texting));
  const grounds: Grounds = { store, eventsOf: createEventFinder(store), days: createDocumentDays(store) };
  const { actors = [], governing = [] } = store.vocabulary.grammar;
  const partsAt = createPartsOfSpeech(store.vocabulary.grammar);
  const shared = {
    actors: new Set(actors),
    governing: new Set(governing),
    acts: (id: string) => store.entities.get(id)?.kind !== 'place' || store.entities.get(id)?.stands_for !== undefined,
  };
  const reading = (words: readonly Word[], spans: readonly Span[]): Reading => {
    const owner: Span[] = [];
    for (const span of spans) for (let i = span.start; i < span.end; i++) owner[i] = span;
    const parts = words.map((_, i) => partsAt(words, i));
    return { ...shared, words, spans, spanAt: (i) => owner[i], is: (i, part) => parts[i]?.has(part) ?? false };
  };
  const spansOf = (text: string, correcting?: Correct) => {
    const words = splitWords(expand(normalise(text), texting), lexicon.baseOf);
    return { words, spans: recognise(words, lexicon, correcting) };
  };
  /** Names and values of facts, which come again and again while a store is compiled; of longer texts the last. */
  const known = new Map<string, ReturnType<typeof spansOf>>();
  let last: { readonly text: string; readonly read: ReturnType<typeof spansOf> } | undefined;
  const plainSpansOf = (text: string) => {
    if (text.length > SHORT) {
      if (last?.text !== text) last = { text, read: spansOf(text) };
      return last.read;
    }
    let read = known.get(text);
    if (!read) {
      read = spansOf(text);
      if (known.size >= REMEMBERED) known.clear();
      known.set(text, read);
    }
    return read;
  };
  return {
    lexicon,
    spansOf: plainSpansOf,
    officesIn: (title) => {
      const words = splitWords(normalise(title), lexicon.baseOf);
      const found = words.flatMap((_, at) =>
        lexicon
          .startingWith(words[at]!.base)
          .filter((entry) => entry.keys.every((key, i) => words[at + i]?.base === key))
          .flatMap((entry) => [...entry.meanings]),
      );
      return [...new Set(found.filter((m) => m.startsWith('f:')).map((m) => m.slice(2)))];
    },
    read: (text) => {
      const { words, spans } = plainSpansOf(text);
      return outlineOf(reading(words, spans), '2000-01-01', grounds);
    },
    understand: (text, now) => {
      const { words, spans } = spansOf(text, correct);
      return settle(reading(words, spans), normalise(text), now, grounds);
    },
  };
}

/** The classes of function words that a word is in, alone or with the word after it; asked once for each word, some hundred times used. */
function createPartsOfSpeech(grammar: Readonly<Record<string, readonly string[]>>) {
  const alone = new Map<string, Set<string>>();
  const pairs = new Map<string, Map<string, Set<string>>>();
  for (const [part, phrases] of Object.entries(grammar))
    for (const phrase of phrases) {
      const [first = '', second, ...more] = phrase.split(' ');
      if (second === undefined) alone.set(first, (alone.get(first) ?? new Set()).add(part));
      else if (more.length === 0) {
        const seconds = pairs.get(first) ?? new Map<string, Set<string>>();
        pairs.set(first, seconds.set(second, (seconds.get(second) ?? new Set()).add(part)));
      }
    }
  const none: ReadonlySet<string> = new Set();
  return (words: readonly Word[], i: number): ReadonlySet<string> => {
    const { lower } = words[i]!;
    const single = alone.get(lower) ?? none;
    const both = pairs.get(lower)?.get(words[i + 1]?.lower ?? '');
    return both ? new Set([...single, ...both]) : single;
  };
}

/** What of a store a question is settled against. */
interface Grounds {
  readonly store: Store;
  readonly eventsOf: EventsOf;
  readonly days: DocumentDays;
}

/** Replaces texting forms by words, token by token; capitals and marks around them stay. */
function expand(text: string, texting: ReadonlyMap<string, string>): string {
  // Where no dot stands inside, the tokens are the runs of their letters; most texts hold nothing to replace.
  if (!/\.[\p{L}\p{N}/'+]/u.test(text) && !text.match(/[\p{L}\p{N}/'+]+/gu)?.some((w) => texting.has(w.toLowerCase())))
    return text;
  return text.replace(
    /(?<![.\p{L}\p{N}])[\p{L}\p{N}/'+]+(?!\.\p{L})/gu,
    (word) => texting.get(word.toLowerCase()) ?? word,
  );
}

/** What a text is about and what it asks for, before it is settled who does what in it. */
export type Outline = Pick<Question, 'asked' | 'spans' | 'content' | 'numbers'>;

function outlineOf(q: Reading, now: string, { eventsOf, days }: Grounds) {
  const used = new Set<number>();
  const take = (from: number, to: number) => {
    for (let i = from; i < to; i++) used.add(i);
  };
  const asked = findAsked(q);
  const dates: DateConstraint[] = [];
  const documents = new Set<string>();
  for (const span of q.spans)
    for (const meaning of span.meanings)
      if (meaning.startsWith('d:')) {
        documents.add(meaning.slice(2));
        take(span.start, span.end);
      }
  const numberAt = (i: number) => {
    const span = q.spanAt(i);
    if (span?.start !== i) return undefined;
    const word = span.meanings.find((m) => m.startsWith('#:'));
    if (word) return Number(word.slice(2));
    return /^\d+(?:[.,]\d+)?$/u.test(span.text) ? Number(span.text.replace(',', '.')) : undefined;
  };
  const push = (date: DateConstraint & { end: number }) => {
    const settled = openEnded(q, date);
    if (settled) dates.push(settled);
  };
  for (const anchor of findAnchors(q, eventsOf, numberAt)) {
    // "the date of X" asks for the date; it does not give one.
    const { head } = asked;
    if (head && asked.wants.includes('date') && head.start >= anchor.start && head.start < anchor.end) continue;
    if ([...Array(anchor.end - anchor.start).keys()].some((k) => used.has(anchor.start + k))) continue;
    take(anchor.start, anchor.end);
    push({ ...anchor, bases: [] });
  }
  const isChoice = (d: { start: number; end: number }) =>
    ['or', 'not'].includes(q.words[d.start - 1]?.lower ?? '') || q.words[d.end]?.lower === 'or';
  const mentions = findDates(q.words, now).filter((d) => !used.has(d.start));
  // "September, October or November": all of a list that ends with "or".
  const offered = new Set(
    mentions.filter((_, i) => {
      let k = i;
      while (mentions[k + 1]?.start === mentions[k]!.end && /,/u.test(q.words[mentions[k]!.end]?.gap ?? '')) k++;
      return k > i && q.words[mentions[k]!.end]?.lower === 'or';
    }),
  );
  for (const mention of mentions) {
    take(mention.start, mention.end);
    const next = q.is(mention.end, 'publication');
    const month = mention.anyYear?.length === 2 ? days.monthNamed(mention.anyYear) : undefined;
    const period = mention.interval ?? mention.orInterval ?? (month ? periodOf(`${month}-01`, 'month') : undefined);
    if (period && (next || isPublicationDate(q, mention.start))) {
      const fitting = days.within(period);
      if (fitting.length > 0) {
        for (const id of fitting) documents.add(id);
        if (next) take(mention.end, mention.end + 1);
        continue;
      }
    }
    const bases = q.words.slice(mention.start, mention.end).map((w) => w.base);
    if (!mention.ambiguous && !isChoice(mention) && !offered.has(mention)) push({ ...mention, bases });
  }
  const numbers = q.spans.flatMap((span) => {
    const value = used.has(span.start) ? undefined : numberAt(span.start);
    return value === undefined ? [] : [{ value, span }];
  });
  const content = q.spans.filter((s) => !used.has(s.start) && !isAsking(q, s, asked.words) && !isPadding(s));
  return { asked, spans: q.spans, content, numbers, dates, documents: [...documents], mentions };
}

function settle(q: Reading, text: string, now: string, grounds: Grounds): Question {
  const { store } = grounds;
  const { asked, content, numbers, dates, documents, mentions } = outlineOf(q, now, grounds);
  const asides = findAsides(q);
  const names: NameMention[] = content
    .filter((s) => means(s, 'e:'))
    .map((span) => ({ span, entities: entitiesMeant(q, span, store) }));
  const pronouns = q.words.flatMap((_, i) =>
    ['person', 'people', 'thing', 'place', 'time'].filter((p) => q.is(i, `pronoun-${p}`)),
  );
  return {
    text,
    words: q.words,
    spans: q.spans,
    content,
    asides,
    excluded: new Set(
      content.filter(
        (s) =>
          asides.has(s) &&
          q.words
            .slice(Math.max(0, s.start - 4), s.start)
            .some((_, k) => q.is(Math.max(0, s.start - 4) + k, 'exclude')),
      ),
    ),
    scenes: new Set(content.filter((s) => isScene(q, s))),
    about: new Set(content.filter((s) => q.is(beforeOf(q, s), 'about'))),
    softContrasts: new Set(content.filter((s) => q.is(s.start, 'soft-contrast'))),
    asked,
    names,
    speakers: names.filter(
      (n) => !asides.has(n.span) && (speaks(q, n, (id) => canSpeak(store, id)) || owns(q, n.span, asked.form)),
    ),
    subjects: names.filter(
      (n) =>
        q.is(n.span.start - 1, 'auxiliary') ||
        // "was it NAME that did it?"
        (q.words[n.span.start - 1]?.lower === 'it' && q.is(n.span.start - 2, 'auxiliary')) ||
        (q.is(n.span.start - 1, 'determiner') && q.is(n.span.start - 2, 'auxiliary')),
    ),
    dates: dates.sort((a, b) => a.start - b.start),
    ambiguousDate: mentions.find((m) => m.ambiguous) ?? null,
    documents,
    namesText: documents.length > 0 || q.words.some((_, i) => q.is(i, 'publication')),
    allDocuments: q.words.some((_, i) => q.is(i, 'every') && [1, 2, 3].some((k) => q.is(i + k, 'publication'))),
    numbers,
    foreign: findForeign(q, store),
    offices: findOffices(q, asides),
    mainVerb: findMainVerb(q, content, asked.words),
    // In a fragment, a noun beside a name may be no deed: only who does what to whom is.
    roles: findRoles(q, asked.form === 'yes-no', asides).filter((r) => asked.form !== 'any' || (r.agent && r.patient)),
    unitAsked: unitAsked(q, asked),
    timeUnits: new Set(
      q.words.flatMap((_, i) => (['day', 'week', 'month', 'year'].some((u) => q.is(i, `unit-${u}`)) ? [i] : [])),
    ),
    denies: deniesIn(q, asked),
    succession: successionIn(q, asked, store),
    negated: q.words.some((_, i) => q.is(i, 'negation')),
    sums: q.words.some((_, i) => q.is(i, 'sum')),
    chooses: q.words.some((w, i) => w.lower === 'or' && i + 1 < q.words.length && !q.is(i + 1, 'negation')),
    parts: findParts(q),
    pronounSpeaks: q.words.some(
      (_, i) => q.is(i, 'pronoun-person') && (q.is(i + 1, 'say') || q.is(i + 1, 'statement')),
    ),
    speechVerb: q.words.some((_, i) => q.is(i, 'say')),
    refersBack: q.is(0, 'follow') || content.length === 0 || pronouns.length > 0,
    pronouns,
  };
}

/** "before October", "since the summit day": the days on that side of the date. */
function openEnded(q: Reading, date: DateConstraint & { end: number }): DateConstraint | undefined {
  if (!date.interval) return date;
  let at = date.start - 1;
  while (q.is(at, 'determiner') || q.is(at, 'preposition')) at--;
  const [before, after] = [q.is(at, 'before'), q.is(at, 'after')];
  // "the Friday before the November 2021 roadmap": the date tells which roadmap, and the fact need not be of that month.
  const dated = q.spanAt(date.end);
  if ((before || after) && dated && (means(dated, 'v:') || means(dated, 'k:'))) return undefined;
  if (before)
    return { ...date, interval: { from: '0001-01-01', to: shift(date.interval.from, -1, 'day') }, open: true };
  if (after) return { ...date, interval: { from: shift(date.interval.to, 1, 'day'), to: '9999-12-31' }, open: true };
  return date;
}

/** "the article dated 24 November 2021", "the report of May 2022": the day is the document's. */
function isPublicationDate(q: Reading, start: number): boolean {
  let at = start - 1;
  while (at > start - 4 && (q.is(at, 'determiner') || q.is(at, 'preposition') || q.is(at, 'dated'))) at--;
  return at < start - 1 && q.is(at, 'publication');
}

/** "in Moscow" is the city, "Moscow said" may be the country. */
function entitiesMeant(q: Reading, span: Span, store: Store): string[] {
  const all = span.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2));
  const places = all.filter(
    (id) => store.entities.get(id)?.stands_for !== undefined && store.entities.get(id)?.kind === 'place',
  );
  return places.length > 0 && q.is(span.start - 1, 'inside') ? places : all;
}

/** "before the signing", "during the summit", "on the roadmap": a preposition makes it the scene of something else. */
function isScene(q: Reading, span: Span): boolean {
  const at = beforeOf(q, span);
  // "who took part in X", "the date of X": X is what is asked about.
  if (q.is(at, 'preposition') && q.is(at - 1, 'asked-of')) return false;
  return ['before', 'after', 'during', 'preposition', 'oblique', 'with', 'aside'].some((part) => q.is(at, part));
}

/** The index of the word before a span, past articles. */
function beforeOf(q: Reading, span: Span): number {
  let at = span.start - 1;
  while (q.is(at, 'determiner')) at--;
  return at;
}

function isAsking(q: Reading, span: Span, asking: ReadonlySet<number>): boolean {
  return (
    q.is(span.start, 'wh') ||
    (asking.has(span.start) && q.is(span.start, 'tag')) ||
    (asking.has(span.start) && span.meanings.every((m) => m === 'l' || m.startsWith('a:')) && span.meanings.length > 0)
  );
}

function isPadding(span: Span): boolean {
  return span.meanings.length > 0 && span.meanings.every((m) => m === 'l' || m.startsWith('#:'));
}

/** "in which month", "on what day of the week": the unit among the asking words. */
function unitAsked(q: Reading, asked: Asked): Question['unitAsked'] {
  if (!asked.wants.includes('date')) return null;
  const named = (unit: string) => [...asked.words].some((i) => q.is(i, unit));
  return named('unit-day') || named('weekday') ? 'day' : named('unit-month') ? 'month' : null;
}

/** "which country did not attend": the asking words, what they ask of, and right after it the denied verb. */
function deniesIn(q: Reading, asked: Asked): boolean {
  if (!['which', 'who', 'why'].includes(asked.form) || asked.words.size === 0) return false;
  const from = Math.max(...asked.words) + 1;
  for (let i = from; i < Math.min(from + 3, q.words.length); i++)
    if (q.is(i, 'auxiliary') && (q.is(i, 'negation') || q.is(i + 1, 'not'))) return true;
  return false;
}

/** "who was in office before her?": asks for who held it before or after a person. */
function successionIn(q: Reading, asked: Asked, store: Store): string | null {
  if (!asked.wants.includes('person')) return null;
  for (let i = 0; i + 1 < q.words.length; i++) {
    if (!q.is(i, 'before') && !q.is(i, 'after')) continue;
    const name = q.spanAt(i + 1);
    const person =
      q.is(i + 1, 'pronoun-person') ||
      name?.meanings.some((m) => m.startsWith('e:') && store.entities.get(m.slice(2))?.kind === 'person');
    const end = name?.end ?? i + 2;
    if (person && (end === q.words.length || /[,?.;]/u.test(q.words[end]!.gap))) return textOf(q.words, i, end);
  }
  return null;
}

/** "modi's comment on the patrol", "the words of NAME": where nothing else is asked, whose words they are. */
function owns(q: Reading, span: Span, form: Question['asked']['form']): boolean {
  if (!['any', 'what', 'how', 'said', 'list'].includes(form)) return false;
  const before = beforeOf(q, span);
  return (
    (q.words[span.end - 1]!.possessive && q.is(span.end, 'statement')) ||
    (q.words[before]?.lower === 'of' && q.is(before - 1, 'statement'))
  );
}

/** A ship, a strait or an exercise says nothing. */
function canSpeak(store: Store, id: string): boolean {
  const entity = store.entities.get(id);
  return entity?.kind !== 'vessel' && entity?.kind !== 'exercise' && (entity?.kind !== 'place' || !!entity.stands_for);
}

/** "according to NAME", "what did NAME say", "NAME said": the name is the speaker. */
function speaks(q: Reading, { span, entities }: NameMention, canSpeak: (entity: string) => boolean): boolean {
  const before =
    q.words[span.start - 1]?.lower === 'to' || q.is(span.start - 1, 'determiner') ? span.start - 2 : span.start - 1;
  if (q.is(before, 'according') || q.is(span.start - 1, 'according')) return true;
  if (q.words[span.end - 1]!.possessive || !entities.some(canSpeak)) return false;
  // "… reported what NAME said": the clause is the object of another verb, whose subject is asked for.
  if (span.start > 2 && q.is(span.start - 1, 'what') && q.words.slice(0, span.start - 1).some((_, i) => q.is(i, 'wh')))
    return false;
  for (let i = span.end; i < Math.min(span.end + 2, q.words.length); i++) {
    if (/[,;:.?-]/u.test(q.words[i]!.gap)) return false;
    if (q.is(i, 'be') || (q.is(span.start - 1, 'be') && !/(?:ing|s)$/u.test(q.words[i]!.lower))) return false;
    // "the drill cited by NAME": a participle, whose agent stands after it; "NAME said to NAME" is no passive.
    if (q.is(i, 'say')) {
      const hearer = q.words[i + 1]?.lower === 'to' && q.spanAt(i + 2);
      return q.words[i + 1]?.lower !== 'to' || (hearer && means(hearer, 'e:')) ? !q.is(i + 1, 'by') : false;
    }
  }
  return false;
}
