/** Who a footnote is attributed to. */
import { expect, test } from 'vitest';
import { provenanceOf } from '../../src/answer/compose.ts';
import { loadStore } from '../../src/facts/index.ts';
import { slotValues } from '../../src/facts/store.ts';

const store = loadStore('seeds');
const spoken = store.facts.filter((fact) => fact.speaker);
const values = (basis: 'stated' | 'inferred') =>
  spoken.flatMap((fact) =>
    slotValues(store, fact, 'when')
      .filter((value) => (value.basis ?? 'stated') === basis)
      .map((value) => ({ fact, value })),
  );

test('a day that follows by a rule is attributed to nobody, though somebody said the rest', () => {
  const inferred = values('inferred');
  expect(inferred.length).toBeGreaterThan(0);
  for (const { fact, value } of inferred)
    expect(provenanceOf(store, fact, value)).toEqual({ speaker: null, basis: 'inferred', rule: value.rule });
});

test('what somebody said is attributed to them', () => {
  expect(spoken.length).toBeGreaterThan(0);
  for (const fact of spoken) expect(provenanceOf(store, fact).speaker).toBe(store.entities.get(fact.speaker!)!.name);
});
