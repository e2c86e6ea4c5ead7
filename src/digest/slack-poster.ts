/** The digest's own way to Slack: its own clients, so that waiting here holds up no answer. */
import { webApi } from '@slack/bolt';
import type { DeliveryKey } from '../storage/index.ts';
import type { DigestPoster, FindOutcome, PostOutcome, Workspace } from './poster.ts';
import { classOf } from './slack-errors.ts';

/** Where the tokens come from, and how Slack is reached. */
export interface SlackPosterOptions {
  /** The bot token of a workspace, or null when it has none that is alive. May reject when it cannot be read. */
  readonly tokenOf: (workspace: Workspace) => Promise<string | null>;
  /** Marks a dead installation. */
  readonly deactivate: (workspace: Workspace, error: string) => Promise<void>;
  /** Address of the Web API, with a slash at its end ("https://slack.com/api/"). */
  readonly apiUrl: string;
  /** How long one request may take, in ms (8000); has to be well under the lease of a delivery. */
  readonly timeoutMs?: number;
}

/** The metadata that names a slot in the channel's history. Anyone in the workspace can read it. */
const METADATA_EVENT = 'footnote_digest';

const SOON_MS = 60_000;
/** A page of history as small as Slack allows apps outside its Marketplace; a lease's worth of messages seldom fills more. */
const PAGE = 15;
const MOST_PAGES = 10;

/** Gives a poster over Slack's WebClient. */
export function slackPoster(options: SlackPosterOptions): DigestPoster {
  const clientOf = async (workspace: Workspace): Promise<webApi.WebClient | null> => {
    const token = await options.tokenOf(workspace);
    if (token === null) return null;
    // A client for each request keeps no token longer than needed. Headers are never set: web-api would write one
    // workspace's token into them. No retries: the ledger decides about every one.
    return new webApi.WebClient(token, {
      slackApiUrl: options.apiUrl,
      retryConfig: { retries: 0 },
      timeout: options.timeoutMs ?? 8000,
      rejectRateLimitedCalls: true,
      logLevel: webApi.LogLevel.ERROR,
    });
  };

  const postOnce = async (workspace: Workspace, key: DeliveryKey, body: object): Promise<PostOutcome> => {
    let client: webApi.WebClient | null;
    try {
      client = await clientOf(workspace);
    } catch (error) {
      return { kind: 'later', afterMs: SOON_MS, error: messageOf(error), busy: true };
    }
    if (!client) return { kind: 'later', afterMs: SOON_MS, error: 'no token for the workspace', busy: true };
    try {
      const { ts } = await client.chat.postMessage({
        channel: key.channel,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: METADATA_EVENT, event_payload: { slot: key.slot } },
        // An organisation's token has to say which workspace it speaks to.
        ...(workspace.enterprise ? { team_id: workspace.team } : {}),
        ...body,
      } as unknown as webApi.ChatPostMessageArguments);
      return ts ? { kind: 'posted', ts } : { kind: 'unknown', error: 'the answer has no ts' };
    } catch (error) {
      return failureOf(error);
    }
  };

  return {
    async ready(workspace) {
      try {
        return (await options.tokenOf(workspace)) !== null;
      } catch {
        return false;
      }
    },

    async post(workspace, key, message) {
      const outcome = await postOnce(workspace, key, { text: message.text, blocks: message.blocks });
      // `tokenOf` renews what has ended, so one more try with what it gives now is enough.
      if (outcome.kind === 'installation' && outcome.error === 'token_expired') {
        return postOnce(workspace, key, { text: message.text, blocks: message.blocks });
      }
      return outcome;
    },

    async find(workspace, key, from, to): Promise<FindOutcome> {
      try {
        const client = await clientOf(workspace);
        if (!client) return { kind: 'unreadable', error: 'no token for the workspace' };
        let cursor: string | undefined;
        for (let page = 0; page < MOST_PAGES; page++) {
          const history = await client.conversations.history({
            channel: key.channel,
            oldest: (from / 1000).toFixed(6),
            latest: (to / 1000).toFixed(6),
            inclusive: true,
            include_all_metadata: true,
            limit: PAGE,
            ...(cursor ? { cursor } : {}),
            ...(workspace.enterprise ? { team_id: workspace.team } : {}),
          } as webApi.ConversationsHistoryArguments);
          const mine = history.messages?.find((message) => isDigest(message, key.slot));
          if (mine?.ts) return { kind: 'found', ts: mine.ts };
          cursor = history.response_metadata?.next_cursor;
          if (!cursor) return { kind: 'absent' };
        }
        return { kind: 'unreadable', error: `more than ${PAGE * MOST_PAGES} messages to look through` };
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'later') return failure;
        // Reading twice does no harm, so an outcome that is unknown is tried again.
        if (failure.kind === 'unknown') return { kind: 'later', afterMs: SOON_MS, error: failure.error };
        return { kind: 'unreadable', error: 'error' in failure ? failure.error : 'unreadable' };
      }
    },

    async tell(workspace, user, text) {
      try {
        const client = await clientOf(workspace);
        if (!client) return false;
        await client.chat.postMessage({ channel: user, text, unfurl_links: false, unfurl_media: false });
        return true;
      } catch {
        return false;
      }
    },

    deactivate: (workspace, error) => options.deactivate(workspace, error),
  };
}

function isDigest(message: object, slot: string): boolean {
  const { metadata } = message as { metadata?: { event_type?: string; event_payload?: { slot?: string } } };
  return metadata?.event_type === METADATA_EVENT && metadata.event_payload?.slot === slot;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Errors of connecting: the request never left. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Reads what a failed call means for a message. */
function failureOf(error: unknown): Exclude<PostOutcome, { kind: 'posted' }> {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'later', afterMs: error.retryAfter * 1000, error: 'rate_limited', busy: true };
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code } = error.data;
    const kind = classOf(code);
    return kind === 'later' ? { kind, afterMs: SOON_MS, error: code, busy: false } : { kind, error: code };
  }
  if (error instanceof webApi.WebAPIRequestError) {
    const codes = causesOf(error.original).map((cause) => String((cause as { code?: unknown }).code));
    if (codes.some((code) => NOT_SENT.has(code))) {
      return { kind: 'later', afterMs: SOON_MS, error: messageOf(error.original), busy: true };
    }
  }
  // Also HTTP 5xx: a gateway may have lost the answer of a server that did the work.
  return { kind: 'unknown', error: messageOf(error) };
}

function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error, ...inner.flatMap(causesOf), ...causesOf(error.cause)];
}
