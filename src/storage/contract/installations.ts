/** Installations with sealed tokens, single-use states of the OAuth flow, and leases. Instants are epoch milliseconds. */

/** Names one installation: a workspace, or a whole organisation (`team` null). At least one of the two is set. */
export interface InstallationKey {
  readonly enterprise: string | null;
  readonly team: string | null;
}

/** An installation as it lies in the database: readable columns, and everything secret sealed. */
export interface InstallationRow extends InstallationKey {
  readonly appId: string | null;
  readonly botUserId: string | null;
  readonly installedBy: string | null;
  readonly installedAt: number;
  readonly updatedAt: number;
  readonly state: 'active' | 'inactive';
  /** Slack's error that made it inactive ("token_revoked"), or null. */
  readonly stateWhy: string | null;
  /** Id of the key that sealed it. */
  readonly keyId: string;
  readonly sealed: string;
  /** Grows with every change; a writer names the one it read. */
  readonly version: number;
}

/** What a new or changed installation brings. */
type InstallationWrite = Pick<
  InstallationRow,
  'enterprise' | 'team' | 'appId' | 'botUserId' | 'installedBy' | 'keyId' | 'sealed'
>;

/** The installations. Nothing here can read a token. */
export interface Installations {
  /** Inserts or replaces, and makes it active. */
  put(write: InstallationWrite): Promise<void>;
  /** Replaces only the sealed part if the row still has `version`; true if it did. */
  reseal(key: InstallationKey, version: number, keyId: string, sealed: string): Promise<boolean>;
  find(key: InstallationKey): Promise<InstallationRow | null>;
  list(): Promise<readonly InstallationRow[]>;
  /** Marks it inactive; true if it was active. It becomes active again when it is installed again. */
  deactivate(key: InstallationKey, why: string): Promise<boolean>;
  remove(key: InstallationKey): Promise<void>;
}

/** States of the OAuth flow. */
export interface OAuthStates {
  /** Stores a state until `expiresAt`. */
  put(state: string, payload: string, expiresAt: number): Promise<void>;
  /** Takes a state out and gives its payload: once, to one caller. Null when it is unknown, used or expired. */
  take(state: string): Promise<string | null>;
}

/** Locks with an end, across processes. */
export interface Leases {
  /** Takes the lease `name` for `ms` milliseconds; true if nobody else holds it. Taking one's own again prolongs it. */
  acquire(name: string, owner: string, ms: number): Promise<boolean>;
  /** Gives it back; nothing happens if `owner` does not hold it. */
  release(name: string, owner: string): Promise<void>;
}
