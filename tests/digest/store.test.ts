/** The shipped store as digests see it. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { digestSource, factsToNote } from '../../src/digest/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const store = loadStore(join(ROOT, 'seeds'));

it('the shipped store gives facts and events with footnotes, topics with names', () => {
  const dates = new Map([[store.facts[0]!.id, { firstLoaded: 7, corrected: 9 }]]);
  const source = digestSource(store, dates);
  expect(source.facts[0]).toMatchObject({ firstLoaded: 7, corrected: 9 });
  expect(source.facts).toHaveLength(store.facts.length);
  expect([...source.facts, ...source.events].filter((item) => item.footnotes.length === 0)).toEqual([]);
  expect(source.events.length).toBeGreaterThan(3);
  const named = new Set(source.topics.map((topic) => topic.id));
  expect(source.facts.flatMap((fact) => fact.topics).filter((topic) => !named.has(topic))).toEqual([]);
  expect(source.events.every((event) => store.events.get(event.id)?.status === 'occurred')).toBe(true);
});

it('a fact has another hash when a reader sees another thing', () => {
  const [first] = store.facts;
  const hash = (change: object) => factsToNote({ ...store, facts: [{ ...first!, ...change }] })[0]!.hash;
  expect(hash({})).toBe(hash({ asked_as: ['other'] }));
  expect(
    new Set([hash({}), hash({ says: 'x' }), hash({ superseded: { reason: 'x' } }), hash({ basis: 'inferred' })]).size,
  ).toBe(4);
});
