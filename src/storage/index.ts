/** Durable state: installations, digests, threads, feedback. */

export {
  type InstallationStoreOptions,
  type RenewedToken,
  SealedInstallationStore,
} from './bolt/installation-store.ts';
export { type RenewOptions, renewAtSlack } from './bolt/renew.ts';
export { singleUseStates } from './bolt/state-store.ts';
export type * from './contract/conversations.ts';
export type * from './contract/digests.ts';
export type * from './contract/installations.ts';
export { type Erased, RETENTION, type Retention, type Storage } from './contract/storage.ts';
export { StorageError, type StorageFailure } from './errors.ts';
export { type Keyring, keyringOf } from './keyring.ts';
export { openStorage, type StorageOptions } from './open.ts';
export { slackState } from './slack-state.ts';
export { installationId } from './tables/installations.ts';
