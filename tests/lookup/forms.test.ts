/** What is remembered of a store's own texts is what recognising each of them anew gives. */
import { describe, expect, it } from 'vitest';
import { makeStore } from '../../bench/store/generate.ts';
import { loadStore, type Store } from '../../src/facts/index.ts';
import { compileLexicon, normalise, OwnTexts, openLexicon, recognise, splitWords } from '../../src/lookup/index.ts';

const shipped = loadStore('seeds');
const STORES: readonly (readonly [string, Store])[] = [
  ['the shipped store', shipped],
  ['a generated store', makeStore(shipped, { events: 300, seed: 11 }).store],
];

describe.each(STORES)('%s', (_, store) => {
  const data = compileLexicon(store);
  const known = openLexicon(store, data);
  const texts = store.facts.flatMap((fact) => [
    fact.says,
    fact.says.toLowerCase(),
    fact.says.toUpperCase(),
    ...(fact.asked_as ?? []),
  ]);
  const own = new OwnTexts(known, (run) => run);
  const corrected = () => undefined;

  it('the words and spans of a text, whatever was read before it', () => {
    for (const text of [...texts, ...texts.slice(0, 200).toReversed()]) {
      const { words, spans } = own.read(text);
      expect(words, text).toEqual(splitWords(normalise(text), known.baseOf));
      expect(spans, text).toEqual(recognise(words, known, corrected));
    }
  });

  it('whether only single blanks stand between the words', () => {
    expect(own.read('who met the leaders').plain).toBe(true);
    for (const text of ['who met, then', 'the leaders’ talks', '"who met', 'two-day talks', "the leader's talks"])
      expect(own.read(text).plain, text).toBe(false);
  });
});
