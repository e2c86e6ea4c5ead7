export { type DigestSetupParts, digestSetup } from './digest/index.ts';
export type { DigestCommand, DigestRequest } from './digest.ts';
export type { CitedList, DocumentLine, Library, ReloadState } from './library.ts';
export { clickOf, type ListenerTable, teamOf } from './listeners/index.ts';
export { httpManifest, type Manifest, readManifest, socketManifest } from './manifest.ts';
export { createMemoryState, type MemoryState } from './memory-state.ts';
export type { SlackParts } from './parts.ts';
export type { SlackSettings } from './settings.ts';
export { type RunningSlack, startSlack } from './start.ts';
export {
  type Feedback,
  type MessagePlace,
  type PostedAnswer,
  placeKey,
  type SlackState,
  type ThreadRecord,
  type Unanswered,
} from './state.ts';
export { createStoreLibrary, type LibrarySource } from './store-library.ts';
export { ACTIONS, escapeText, packAsked, type Rendered, shorten, sourceLine } from './views/index.ts';
