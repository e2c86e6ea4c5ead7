/** What listeners work with. */
import type { Logger } from 'pino';
import type { Answer, Ask, ThreadContext } from '../answer/index.ts';
import type { DigestCommand } from './digest.ts';
import type { Library } from './library.ts';
import type { Sender } from './send.ts';
import type { SlackState } from './state.ts';
import type { Turns } from './turns.ts';

/** All that a listener may use, handed in by `startSlack`. */
export interface Deps {
  readonly ask: Ask;
  readonly library: Library;
  readonly state: SlackState;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** A short random text that a user can quote and an operator can find in the log. */
  readonly newReference: () => string;
  readonly send: Sender;
  readonly turns: Turns;
  /** Whether words of questions may be stored. */
  readonly keepQuestions: boolean;
  readonly digest?: DigestCommand | undefined;
  /** Called when a workspace removes the app or revokes its tokens. */
  readonly onUninstall?: ((team: string) => Promise<void>) | undefined;
}

/** Today as the engine wants it (ISO date, UTC). */
export function today(deps: Pick<Deps, 'now'>): string {
  return deps.now().toISOString().slice(0, 10);
}

/** Asks the engine. */
export function askEngine(
  deps: Pick<Deps, 'ask'>,
  question: string,
  now: string,
  thread: ThreadContext | null,
): Answer {
  return deps.ask(question, thread ? { now, thread } : { now });
}

/** Notes a question that the documents do not answer; a failure to note it must not cost the reader the answer. */
export async function noteUnanswered(deps: Deps, team: string, answer: Answer): Promise<void> {
  if (answer.status === 'answered') return;
  const { reason, reading, question } = answer;
  const words = deps.keepQuestions ? { failed: reason?.failed ?? null, question } : { failed: null, question: null };
  try {
    await deps.state.unanswered.add({
      team,
      at: deps.now().toISOString(),
      reading,
      reason: reason?.kind ?? 'clarify',
      ...words,
    });
  } catch (err) {
    deps.logger.error({ err, team }, 'could not note an unanswered question');
  }
}
