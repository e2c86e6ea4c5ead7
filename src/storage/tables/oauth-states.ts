/** The table of states of the OAuth flow. */
import type { Connection } from '../connection.ts';
import type { OAuthStates } from '../contract/installations.ts';

/** Gives the OAuth states of a database. */
export function oauthStates({ db, clock }: Connection): OAuthStates {
  return {
    async put(state, payload, expiresAt) {
      await db.insertInto('oauth_states').values({ state, payload, expires_at: expiresAt }).execute();
    },

    async take(state) {
      // Deleting and reading in one statement is what makes it single-use, also for two requests at once.
      const row = await db
        .deleteFrom('oauth_states')
        .where('state', '=', state)
        .returning(['payload', 'expires_at'])
        .executeTakeFirst();
      return row && row.expires_at > clock() ? row.payload : null;
    },
  };
}
