export { FootnoteError, StoreError, type StoreProblem, sayProblem } from './errors.ts';
export { type Interval, intervalOf, overlaps, type Precision, precisionOf, within } from './interval.ts';
export { jsonSchemas } from './json-schema.ts';
export { loadStore, readStoreFiles, type StoreFiles } from './load.ts';
export {
  type DocumentRecord,
  documentFileSchema,
  type Entity,
  type Evidence,
  entityFileSchema,
  SLOTS,
  type SlotName,
  type Value,
} from './schema.ts';
export { type DatedEvent, type FullVocabulary, type Place, type Store, type StoredFact, slotValues } from './store.ts';
export { type Vocabulary, vocabularySchema } from './vocabulary.ts';
export { wordClass } from './word-class.ts';
