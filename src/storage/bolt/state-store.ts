/** Bolt's StateStore over the storage: each state is good once, for ten minutes. */
import type { InstallURLOptions, StateStore } from '@slack/bolt';
import { FootnoteError } from '../../facts/index.ts';
import type { OAuthStates } from '../contract/installations.ts';

const MINUTES_10 = 600_000;

/**
 * Gives a state store. `newState` makes an unguessable text of at least 128 bits. `verifyStateParam` throws
 * `oauth-state-invalid` for a state that is unknown, used or too old; Bolt shows the user its failure page then.
 */
export function singleUseStates(states: OAuthStates, newState: () => string): StateStore {
  return {
    async generateStateParam(installOptions, now) {
      const state = newState();
      await states.put(state, JSON.stringify(installOptions), now.getTime() + MINUTES_10);
      return state;
    },

    async verifyStateParam(_now, state) {
      const payload = await states.take(state);
      if (payload === null) {
        throw new FootnoteError(
          'oauth-state-invalid',
          'This installation link was used already or is too old. Start again from the install page.',
        );
      }
      return JSON.parse(payload) as InstallURLOptions;
    },
  };
}
