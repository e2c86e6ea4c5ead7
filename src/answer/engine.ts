/** The engine: one loaded store in, a function from questions to answers out. */
import { type Store, wordClass } from '../facts/index.ts';
import { compileLexicon, isTooLong, type LexiconData, normalise } from '../lookup/index.ts';
import {
  asksSlotOfEvent,
  type Candidate,
  type ConflictKind,
  createFactIndex,
  eventGroups,
  type FactIndex,
  type FactTables,
  type Features,
  featuresOf,
  type Matches,
  match,
  onlyAsks,
  type Profile,
  probability,
  tablesOf,
} from '../matching/index.ts';
import { createUnderstander, type Question, type Understander } from '../question/index.ts';
import type { Answer, Ask, ThreadContext } from './answer.ts';
import { countedIn } from './common-count.ts';
import { createComposer } from './compose.ts';
import { contradictionIn, OF_THREAD } from './contradiction.ts';
import { nameDescribed, withFacts } from './described.ts';
import { createFootnotes } from './footnotes.ts';
import { keep } from './keep.ts';
import { isElsewhere } from './kinds/attributed.ts';
import { isUnplaced } from './kinds/before-after.ts';
import { settles } from './kinds/choose.ts';
import { isUndenied } from './kinds/denied.ts';
import { partly } from './kinds/halves.ts';
import { KINDS, OF_ONE } from './kinds/index.ts';
import { contradicted, single } from './kinds/single.ts';
import { createPartReader } from './parts-asked.ts';
import { nearestOf } from './refuse.ts';
import { createReplies } from './replies.ts';
import { sayBack } from './say-back.ts';
import { sideOf } from './side-of.ts';
import { createChatterCutter, createSmallTalk } from './small-talk.ts';
import type { Composition, Task } from './task.ts';
import { EMPTY_QUESTION, sayAmbiguousDate, TOO_LONG } from './wording.ts';

/** What the engine knows while it answers; for `--why`, for fitting and for evaluation. */
export interface Trace {
  readonly question: Question;
  readonly matches: Matches;
  readonly best: Candidate | undefined;
  readonly features: Features | undefined;
  readonly probability: number;
}

/** The engine with what its tools need beside `ask`. */
export interface Engine {
  readonly store: Store;
  readonly index: FactIndex;
  readonly understander: Understander;
  readonly ask: Ask;
  /** As `ask`, and gives the trace of the decision (undefined for small talk and the like). */
  readonly explain: Ask extends (...args: infer A) => Answer
    ? (...args: A) => { answer: Answer; trace: Trace | undefined }
    : never;
}

/** From this probability on, the best fact alone is the answer. */
const SURE = 0.8;

/** A fact that explains this share of a part says what the part asks. */
const SAID = 0.5;

/** All that building an engine computes from its store. What a snapshot gives of it is read when it is asked for. */
export interface Compiled {
  readonly store: Store;
  readonly words: LexiconData;
  readonly facts: FactTables;
}

/** Computes what the engine of a store needs; this is what takes the time when an engine is built. */
export function compileStore(store: Store): Compiled {
  const words = compileLexicon(store);
  return { store, words, facts: tablesOf(store, createUnderstander(store, words)) };
}

/**
 * Builds the engine of a store.
 * @param without gates to leave out (for the ablation of `npm run eval`)
 * @param candidates `all` looks at every fact for every question: the reference of `npm run bench -- --reference`
 */
export function createEngine(store: Store, without?: ReadonlySet<ConflictKind>, candidates?: 'chosen' | 'all'): Engine {
  return engineOf(compileStore(store), without, candidates);
}

