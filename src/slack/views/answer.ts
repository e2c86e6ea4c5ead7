/** An answer as a Slack message: the asked thing, its footnotes, how it was understood, and what can be done next. */
import type { Answer } from '../../answer/index.ts';
import { HASH_LENGTH, packAsked } from './asked.ts';
import { clauseBlocks, clauseLine } from './clauses.ts';
import { escapeText } from './escape.ts';
import { type Shown, shownOf } from './fit.ts';
import { type Block, button, LIMITS, type Rendered, richText, run, section, smallPrint } from './message.ts';
import { sourceLine } from './sources-line.ts';

/** Names of the controls. A message needs unique ids: buttons of a row have an index after the colon. */
export const ACTIONS = {
  sources: 'show_sources',
  share: 'share_answer',
  askAgain: 'ask_again',
  feedback: 'feedback',
} as const;

/** How an answer is shown. */
export interface AnswerView {
  /** `private` can be shared; `open` stands in a channel or a direct message; `modal` has no controls. */
  readonly audience: 'private' | 'open' | 'modal';
  /** The day it was asked (ISO date). */
  readonly now: string;
  /** What the thread knew before, or null. */
  readonly thread: Answer['thread'] | null;
  /** Who put the question by a button or shared its answer; named above the answer. */
  readonly by?: { readonly user: string; readonly verb: 'asked' | 'shared' };
  /** A line in small print that the reader needs ("The store has changed since."). */
  readonly notice?: string;
}

/** Renders an answer: pure, and within Slack's limits. */
export function answerMessage(answer: Answer, view: AnswerView): Rendered {
  const shown = shownOf(answer, LIMITS.text);
  const small = smallLines(answer, shown, view);
  const blocks: Block[] = [
    ...attribution(answer, view),
    ...clauseBlocks(shown.clauses, answer.provenance),
    ...smallPrint(shown.citations.map(sourceLine)),
    ...smallPrint(small),
    ...(view.audience === 'modal' ? [] : controls(answer, view)),
  ];
  const lines = [
    ...(view.by ? [''] : []),
    ...textLines(answer, shown),
    ...(shown.citations.length > 0 ? ['Sources:', ...shown.citations.map(sourceLine)] : []),
    ...small,
  ].map(escapeText);
  if (view.by) lines[0] = `<@${view.by.user}> ${view.by.verb}: ${escapeText(answer.question)}`;
  return { text: lines.join('\n'), blocks };
}

/** Sentences run on in one line; accounts and events each have their own. */
function textLines(answer: Answer, shown: Shown): string[] {
  const lines: string[] = [];
  let open = false;
  for (const clause of shown.clauses) {
    const line = clauseLine(clause, answer.provenance);
    const runsOn = clause.role !== 'line';
    if (open && runsOn) lines[lines.length - 1] += ` ${line}`;
    else lines.push(line);
    open = runsOn;
  }
  return lines;
}

function smallLines(answer: Answer, shown: Shown, view: AnswerView): string[] {
  return [
    ...(shown.left > 0
      ? [
          `${shown.left} more ${shown.left === 1 ? 'line was' : 'lines were'} left out here; Show Sources has every footnote.`,
        ]
      : []),
    ...(answer.reading ? [`Understood as: ${answer.reading}`] : []),
    ...(view.notice ? [view.notice] : []),
  ];
}

function attribution(answer: Answer, view: AnswerView): Block[] {
  if (!view.by) return [];
  const who = { type: 'user' as const, user_id: view.by.user };
  return [richText([section([who, run(` ${view.by.verb}: `), run(answer.question, { italic: true })])])];
}

/** Up to three questions to go on with: after a refusal those that the nearest facts answer. */
export function nextQuestions(answer: Answer): string[] {
  const near = answer.nearest.map((n) => n.question);
  const all = answer.status === 'abstained' ? [...near, ...answer.suggestions] : answer.suggestions;
  return [...new Set(all.map((q) => q.trim()).filter((q) => q && q !== answer.question))].slice(0, 3);
}

function controls(answer: Answer, view: AnswerView): Block[] {
  const value = packAsked({
    question: answer.question,
    now: view.now,
    store: answer.store.slice(0, HASH_LENGTH),
    thread: view.thread,
  });
  const next = nextQuestions(answer).flatMap((question, i) => {
    const packed = packAsked({ question, now: view.now, store: answer.store, thread: null });
    return packed ? [button(`${ACTIONS.askAgain}:${i}`, question, packed)] : [];
  });
  const own = value
    ? [
        ...(view.audience === 'private' && answer.status === 'answered' && answer.citations.length > 0
          ? [button(ACTIONS.share, 'Share', value)]
          : []),
        ...(answer.citations.length > 0 ? [button(ACTIONS.sources, 'Show Sources', value)] : []),
      ]
    : [];
  const refused = answer.status !== 'answered' && next.length > 0;
  return [
    ...(own.length > 0 ? [{ type: 'actions' as const, elements: own }] : []),
    ...(next.length > 0 ? smallPrint([refused ? 'Ask this instead:' : 'Ask next:']) : []),
    ...(next.length > 0 ? [{ type: 'actions' as const, elements: next }] : []),
    ...(value ? [feedbackRow(value)] : []),
  ];
}

function feedbackRow(value: string): Block {
  const side = (text: string, label: string, sign: string) => ({
    text: { type: 'plain_text' as const, text },
    accessibility_label: label,
    value: `${sign}${value}`,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: side('Good answer', 'This answer is right and useful', '+'),
        negative_button: side('Bad answer', 'Something is wrong with this answer', '-'),
      },
    ],
  };
}
