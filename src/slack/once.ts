/** Global middleware: counts what is in progress, notes how soon a delivery was acknowledged, and lets each delivery through once. */
import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Deps } from './deps.ts';
import type { InFlight } from './in-flight.ts';

type Args = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * The key of a delivery: Slack repeats an event with the same event_id; other requests are known by their signature (a replay has
 * the same one) or, in Socket Mode, by their envelope.
 */
function keyOf({ body, context }: Pick<Args, 'body' | 'context'>): string | undefined {
  if ('event_id' in body && typeof body.event_id === 'string') return `event/${body.event_id}`;
  const delivery: unknown = context.delivery;
  return typeof delivery === 'string' && delivery ? `delivery/${delivery}` : undefined;
}

/** Events that are a message: `answerInThread` takes up the delivery together with the message, in one write. */
const MESSAGES = new Set(['app_mention', 'message']);

/** Makes the middleware. */
export function onceOnly(deps: Pick<Deps, 'state' | 'logger' | 'now'>, inFlight: InFlight) {
  return (args: Args): Promise<void> =>
    inFlight.track(async () => {
      const { context, next } = args;
      // Events are acknowledged by Bolt before any middleware runs.
      context.ackMs = deps.now().getTime() - Number(context.arrived);
      const key = keyOf(args);
      if ('event' in args && MESSAGES.has(args.event.type)) {
        context.deliveryKey = key;
        return next();
      }
      if (key === undefined || (await deps.state.seen.take([key])).has(key)) return next();
      deps.logger.info({ key, retry: context.retryNum }, 'delivered before: left alone');
      if ('ack' in args && typeof args.ack === 'function') await (args.ack as () => Promise<void>)();
    });
}
