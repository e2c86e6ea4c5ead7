/** Bolt's two receivers with what this app sets on them, and the options of the Web API client. */
import {
  type Logger as BoltLogger,
  HTTPReceiver,
  type HTTPReceiverOptions,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import { FootnoteError } from '../facts/index.ts';
import { TIMEOUT, timedFetch } from './http-client.ts';
import type { SlackSettings } from './settings.ts';

/**
 * Options of the client that answers. Retries are this app's own (`send.ts`), since the client's would post twice when only the reply
 * was lost, and a rate limit would hold up every other call. Never `headers`: the client writes its token into that object, which Bolt
 * shares between workspaces.
 */
export function clientOptions(apiUrl: string, logger: BoltLogger): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger,
    retryConfig: { retries: 0 },
    // `timedFetch` has the limit; a second timer for each call would only cost.
    timeout: 0,
    rejectRateLimitedCalls: true,
    fetch: timedFetch,
  };
}

/** What OAuth needs beside the settings. */
export type OAuthParts = Pick<HTTPReceiverOptions, 'installationStore' | 'installerOptions' | 'scopes'>;

/** Makes the receiver for HTTP. */
export function httpReceiver(
  settings: SlackSettings,
  logger: BoltLogger,
  now: () => Date,
  oauth?: OAuthParts,
): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret: settings.signingSecret ?? '',
    logger,
    // When it arrived, and its signature: a replay has the same one.
    customPropertiesExtractor: (req) => ({ arrived: now().getTime(), delivery: req.headers['x-slack-signature'] }),
    ...(settings.oauth
      ? {
          ...settings.oauth,
          ...oauth,
          installerOptions: { ...oauth?.installerOptions, clientOptions: clientOptions(settings.apiUrl, logger) },
        }
      : {}),
  });
}

/** Makes the receiver for Socket Mode. */
export function socketReceiver(settings: SlackSettings, logger: BoltLogger, now: () => Date): SocketModeReceiver {
  if (!settings.appToken) throw new FootnoteError('app-token-missing', 'Socket Mode needs SLACK_APP_TOKEN.');
  return new SocketModeReceiver({
    appToken: settings.appToken,
    logger,
    customPropertiesExtractor: (args: { envelope_id?: string }) => ({
      arrived: now().getTime(),
      delivery: args.envelope_id,
    }),
    // Own options, not those of the answering client: opening a connection may be tried for long and does no harm twice.
    installerOptions: {
      clientOptions: {
        slackApiUrl: settings.apiUrl,
        timeout: TIMEOUT,
        retryConfig: { retries: 30, factor: 1.3, minTimeout: 500, maxTimeout: 15_000 },
      },
    },
  });
}
