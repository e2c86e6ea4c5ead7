/** What is remembered of a store's own texts is what recognising each of them anew gives. */
import { describe, expect, it } from 'vitest';
import { makeStore } from '../../bench/store/generate.ts';
import { loadStore, type Store } from '../../src/facts/index.ts';
import {
  compileLexicon,
  createSplitter,
  normalise,
  openLexicon,
  recognise,
  type Word,
} from '../../src/lookup/index.ts';

const shipped = loadStore('seeds');
const STORES: readonly (readonly [string, Store])[] = [
  ['the shipped store', shipped],
  ['a generated store', makeStore(shipped, { events: 300, seed: 11 }).store],
];

describe.each(STORES)('%s', (_, store) => {
  const data = compileLexicon(store);
  const known = openLexicon(store, data);
  const texts = store.facts.flatMap((fact) => [fact.says, fact.says.toLowerCase(), ...(fact.asked_as ?? [])]);
  const spans = (words: readonly Word[], lexicon: typeof known) =>
    recognise(words, lexicon).map(({ form: _form, ...span }) => span);
  const split = createSplitter(known.baseOf);
  const all = [...texts, ...texts.slice(0, 200).toReversed()];

  it('the spans of a text, whatever was read before it', () => {
    for (const text of all) {
      const words = split(normalise(text));
      expect(spans(words, known), text).toEqual(spans(words, openLexicon(store, data)));
    }
  });

  it('words of two splitters are not mixed up, though both number theirs', () => {
    const another = createSplitter(known.baseOf);
    for (const text of all.toReversed()) {
      const words = another(normalise(text));
      expect(spans(words, known), text).toEqual(spans(words, openLexicon(store, data)));
    }
  });
});
