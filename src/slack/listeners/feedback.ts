/** Feedback: a good verdict is stored; a bad one opens a form. Stored is how the question was understood, not its words. */
import type { Deps } from '../deps.ts';
import type { Feedback } from '../state.ts';
import { type Asked, feedbackForm, note, readFeedback, unpackAsked } from '../views/index.ts';
import { askedAgain, replyTo, STALE } from './buttons.ts';
import { type ActionArgs, clickOf, teamOf, type ViewArgs } from './table.ts';

function record(
  deps: Deps,
  asked: Asked,
  who: { team: string; user: string },
  said: Pick<Feedback, 'verdict' | 'reason' | 'remark'>,
): Promise<void> {
  const { answer } = askedAgain(deps, asked);
  const { reading, status, store } = answer;
  return deps.state.feedback.add({
    ...who,
    at: deps.now().toISOString(),
    reading,
    status,
    store,
    ...said,
    question: deps.keepQuestions ? asked.question : null,
  });
}

/** Makes the listener of the two feedback buttons. */
export function feedbackClick(deps: Deps) {
  return async (args: ActionArgs): Promise<void> => {
    await args.ack();
    const { value = '', user } = clickOf(args);
    const packed = value.slice(1);
    const asked = unpackAsked(packed);
    if (!asked || !/^[+-]/.test(value)) return replyTo(deps, args, STALE);
    if (value.startsWith('-')) {
      const view = feedbackForm(packed, deps.keepQuestions);
      await deps.send.call(() => args.client.views.open({ trigger_id: args.body.trigger_id, view }), false);
      return;
    }
    await record(deps, asked, { team: teamOf(args.context), user }, { verdict: 'good', reason: null, remark: null });
    await replyTo(deps, args, note('Thank you, noted.'));
  };
}

/** Makes the listener of the form. */
export function feedbackSubmitted(deps: Deps) {
  return async ({ ack, view, body, context }: ViewArgs): Promise<void> => {
    const filled = readFeedback(view.state.values);
    const asked = unpackAsked(view.private_metadata);
    if (!filled || !asked) {
      await ack({
        response_action: 'errors',
        errors: { fault: 'This form is from an older version of Footnote. Please close it and click again.' },
      });
      return;
    }
    await ack();
    await record(deps, asked, { team: teamOf(context), user: body.user.id }, { verdict: 'bad', ...filled });
  };
}
