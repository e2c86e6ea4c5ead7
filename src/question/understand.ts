/** Text in, Question out: recognise, find what is asked, settle dates, names, roles; nothing is thrown for any text. */
import type { Store } from '../facts/index.ts';
import {
  type Correct,
  compileLexicon,
  createCorrector,
  type Lexicon,
  type LexiconData,
  normalise,
  type OwnText,
  openLexicon,
  splitWords,
} from '../lookup/index.ts';
import { comparesIn, contrastIn, inCommonIn } from './accounts.ts';
import { addressedIn } from './addressed.ts';
import { toAmend } from './amendments.ts';
import { anotherEventIn } from './another-event.ts';
import { reckoningIn } from './arithmetic.ts';
import { excludedOf, findAsides, guessesIn } from './asides.ts';
import { findAttribution } from './attributions.ts';
import { monthOf, weekdayOf } from './calendar.ts';
import type { Calendar } from './constraints.ts';
import { deniedIn, deniesIn } from './denials.ts';
import { describedIn } from './described.ts';
import { createDocumentDays } from './document-days.ts';
import { createEventFinder, type EventGroups } from './event-finder.ts';
import { withGaps, withoutOrders } from './gaps.ts';
import { headedIn, insideOf } from './headed.ts';
import { findForeign, findMainVerb, findOffices } from './heads.ts';
import { withOffice } from './held.ts';
import { holdersIn } from './holders.ts';
import { withoutIdle } from './idle.ts';
import { withoutLabels } from './labels.ts';
import { matterIn } from './matters.ts';
import { aloneIn, findNames, subjectsOf } from './names.ts';
import { noveltyIn } from './novelty.ts';
import { createNumberReader } from './numbers-in.ts';
import { pairingIn } from './one-and-same.ts';
import { findOptions } from './options.ts';
import { asDefinition } from './or-what.ts';
import { findItems } from './ordered-items.ts';
import { othersAsked } from './others.ts';
import { type Outline, outlineOf } from './outline.ts';
import { asksParticipants } from './participants.ts';
import { findParts } from './parts.ts';
import { inPlainOrder } from './plain-order.ts';
import type { Question } from './question.ts';
import { asWhoSaid, quotedIn } from './quotations.ts';
import { createReader, type Reading } from './reading.ts';
import { remainderIn } from './remainder.ts';
import { findRoles } from './roles.ts';
import { routeIn } from './routes.ts';
import { saidClauseIn } from './said-clause.ts';
import { beforeOf, isPlaceOf, isScene, meanwhileIn, settingOf } from './scenes.ts';
import { createAskReader, type Shape } from './shapes.ts';
import { findSides } from './sides.ts';
import { pronounSpeaks, speakersOf } from './speakers.ts';
import { successionIn } from './succession.ts';
import { calledBy, carriedBy, classIn, explainedByText } from './telling.ts';
import { findTimeUnits, unitAsked } from './units.ts';
import { wholeIn } from './wholes.ts';

/** Reads questions with the words of one store. */
export interface Understander {
  readonly lexicon: Lexicon;
  /**
   * @param text a question as typed
   * @param now today (ISO date)
   */
  readonly understand: (text: string, now: string) => Question;
  /** Splits and recognises a curator's own text (a fact, a way to ask), without correcting typos. */
  readonly own: (text: string) => OwnText;
  /** Outlines such a text: on no day in particular. */
  readonly read: (text: OwnText) => Outline;
  /** Of what `read` would find: the numbers. */
  readonly numbersIn: (text: OwnText) => readonly number[];
  /** Of what `read` would find: what is asked, and which spans are content. */
  readonly shapeOf: (text: OwnText) => Shape;
  /** Ids of the offices that a title names. */
  readonly officesIn: (title: string) => readonly string[];
}

/** What of a store a question is settled against. */
interface Grounds extends Calendar {
  readonly store: Store;
}

/**
 * Builds the reader of questions for a store.
 * @param words the store's phrases, where they have been read already
 * @param events its events by kind and by who took part, where they have been put in order already
 */
export function createUnderstander(
  store: Store,
  words: LexiconData = compileLexicon(store),
  events?: EventGroups,
): Understander {
  const lexicon = openLexicon(store, words);
  const repair = createCorrector(lexicon.nameWords, lexicon.plainWords);
  const correct: Correct = (word) => (monthOf(word) || weekdayOf(word) ? undefined : repair(word));
  const grounds: Grounds = { store, eventsOf: createEventFinder(store, events), days: createDocumentDays(store) };
  const reader = createReader(store, lexicon);
  return {
    lexicon,
    own: reader.own,
    officesIn: (title) => {
      const words = splitWords(normalise(title), lexicon.baseOf);
      const found = words.flatMap((_, at) =>
        lexicon
          .startingWith(words[at]!.base)
          .filter((entry) => entry.keys.every((key, i) => words[at + i]?.base === key))
          .flatMap((entry) => entry.meanings),
      );
      return [...new Set(found.filter((m) => m.startsWith('f:')).map((m) => m.slice(2)))];
    },
    read: (text) => outlineOf(reader.read(text), NO_DAY, grounds),
    numbersIn: createNumberReader(store, reader, NO_DAY, grounds),
    shapeOf: createAskReader(store, reader, lexicon, (q) => outlineOf(q, NO_DAY, grounds)),
    understand: (text, now) => {
      const { grammar } = store.vocabulary;
      const asked = withGaps(withoutLabels(text, grammar), grammar);
      const whole = reader.read(reader.recognise(asked, correct));
      const rest =
        withoutOrders(whole) ?? asWhoSaid(whole) ?? asDefinition(whole) ?? inPlainOrder(whole) ?? withoutIdle(whole);
      return rest === undefined
        ? settle(whole, normalise(asked), now, grounds)
        : settle(reader.read(reader.recognise(rest, correct)), normalise(rest), now, grounds);
    },
  };
}