/** Makes the engine of a compiled store; `without` and `candidates` as in `createEngine`. */
export function engineOf(
  { store, words, facts }: Compiled,
  without?: ReadonlySet<ConflictKind>,
  candidates?: 'chosen' | 'all',
): Engine {
  const understander = createUnderstander(store, words, eventGroups(store, facts.events));
  const index = createFactIndex(store, understander, facts);
  const smallTalk = createSmallTalk(store);
  const cutChatter = createChatterCutter(store);
  const { answered, refused, withheld, plain } = createReplies(store, index);

  const explain: Engine['explain'] = (text, options) => {
    const clean = normalise(text);
    if (isTooLong(text, clean))
      return { answer: plain(text, TOO_LONG, { kind: 'not-understood', failed: 'the length' }), trace: undefined };
    const talk = smallTalk(clean);
    if (talk !== undefined) return { answer: { ...plain(text, talk, null), status: 'answered' }, trace: undefined };
    if (!/[\p{L}\p{N}]/u.test(clean))
      return {
        answer: plain(text, EMPTY_QUESTION, { kind: 'not-understood', failed: 'an empty question' }),
        trace: undefined,
      };
    const thread = options.thread ?? threadOf(options.context ?? [], options.now);
    const question = understander.understand(cutChatter(clean), options.now);
    return answerQuestion(text, question, options.now, thread);
  };

  function threadOf(context: readonly string[], now: string): ThreadContext | undefined {
    let thread: ThreadContext | undefined;
    for (const earlier of context) thread = explain(earlier, thread ? { now, thread } : { now }).answer.thread;
    return thread;
  }

  /** @param beside facts that tell whom the question as written means, told with the answer */
  function answerQuestion(
    text: string,
    question: Question,
    now: string,
    thread: ThreadContext | undefined,
    beside: readonly Profile[] = [],
  ): { answer: Answer; trace: Trace } {
    const matches = match(question, index, thread, without, candidates);
    const best = matches.clean.first;
    const features = best && featuresOf(matches, best);
    const p = features ? probability(features, store.decision) : 0;
    const trace: Trace = { question, matches, best, features, probability: p };
    if (question.ambiguousDate) {
      const said = sayAmbiguousDate(question.ambiguousDate.text, question.ambiguousDate.ambiguous!);
      return {
        answer: { ...plain(text, said, null), status: 'clarify' as const, reading: sayBack(question, store) },
        trace,
      };
    }
    const footnotes = createFootnotes(store);
    const composer = createComposer(store, footnotes);
    const part = createPartReader({
      understand: (of) => understander.understand(of, now),
      match: (asked, inherited) => match(asked, index, inherited, without, candidates),
    });
    const inheritances = new Map<Profile, ThreadContext>();
    const inheritedOf = (profile: Profile): ThreadContext => {
      const kept = inheritances.get(profile) ?? keep(question, [profile]);
      inheritances.set(profile, kept);
      return kept;
    };
    const task: Task = {
      store,
      index,
      question,
      matches,
      composer,
      thread,
      matching: (otherwise) => match({ ...question, ...otherwise }, index, thread, without, candidates),
      sideOf: (of, sought = {}) => {
        const { asked, found } = part(of);
        return sideOf(asked, found, sought, index, store);
      },
      understood: (of) => {
        const read = part(of, thread);
        return {
          question: read.asked,
          get matches() {
            return read.found;
          },
        };
      },
      answerTo: (of, after) => {
        const inherited = after ? inheritedOf(after) : thread;
        const { asked, found } = part(of, inherited);
        const best = countedIn(task, asked, found.clean);
        if (!best) return undefined;
        const sure = answers(featuresOf(found, best), best);
        return sure || (after && isBareFollowUp(found, best, inherited)) ? { best, question: asked } : undefined;
      },
      sure: best && answers(features!, best) ? best : undefined,
      nearTo: (of, after) => nearestOf(part(of, inheritedOf(after)).found),
      saidOf: (of, profile) => {
        const { asked, found } = part(of, inheritedOf(profile));
        const own = found.clean.find((c) => c.profile === profile);
        const said = own && own.evidence.fits !== false && own.evidence.coverage >= SAID;
        return said ? { best: own, question: asked } : undefined;
      },
    };
    const named = question.described && nameDescribed(question, question.described, store, (of) => task.answerTo(of));
    if (named)
      return answerQuestion(
        text,
        understander.understand(named.text, now),
        now,
        thread,
        named.fact ? [named.fact] : [],
      );
    const denial = (): Composition | undefined => {
      if (question.asked.form !== 'yes-no' || question.deniedClaim !== null) return undefined;
      const denied = contradictionIn(matches, wordClass(store, 'every'));
      return denied && contradicted(task, denied);
    };
    let composition: Composition | undefined;
    // What was taught for a fact is answered with it, if only by "no".
    const contrary = best?.taught || question.chooses ? undefined : matches.barred.find((c) => c.taught);
    if (contrary) composition = contradicted(task, contrary);
    else for (const kind of matches.ofOthers ? OF_ONE : KINDS) if ((composition = kind(task))) break;
    if (best?.taught && composition && !composition.facts.includes(best.profile)) composition = undefined;
    const strays = best && features!.offtopic > 0 && best.evidence.coverage < 0.6;
    // "were they in one room?": what the thread is about may deny it, whatever is so elsewhere.
    if (!composition && matches.followsUp && (best?.link ?? 0) < OF_THREAD && !best?.taught) composition = denial();
    if (
      !composition &&
      best &&
      !strays &&
      settles(question, best.profile) &&
      !isElsewhere(task, best.profile) &&
      !isUndenied(task, best.profile) &&
      !isUnplaced(task, best.profile) &&
      (task.sure || isBareFollowUp(matches, best, thread))
    )
      composition = single(task, countedIn(task, question, matches.clean) ?? best, p >= SURE);
    composition ??= denial();
    if (!matches.ofOthers) composition ??= partly(task);
    if (composition) composition = withFacts(composition, beside, composer);
    const answer = !composition
      ? refused(text, question, matches, best)
      : composition.withholds === undefined
        ? answered(text, question, composition, footnotes)
        : withheld(text, question, composition);
    return { answer, trace };
  }

  /** Whether the best fact is the answer: as a curator taught it, by the model, or where nothing is open that could decide it. */
  function answers(features: Features, best: Candidate): boolean {
    return (
      best.taught ||
      probability(features, store.decision) >= store.decision.threshold ||
      asksSlotOfEvent(features, best)
    );
  }

  /** "where?" after an answer has no words to weigh: the thread's own event fills the slot, or it does not. */
  function isBareFollowUp(matches: Matches, c: Candidate, thread: ThreadContext | undefined): boolean {
    const { asked, content } = matches.weighed.question;
    const says = content.some((s) => s !== asked.head && !onlyAsks(s, asked));
    // What was told of somebody first ("who made NAME's remarks") may have been asked of an event.
    const of = thread?.events.find((id) => store.events.has(id)) ?? thread?.events[0];
    return matches.followsUp && !says && c.evidence.fits === true && of === c.profile.fact.of;
  }

  return { store, index, understander, explain, ask: (text, options) => explain(text, options).answer };
}
