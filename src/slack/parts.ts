/** What the composition root hands to `startSlack`. */

import type { Authorize, InstallationStore } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Ask } from '../answer/index.ts';
import type { DigestCommand } from './digest.ts';
import type { Library } from './library.ts';
import type { ListenerTable } from './listeners/index.ts';
import type { Manifest } from './manifest.ts';
import type { OAuthParts } from './receivers.ts';
import type { SlackSettings } from './settings.ts';
import type { SlackState } from './state.ts';

/** What the Slack app is started with. */
export interface SlackParts {
  readonly config: SlackSettings;
  /** Names the app and the scopes that an installation asks for. */
  readonly manifest: Manifest;
  readonly ask: Ask;
  readonly library: Library;
  readonly state: SlackState;
  readonly logger: Logger;
  readonly now: () => Date;
  /** Waits for milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Gives a short random text for the reference of an error. */
  readonly newReference: () => string;
  /** Handles `/footnote digest`, with the listeners that its modals need. */
  readonly digest?: { readonly command: DigestCommand; readonly listeners?: Partial<ListenerTable> };
  /** For several workspaces (HTTP with OAuth). `authorize` replaces Bolt's own when tokens are refreshed under a lock. */
  readonly workspaces?: {
    readonly installationStore: InstallationStore;
    readonly installerOptions?: OAuthParts['installerOptions'];
    readonly authorize?: Authorize<boolean>;
  };
  /** Called when a workspace removes the app. */
  readonly onUninstall?: (team: string) => Promise<void>;
}
