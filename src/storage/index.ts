/** Durable state: installations, digests, threads, feedback. */
export { type RenewedToken, SealedInstallationStore } from './bolt/installation-store.ts';
export { renewAtSlack } from './bolt/renew.ts';
export { singleUseStates } from './bolt/state-store.ts';
export type * from './contract/conversations.ts';
export type * from './contract/digests.ts';
export type * from './contract/installations.ts';
export { RETENTION, type Storage } from './contract/storage.ts';
export { StorageError } from './errors.ts';
export { keyringOf } from './keyring.ts';
export { openStorage, type StorageOptions } from './open.ts';
export { slackState } from './slack-state.ts';
