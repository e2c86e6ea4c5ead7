/** The daily digest: what is due, what it says, and sending it exactly once. */
export { composeDigest, type DigestInput } from './compose.ts';
export { draftDigest } from './draft.ts';
export { digestSource, factsToNote } from './from-store.ts';
export type { Step } from './parts.ts';
export type { DigestPoster, PostOutcome, Workspace } from './poster.ts';
export { previewDigest } from './preview.ts';
export { type DigestMessage, renderDigest, SOURCES_ACTION } from './render.ts';
export { nextSlot } from './schedule.ts';
export { checkSettings, type SettingsInput, WHEN_EMPTY } from './settings.ts';
export { slackPoster } from './slack-poster.ts';
export type { DigestEvent, DigestFact, DigestSource, DigestTopic } from './source.ts';
export { sayPaused } from './wording.ts';
export { digestWorker } from './worker.ts';
export { instantOf, knownZone } from './zone.ts';
