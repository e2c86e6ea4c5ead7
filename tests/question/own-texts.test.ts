/** What is read of a store's own texts in a shorter way is what outlining the whole text gives. */
import { describe, expect, it } from 'vitest';
import { makeStore } from '../../bench/store/generate.ts';
import { loadStore, type Store } from '../../src/facts/index.ts';
import { createUnderstander } from '../../src/question/index.ts';

const shipped = loadStore('seeds');
const STORES: readonly (readonly [string, Store])[] = [
  ['the shipped store', shipped],
  ['a generated store', makeStore(shipped, { events: 400, seed: 9 }).store],
];

describe.each(STORES)('%s', (_, store) => {
  const understander = createUnderstander(store);
  const kinds = store.vocabulary.event_kinds.flatMap((kind) => kind.asked_as ?? []);
  const asks = [...new Set([...store.facts.flatMap((fact) => fact.asked_as ?? []), ...kinds])];

  it('ways to ask that differ in names only', () => {
    for (const text of asks) {
      const own = understander.own(text);
      const { form, wants, isContent } = understander.shapeOf(own);
      const { asked, content } = understander.read(own);
      expect({ form, wants, content: own.spans.filter((_s, i) => isContent[i]) }, text).toEqual({
        form: asked.form,
        wants: asked.wants,
        content,
      });
    }
  });

  it('the numbers of a text', () => {
    for (const text of [...store.facts.map((fact) => fact.says), ...asks]) {
      const own = understander.own(text);
      expect(understander.numbersIn(own), text).toEqual(understander.read(own).numbers.map(({ value }) => value));
    }
  });
});
