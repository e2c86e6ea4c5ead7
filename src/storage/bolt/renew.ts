/** Renewing a rotating token at Slack. */
import type { webApi } from '@slack/bolt';
import { FootnoteError } from '../../facts/index.ts';
import type { RenewedToken } from './installation-store.ts';

/** What renewing needs: the app's own id and secret, and a client without a token. */
interface RenewOptions {
  readonly client: Pick<webApi.WebClient, 'oauth'>;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Now, in epoch milliseconds. */
  readonly clock: () => number;
}

/** Gives a function that changes a refresh token into new tokens. It rejects with the client's error if Slack refuses. */
export function renewAtSlack(options: RenewOptions): (refreshToken: string) => Promise<RenewedToken> {
  return async (refreshToken) => {
    const response = await options.client.oauth.v2.access({
      client_id: options.clientId,
      client_secret: options.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    const { access_token, refresh_token, expires_in } = response;
    if (!access_token || !refresh_token || !expires_in) {
      throw new FootnoteError('token-not-renewed', 'Slack answered the renewal of a token without a new one.');
    }
    return {
      token: access_token,
      refreshToken: refresh_token,
      expiresAt: Math.floor(options.clock() / 1000) + expires_in,
    };
  };
}
