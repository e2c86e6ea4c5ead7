/** Reads the errors of Slack's client by their codes, and groups them by what can be done about them. */

/** Slack cannot show the blocks: the message is sent again in a simpler form. */
const CONTENT = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'invalid_attachments']);
/** The bot cannot write there: whoever asked can invite it. */
const NOT_THERE = new Set(['not_in_channel', 'channel_not_found']);
/** The request did not leave this machine, so that repeating it cannot post twice. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

type Fields = {
  code?: unknown;
  data?: { error?: unknown };
  retryAfter?: unknown;
  statusCode?: unknown;
  cause?: unknown;
};
const fields = (error: unknown): Fields => (typeof error === 'object' && error !== null ? (error as Fields) : {});

/** The error name that Slack answered with ("not_in_channel"), or undefined for another kind of error. */
export function slackErrorOf(error: unknown): string | undefined {
  const name = fields(error).data?.error;
  return typeof name === 'string' ? name : undefined;
}

/** Whether Slack refused the blocks of a message. */
export function isContentError(error: unknown): boolean {
  return CONTENT.has(slackErrorOf(error) ?? '');
}

/** Whether the bot is not in the channel. */
export function isNotInChannel(error: unknown): boolean {
  return NOT_THERE.has(slackErrorOf(error) ?? '');
}

/** Seconds to wait when Slack answered 429, or undefined. */
export function rateLimitOf(error: unknown): number | undefined {
  const { code, retryAfter } = fields(error);
  return code === 'slack_webapi_rate_limited_error' && typeof retryAfter === 'number' ? retryAfter : undefined;
}

/** Whether the request never reached Slack. */
export function isUnsent(error: unknown): boolean {
  for (let at = error, depth = 0; at && depth < 5; at = fields(at).cause, depth += 1) {
    if (UNSENT.has(String(fields(at).code))) return true;
  }
  return false;
}

/** Whether it is a failure of the network or of Slack's servers, after which nobody knows if the request was carried out. */
export function isTransient(error: unknown): boolean {
  const { code } = fields(error);
  return (
    code === 'slack_webapi_request_error' ||
    code === 'slack_webapi_http_error' ||
    ['internal_error', 'fatal_error', 'request_timeout'].includes(slackErrorOf(error) ?? '')
  );
}

/** Status of a refused response_url, or undefined. */
export function respondStatusOf(error: unknown): number | undefined {
  const { code, statusCode } = fields(error);
  return code === 'slack_bolt_respond_error' && typeof statusCode === 'number' ? statusCode : undefined;
}
