/** A workspace that removes the app: what is stored of it is erased by whoever stores it. */
import type { Deps } from '../deps.ts';
import { type EventArgs, teamOf } from './table.ts';

/** Makes the listener of `app_uninstalled`. The two events come in either order, so erasing must bear to be done twice. */
export function uninstalled(deps: Deps) {
  return async ({ context }: EventArgs<'app_uninstalled'>): Promise<void> => {
    deps.logger.info({ team: teamOf(context) }, 'the app was removed from a workspace');
    await deps.onUninstall?.(teamOf(context));
  };
}

/** Makes the listener of `tokens_revoked`: only the bot's own token matters. */
export function tokensRevoked(deps: Deps) {
  return async ({ event, context }: EventArgs<'tokens_revoked'>): Promise<void> => {
    if ((event.tokens.bot ?? []).length === 0) return;
    deps.logger.info({ team: teamOf(context) }, 'the token of a workspace was revoked');
    await deps.onUninstall?.(teamOf(context));
  };
}
