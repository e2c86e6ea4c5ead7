/**
 * Sends messages: waits when Slack says so, sends a simpler form when Slack refuses the blocks, and never repeats a post whose
 * outcome is unknown, since that could post it twice.
 */
import type { RespondFn, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { isContentError, isTransient, isUnsent, rateLimitOf, respondStatusOf } from './slack-errors.ts';
import { type Block, escapeText, type Rendered, simpler } from './views/index.ts';

type Client = webApi.WebClient;

/** Where a message goes. */
export interface Place {
  readonly channel: string;
  readonly threadTs?: string | undefined;
}

/** How often one call is tried, with all waiting for rate limits. */
const TRIES = 6;
/** The longest that a call waits for one rate limit, in seconds. */
const LONGEST_WAIT = 60;

/** Sends messages with one policy. */
export interface Sender {
  /** Makes a call; `repeatable` calls are tried again after failures of the network too. */
  readonly call: <T>(make: () => Promise<T>, repeatable: boolean) => Promise<T>;
  /** Posts a message once and gives its ts. */
  readonly post: (client: Client, place: Place, message: Rendered) => Promise<string>;
  /** Replaces a message. */
  readonly update: (client: Client, channel: string, ts: string, message: Rendered) => Promise<void>;
  /** Answers through a response_url, seen only by who clicked or typed; when that has expired, by an ephemeral message. */
  readonly reply: (respond: RespondFn, message: Rendered, options?: ReplyOptions) => Promise<void>;
}

/** How a private answer is given. */
export interface ReplyOptions {
  /** Replaces the ephemeral message that held the button. */
  readonly replace?: boolean;
  /** Where to answer when the response_url is used up or expired (5 uses in 30 minutes). */
  readonly instead?: { readonly client: Client; readonly channel: string; readonly user: string };
}

/** Makes the sender. `sleep` waits for milliseconds. */
export function createSender(sleep: (ms: number) => Promise<void>, logger: Logger): Sender {
  async function call<T>(make: () => Promise<T>, repeatable: boolean): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await make();
      } catch (error) {
        const limit = rateLimitOf(error);
        const again = limit !== undefined || isUnsent(error) || (repeatable && isTransient(error));
        if (!again || tried >= TRIES || (limit ?? 0) > LONGEST_WAIT) throw error;
        const wait = limit === undefined ? 250 * 2 ** tried : limit * 1000;
        logger.warn({ tried, wait_ms: wait, limited: limit !== undefined }, 'Slack did not take a call; trying again');
        await sleep(wait);
      }
    }
  }

  /** Sends the first form that Slack takes: blocks, plain sections, text. */
  async function laddered<T>(
    message: Rendered,
    send: (m: Rendered) => Promise<T>,
    refused: (error: unknown) => boolean,
  ): Promise<T> {
    const forms = [message, simpler(message), { text: message.text, blocks: [] }];
    for (const form of forms.slice(0, -1)) {
      try {
        return await send(form);
      } catch (error) {
        if (!refused(error)) throw error;
        logger.error(
          { err: error, blocks: form.blocks.map((b) => b.type) },
          'Slack refused the blocks; sending a simpler form',
        );
      }
    }
    return send(forms.at(-1)!);
  }

  return {
    call,
    post: (client, place, message) =>
      laddered(
        message,
        async (m) => {
          const thread = place.threadTs ? { thread_ts: place.threadTs } : {};
          const content = { channel: place.channel, text: m.text, unfurl_links: false, unfurl_media: false, ...thread };
          const sent = await call(() => client.chat.postMessage({ ...content, ...packedBlocksOf(m) }), false);
          return sent.ts!;
        },
        isContentError,
      ),
    update: (client, channel, ts, message) =>
      laddered(
        message,
        async (m) => {
          // An empty list takes the old blocks away; without it they would stay above the new text.
          await call(() => client.chat.update({ channel, ts, text: m.text, blocks: [...m.blocks] }), true);
        },
        isContentError,
      ),
    reply: async (respond, message, options = {}) => {
      const visible = { response_type: 'ephemeral' as const, replace_original: options.replace ?? false };
      try {
        await laddered(
          message,
          async (m) => void (await respond({ ...visible, text: m.text, ...blocksOf(m) })),
          isRefusedForm,
        );
      } catch (error) {
        const { instead } = options;
        if (!instead || respondStatusOf(error) === undefined) throw error;
        const { client, channel, user } = instead;
        await laddered(
          message,
          async (m) =>
            void (await call(() => client.chat.postEphemeral({ channel, user, text: m.text, ...blocksOf(m) }), false)),
          isContentError,
        );
      }
    },
  };
}

function blocksOf(message: Rendered): { blocks?: Rendered['blocks'][number][] } {
  return message.blocks.length > 0 ? { blocks: [...message.blocks] } : {};
}

/**
 * Blocks as the JSON text that the client would make of them at last: given a list, it first copies the list twice for its debug log,
 * which took a sixth of all work on a mention.
 */
function packedBlocksOf(message: Rendered): { blocks?: Block[] } {
  return message.blocks.length > 0 ? { blocks: JSON.stringify(message.blocks) as unknown as Block[] } : {};
}

/** A response_url says that it does not take the message with 400 or 500; 404, 410 and 429 mean the address itself. */
function isRefusedForm(error: unknown): boolean {
  return [400, 500].includes(respondStatusOf(error) ?? 0);
}

/** How to bring the bot into a channel. */
export function inviteText(bot: string): Rendered {
  const text = `I cannot write in that channel, since I am not in it. Invite me with /invite @${bot} and try again.`;
  return { text: escapeText(text), blocks: [] };
}
