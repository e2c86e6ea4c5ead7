/** What the gestures of people share. */
import type { Manifest } from '../../src/slack/index.ts';
import type { Delivery, Taken } from './deliver.ts';
import type { Triggers } from './web-api.ts';
import type { Clock, Team } from './workspace.ts';

/** Where and by whom something is done; workspace T1, channel C1 and user U1 unless said otherwise. */
export interface Where {
  readonly team?: string;
  readonly channel?: string;
  readonly user?: string;
}

/** What people do is built from: the workspace, its clock, and the way to the app. */
export interface Desk {
  readonly manifest: Manifest;
  /** Scopes that the app was granted. */
  readonly scopes: ReadonlySet<string>;
  readonly clock: Clock;
  readonly triggers: Triggers;
  readonly responseUrl: (team: Team, channel: string, user: string, source?: string) => string;
  readonly teamOf: (where: Where) => Team;
  readonly who: (where: Where) => { team: Team; channel: string; user: string };
  /** Delivers as Slack does, again when it is not acknowledged. */
  readonly to: (delivery: Delivery) => Promise<Taken>;
}