/** A curator's own text is read on no day in particular. */
export const NO_DAY = '2000-01-01';

function settle(q: Reading, text: string, now: string, grounds: Grounds): Question {
  const { store } = grounds;
  const outline = withOffice(q, outlineOf(q, now, grounds));
  const { asked, spans, content, numbers, dates, documents, mentions } = outline;
  const setting = settingOf(q);
  const carried = carriedBy(q, asked);
  const classing = classIn(q, content, asked);
  const empty = new Set([...explainedByText(q), ...calledBy(q), ...[carried, classing].filter((s) => s !== undefined)]);
  // "NAME's navy drills": what a body does may be of the kind that another one's does; the body itself is not meant.
  const foreign = findForeign(q, store);
  const kindsOf = foreign.filter((s) => q.spanAt(s.end)?.meanings.some((m) => m.startsWith('k:')));
  const asides = new Set([...findAsides(q, asked.words), ...setting, ...kindsOf, ...empty]);
  const options = findOptions(q);
  const novelty = noveltyIn(q, asked);
  const names = findNames(q, content, store);
  const matter = matterIn(q, asked, names);
  const kinds = ['person', 'people', 'thing', 'place', 'time'].filter((p) => q.has(`pronoun-${p}`));
  const pronouns = kinds.length === 0 ? [] : q.words.flatMap((_, i) => kinds.filter((p) => q.is(i, `pronoun-${p}`)));
  return {
    text,
    words: q.words,
    spans,
    content,
    asides,
    setting,
    guesses: guessesIn(q, asked.words),
    excluded: excludedOf(q, new Set(content.filter((s) => asides.has(s)))),
    scenes: new Set(content.filter((s) => isScene(q, s))),
    within: new Set(content.filter((s) => isPlaceOf(q, s))),
    about: new Set(content.filter((s) => q.is(beforeOf(q, s), 'about'))),
    saidClause: saidClauseIn(q, content, asked),
    meanwhile: meanwhileIn(q),
    softContrasts: new Set(content.filter((s) => q.is(s.start, 'soft-contrast'))),
    asked,
    classing: classing ?? null,
    names,
    speakers: speakersOf(q, names, asked, asides, store),
    verbatim: q.has('wording'),
    quoted: quotedIn(q),
    subjects: subjectsOf(q, names),
    alone: aloneIn(q, names),
    dates: [...dates].sort((a, b) => a.start - b.start),
    ambiguousDate: mentions.find((m) => m.ambiguous) ?? null,
    documents: [...new Set(documents.map((d) => d.id))],
    namesText: documents.length > 0 || q.has('publication'),
    ofText: documents.length > 0 || q.has('publication') || q.has('text-part') || asked.wants.includes('agency'),
    allDocuments:
      q.has('every') &&
      q.words.some((_, i) => q.is(i, 'every') && [1, 2, 3, 4].some((k) => q.is(i + k, 'publication'))),
    numbers,
    foreign: foreign.filter((s) => !kindsOf.includes(s)),
    offices: findOffices(q, asides),
    mainVerb: findMainVerb(
      q,
      content.filter((s) => !empty.has(s)),
      asked,
    ),
    // In a fragment, a noun beside a name may be no deed: only who does what to whom is.
    // What was spoken of may be said in any words.
    roles: matter ? [] : findRoles(q, asked, asides).filter((r) => asked.form !== 'any' || (r.agent && r.patient)),
    unitAsked: unitAsked(q, asked),
    timeUnits: findTimeUnits(q),
    denies: deniesIn(q, asked) || options?.negated === true,
    deniedClaim: novelty === null ? deniedIn(q, asked) : null,
    succession: successionIn(q, asked, store),
    headed: headedIn(q, asked, names),
    inside: insideOf(q, asked, names),
    matter,
    holders: holdersIn(q),
    others: othersAsked(q, asked, names),
    anotherEvent: anotherEventIn(q),
    addressed: addressedIn(q, names, store),
    whole: wholeIn(q, asked, names, store),
    negated: q.has('negation'),
    reckons: reckoningIn(q),
    amends: toAmend(q, asked),
    chooses: q.words.some(
      (_, i) => q.is(i, 'or') && !asked.words.has(i) && i + 1 < q.words.length && !q.is(i + 1, 'negation'),
    ),
    remainder: remainderIn(q),
    pairing: pairingIn(q, asked, { ...grounds, dates, documents }),
    contrast: contrastIn(q),
    inCommon: inCommonIn(q),
    asksParticipants: asksParticipants(q, asked, content),
    compares: comparesIn(q),
    described: describedIn(q, store),
    novelty,
    route: routeIn(q, names),
    options,
    attribution: findAttribution(q, asked.form === 'yes-no'),
    parts: findParts(q),
    sides: findSides(q),
    items: findItems(q, asked),
    latestFirst: [...asked.words].some((i) => q.is(i, 'latest')),
    pronounSpeaks: pronounSpeaks(q),
    speechVerb: q.has('say'),
    refersBack: q.is(0, 'follow') || content.length === 0 || pronouns.length > 0,
    pronouns,
  };
}
