/** The form that a negative click opens. */
import type { types } from '@slack/bolt';
import { z } from 'zod';
import { LIMITS, plain } from './message.ts';

/** callback_id of the form. */
export const FEEDBACK_FORM = 'feedback_form';

/** What can be wrong with an answer: stored value and label. */
export const FAULTS = [
  ['wrong', 'A fact in it is wrong'],
  ['misread', 'My question was misunderstood'],
  ['missing', 'The documents do say it'],
  ['source', 'A source does not support it'],
  ['unclear', 'It is hard to understand'],
] as const;

/** The form; `packed` is the question as its button carried it. The reader is told what is stored. */
export function feedbackForm(packed: string, keepsQuestions: boolean): types.ModalView {
  const stored = keepsQuestions
    ? 'Your question and what you write here are stored for the curator.'
    : 'What you write here is stored for the curator, with how your question was understood; not its words.';
  return {
    type: 'modal',
    callback_id: FEEDBACK_FORM,
    private_metadata: packed,
    title: plain('What was wrong?', LIMITS.modalTitle),
    submit: plain('Send', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks: [
      {
        type: 'input',
        block_id: 'fault',
        label: plain('What was wrong?'),
        element: {
          type: 'radio_buttons',
          action_id: 'fault',
          options: FAULTS.map(([value, label]) => ({ value, text: plain(label, LIMITS.buttonText) })),
        },
      },
      {
        type: 'input',
        block_id: 'remark',
        optional: true,
        label: plain('What should it say?'),
        element: { type: 'plain_text_input', action_id: 'remark', multiline: true, max_length: 1000 },
      },
      { type: 'context', elements: [plain(stored)] },
    ],
  };
}

const values = z.object({
  fault: z.object({ fault: z.object({ selected_option: z.object({ value: z.string() }).nullable() }) }),
  remark: z.object({ remark: z.object({ value: z.string().nullish() }) }),
});

/** What was filled in; undefined when the form is not of this version. */
export function readFeedback(state: unknown): { reason: string; remark: string | null } | undefined {
  const parsed = values.safeParse(state);
  const reason = parsed.success ? parsed.data.fault.fault.selected_option?.value : undefined;
  if (!parsed.success || !FAULTS.some(([value]) => value === reason)) return undefined;
  return { reason: reason!, remark: parsed.data.remark.remark.value?.slice(0, 1000) || null };
}
