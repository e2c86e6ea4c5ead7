/** What the sending of digests needs of Slack. Expected failures are values. */
import type { DeliveryKey } from '../storage/index.ts';
import type { DigestMessage } from './render.ts';

/** A workspace, with the organisation whose installation may serve it. */
export interface Workspace {
  readonly team: string;
  readonly enterprise: string | null;
}

/** How posting went. Only `unknown` leaves open whether the message is there; all but `posted` and it mean that it is not. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly ts: string }
  /** The channel refuses: pause and tell who set it up. */
  | { readonly kind: 'channel'; readonly error: string }
  /** The installation is dead or lacks a right. */
  | { readonly kind: 'installation'; readonly error: string }
  /** Slack does not take the message as it is written. */
  | { readonly kind: 'content'; readonly error: string }
  /** Try again after so many ms; `busy` when the whole workspace has to wait. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly error: string; readonly busy: boolean }
  | { readonly kind: 'unknown'; readonly error: string };

/** What the channel's history says about a digest. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly ts: string }
  /** It was read, and the digest is not in it. */
  | { readonly kind: 'absent' }
  /** It cannot be read: the optional history scope is missing, or the bot is not in the channel. */
  | { readonly kind: 'unreadable'; readonly error: string }
  | { readonly kind: 'later'; readonly afterMs: number; readonly error: string };

/** Slack, as digests use it. Nothing here rejects. */
export interface DigestPoster {
  /** Whether there is a token for the workspace. */
  ready(workspace: Workspace): Promise<boolean>;
  /** Posts once, without repeating anything by itself, with metadata that names the slot. */
  post(workspace: Workspace, key: DeliveryKey, message: DigestMessage): Promise<PostOutcome>;
  /** Looks for a digest in the channel's messages between two instants (epoch ms). */
  find(workspace: Workspace, key: DeliveryKey, from: number, to: number): Promise<FindOutcome>;
  /** Sends a user a direct message; false if it cannot be sent. */
  tell(workspace: Workspace, user: string, text: string): Promise<boolean>;
  /** Notes that Slack declared the workspace's installation dead. */
  deactivate(workspace: Workspace, error: string): Promise<void>;
}
