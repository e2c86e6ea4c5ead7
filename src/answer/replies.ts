/** The three replies that an engine gives: an answer, a refusal with what is nearest, and a plain sentence. */
import type { Store } from '../facts/index.ts';
import type { Candidate, FactIndex, Matches, Profile } from '../matching/index.ts';
import type { Question } from '../question/index.ts';
import type { Answer, Clause, Reason } from './answer.ts';
import { createComposer, plainText } from './compose.ts';
import { createFootnotes, type Footnotes } from './footnotes.ts';
import { keep } from './keep.ts';
import { NEAREST, nearestOf, reasonOf } from './refuse.ts';
import { sayBack } from './say-back.ts';
import { followUps, nearFact } from './suggestions.ts';
import type { Composition } from './task.ts';
import { CLOSEST, sayRefusal } from './wording.ts';

/** Writes replies; `text` is the question as typed. */
export interface Replies {
  readonly answered: (text: string, question: Question, composition: Composition, footnotes: Footnotes) => Answer;
  /** @param best the best fact that nothing speaks against, if any */
  readonly refused: (text: string, question: Question, matches: Matches, best: Candidate | undefined) => Answer;
  /** What a kind of answer found that the documents do not have. */
  readonly withheld: (text: string, question: Question, composition: Composition) => Answer;
  /** A sentence without facts: small talk, or what is wrong with the message. */
  readonly plain: (text: string, said: string, reason: Reason | null) => Answer;
}

/** Makes the writer of a store's replies. */
export function createReplies(store: Store, index: FactIndex): Replies {
  function answered(text: string, question: Question, composition: Composition, footnotes: Footnotes): Answer {
    return {
      question: text,
      status: 'answered',
      text: plainText(composition.clauses),
      clauses: composition.clauses,
      citations: footnotes.citations(),
      provenance: footnotes.provenance(),
      reading: sayBack(question, store),
      reason: null,
      nearest: [],
      suggestions: followUps(index, composition.facts),
      thread: keep(question, composition.facts),
      store: store.hash,
    };
  }

  function refused(text: string, question: Question, matches: Matches, best: Candidate | undefined): Answer {
    const reason = reasonOf(matches, best);
    const near = reason.kind === 'off-topic' ? [] : nearestOf(matches);
    return refusal(
      text,
      question,
      reason,
      near.map((c) => c.profile),
    );
  }

  function withheld(text: string, question: Question, { withholds = '', facts, clauses }: Composition): Answer {
    return refusal(text, question, { kind: 'not-recorded', failed: withholds }, facts.slice(0, NEAREST), clauses);
  }

  function refusal(
    text: string,
    question: Question,
    reason: Reason,
    near: readonly Profile[],
    remarks: readonly Clause[] = [],
  ): Answer {
    const nearest = near.map((profile) => nearFact(store, profile));
    const clauses: Clause[] = [{ text: sayRefusal(reason.kind, reason.failed), notes: [], role: 'remark' }, ...remarks];
    const footnotes = createFootnotes(store);
    const composer = createComposer(store, footnotes);
    if (near.length > 0)
      clauses.push(composer.remark(CLOSEST), ...near.map((profile) => composer.says(profile.fact, 'line')));
    return {
      question: text,
      status: 'abstained',
      text: plainText(clauses),
      clauses,
      citations: footnotes.citations(),
      provenance: footnotes.provenance(),
      reading: sayBack(question, store),
      reason,
      nearest,
      suggestions: nearest.map((n) => n.question).filter(Boolean),
      thread: keep(question, near.slice(0, 1)),
      store: store.hash,
    };
  }

  function plain(text: string, said: string, reason: Reason | null): Answer {
    return {
      question: text,
      status: 'abstained',
      text: said,
      clauses: [{ text: said, notes: [], role: 'remark' }],
      citations: [],
      provenance: {},
      reading: '',
      reason,
      nearest: [],
      suggestions: [],
      thread: { facts: [], entities: [], events: [], asked: null, concepts: [], date: null },
      store: store.hash,
    };
  }

  return { answered, refused, withheld, plain };
}
