export { converse } from './conversation.ts';
export { ASK_USAGE, runAsk, type Terminal } from './ask-command.ts';
