export { ACTIONS, type AnswerView, answerMessage, nextQuestions } from './answer.ts';
export { type Asked, HASH_LENGTH, packAsked, unpackAsked } from './asked.ts';
export { escapeText, shorten } from './escape.ts';
export { FAULTS, FEEDBACK_FORM, feedbackForm, readFeedback } from './feedback.ts';
export { HOME_ASK, homeView } from './home.ts';
export { citedListMessage, documentsMessage, usageMessage } from './lists.ts';
export { type Block, LIMITS, note, plain, type Rendered, simpler } from './message.ts';
export { sourcesModal } from './sources.ts';
export { sayDay, sayPlace, sourceLine } from './sources-line.ts';
