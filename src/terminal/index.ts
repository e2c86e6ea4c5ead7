export { ASK_USAGE, runAsk, type Terminal } from './ask-command.ts';
export { converse } from './conversation.ts';
