/** Where `/footnote digest` is handed to: the digest is a part of its own and is given to `startSlack`. */
import type { webApi } from '@slack/bolt';
import type { Rendered } from './views/index.ts';

/** `/footnote digest …` as it was typed. */
export interface DigestRequest {
  /** What stands after "digest". */
  readonly text: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** Opens one modal within 3 seconds. */
  readonly triggerId: string;
  readonly client: webApi.WebClient;
  /** Answers privately. */
  readonly reply: (message: Rendered) => Promise<void>;
}

/** Handles `/footnote digest …`; the command is acknowledged already. */
export type DigestCommand = (request: DigestRequest) => Promise<void>;
