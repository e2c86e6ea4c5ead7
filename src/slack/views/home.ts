/** The Home tab: useful to anybody who opens it, built from the store. */
import type { types } from '@slack/bolt';
import type { Library } from '../library.ts';
import { packAsked } from './asked.ts';
import { documentsMessage, usageMessage } from './lists.ts';
import { type Block, button, plain } from './message.ts';

/** Buttons of the Home tab; their answer opens in a modal, since the Home tab has no conversation. */
export const HOME_ASK = 'home_ask';

/** Renders the Home tab. `now` is the day (ISO date). */
export function homeView(
  library: Pick<Library, 'prompts' | 'documents' | 'storeHash' | 'reload'>,
  now: string,
): types.HomeView {
  const store = library.storeHash();
  const buttons = library
    .prompts()
    .slice(0, 4)
    .flatMap((question, i) => {
      const value = packAsked({ question, now, store, thread: null });
      return value ? [button(`${HOME_ASK}:${i}`, question, value)] : [];
    });
  const prompts: Block[] =
    buttons.length > 0
      ? [
          { type: 'section', text: plain('Try one of these:') },
          { type: 'actions', elements: buttons },
        ]
      : [];
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain('Ask the documents', 150) },
      ...usageMessage([], { ok: true }).blocks,
      ...prompts,
      { type: 'divider' },
      ...documentsMessage(library.documents(), store, library.reload()).blocks,
    ],
  };
}
