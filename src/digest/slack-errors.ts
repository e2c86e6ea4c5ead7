/** Slack's errors, by what a digest does about them (SLACK.md, section 4). */

/** Classes of errors of `chat.postMessage`. */
export type ErrorClass = 'channel' | 'installation' | 'content' | 'later' | 'unknown';

const CLASSES: Readonly<Record<Exclude<ErrorClass, 'unknown'>, readonly string[]>> = {
  channel: [
    'channel_not_found',
    'is_archived',
    'not_in_channel',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'no_permission',
    'messages_tab_disabled',
    'cannot_reply_to_message',
    'access_denied',
    'app_access_restricted',
    'ekm_access_denied',
    'team_not_found',
  ],
  installation: [
    'account_inactive',
    'token_revoked',
    'token_expired',
    'invalid_auth',
    'not_authed',
    'missing_scope',
    'team_access_not_granted',
    'accesslimited',
    'enterprise_is_restricted',
  ],
  content: [
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_text',
    'markdown_text_conflict',
    'metadata_too_large',
    'metadata_must_be_sent_from_app',
    'too_many_attachments',
    'invalid_arguments',
  ],
  // Refused before anything was done.
  later: [
    'rate_limited',
    'ratelimited',
    'request_timeout',
    'message_limit_exceeded',
    'service_unavailable',
    'team_added_to_org',
  ],
};

const CLASS_OF = new Map(
  Object.entries(CLASSES).flatMap(([kind, errors]) => errors.map((error) => [error, kind as ErrorClass])),
);

/**
 * Gives the class of an error code. `internal_error` and `fatal_error` say themselves that part of the work may be done,
 * and a code nobody knows says nothing: both leave the outcome unknown.
 */
export function classOf(error: string): ErrorClass {
  if (error.startsWith('invalid_metadata')) return 'content';
  return CLASS_OF.get(error) ?? 'unknown';
}
