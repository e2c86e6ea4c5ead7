export { ByForm } from './by-form.ts';
export { isEnglishWord } from './english-words.ts';
export { type Correct, createCorrector } from './fuzzy.ts';
export { compileLexicon, type Lexicon, type LexiconData, type Meaning, openLexicon } from './lexicon.ts';
export { isTooLong, LONGEST_QUESTION, normalise } from './normalise.ts';
export { means, recognise, type Span } from './recognise.ts';
export { mendSpacing } from './spacing.ts';
export { type BaseOf, createSplitter, splitWords, type Word } from './words.ts';
