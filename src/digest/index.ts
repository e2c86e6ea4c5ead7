/** The daily digest: what is due, what it says, and sending it exactly once. */
export { composeDigest, type DigestContent, type DigestInput, type DigestItem, MOST_ITEMS } from './compose.ts';
export { type DigestDraft, draftDigest } from './draft.ts';
export { digestSource, factsToNote } from './from-store.ts';
export { type DigestParts, LEASE_MS, type Step } from './parts.ts';
export type { DigestPoster, FindOutcome, PostOutcome, Workspace } from './poster.ts';
export { previewDigest } from './preview.ts';
export { type DigestMessage, renderDigest, SOURCES_ACTION } from './render.ts';
export { CATCH_UP, nextSlot } from './schedule.ts';
export {
  type CheckedSettings,
  checkSettings,
  type SettingsField,
  type SettingsInput,
  WHEN_EMPTY,
} from './settings.ts';
export { METADATA_EVENT, type SlackPosterOptions, slackPoster } from './slack-poster.ts';
export type { DigestEvent, DigestFact, DigestSource, DigestTopic, Footnote } from './source.ts';
export { type DigestWorker, digestWorker, type Round } from './worker.ts';
export { instantOf, knownZone, localDay, localTime } from './zone.ts';
