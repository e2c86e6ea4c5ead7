/** The tables of facts and their lookups give what going through every fact gives: on the shipped store and on a generated one. */
import { describe, expect, it } from 'vitest';
import { makeQuestions } from '../../bench/questions/generate.ts';
import { makeStore } from '../../bench/store/generate.ts';
import { loadStore, type Store } from '../../src/facts/index.ts';
import { besideWords, weigh } from '../../src/matching/evidence.ts';
import { createFactIndex, type FactIndex, keysOf, tablesOf } from '../../src/matching/index.ts';
import { createUnderstander } from '../../src/question/index.ts';
import { slowClosestAsk, slowProfiles, slowRarity, slowSelection } from './slow-reference.ts';

/** As many facts as matching looks at closely. */
const MOST = 60;

/** A concept that no more facts have brings them all. */
const FEW = 12;

const shipped = loadStore('seeds');
const made = makeStore(shipped, { events: 250, seed: 5 });
const asked = made ? makeQuestions(made, 60, 6).map((q) => q.text) : [];
const STORES: readonly (readonly [string, Store, readonly string[]])[] = [
  ['the shipped store', shipped, shipped.facts.flatMap((f) => f.asked_as?.slice(0, 1) ?? []).slice(0, 80)],
  ['a generated store', made.store, asked],
];

describe.each(STORES)('%s', (_, store, questions) => {
  const understander = createUnderstander(store);
  const slow = slowProfiles(store, understander);
  const index: FactIndex = createFactIndex(store, understander, tablesOf(store, understander));
  const keys = [...new Set(slow.flatMap((p) => [...p.concepts.keys()]))];
  const ids = [...store.entities.keys()];
  const read = questions.map((text) => understander.understand(text, '2026-01-15'));

  it('holds every concept of every fact, as surely as the fact and its siblings say', () => {
    slow.forEach((p, row) => {
      const { concepts } = index.profile(row);
      expect(new Map(keys.flatMap((key) => (concepts.has(key) ? [[key, concepts.get(key)]] : []))), p.id).toEqual(
        new Map(keys.flatMap((key) => (p.concepts.has(key) ? [[key, p.concepts.get(key)]] : []))),
      );
    });
  });

  it('holds the entities, the kin and the words of every fact', () => {
    slow.forEach((p, row) => {
      const profile = index.profile(row);
      expect(
        ids.filter((id) => profile.entities.has(id)),
        p.id,
      ).toEqual(ids.filter((id) => p.draft.entities.has(id)));
      expect(
        ids.filter((id) => profile.kin.has(id)),
        p.id,
      ).toEqual(ids.filter((id) => p.kin.has(id)));
      expect(
        [...p.draft.words].every((word) => profile.words.has(word)),
        p.id,
      ).toBe(true);
      expect([profile.of, profile.rank], p.id).toEqual([p.of, profile.fact.rank ?? 0]);
      expect(profile.dates, p.id).toEqual(p.draft.dates);
      expect(profile.excludes, p.id).toEqual(p.draft.excludes);
      expect(profile.asks, p.id).toEqual(p.annotations.map((a) => a.text));
    });
  });

  it('knows how rare a concept is and which facts have it', () => {
    for (const key of keys.filter((_key, i) => i % 7 === 0)) {
      expect(index.rarity(key), key).toBe(slowRarity(slow, key));
      expect(
        index.postings(key).map((p) => p.fact.id),
        key,
      ).toEqual(slow.filter((p) => p.concepts.has(key)).map((p) => p.id));
    }
  });

  it('selects the facts that share the most weight, and those of rare concepts', () => {
    for (const question of read) {
      const weighed = weigh(question, index);
      const { spans, sought } = weighed;
      const nearness = (row: number) => besideWords(weighed, index.values, row);
      const wanted = slowSelection(spans, slow, MOST, FEW, nearness);
      const found = index.select(sought, [], undefined, nearness).map((row) => index.profile(row).fact.id);
      expect(new Set(found), question.text).toEqual(new Set(wanted));
    }
  });

  it('finds the same closest way to ask', () => {
    const rarities = new Map(keys.map((key) => [key, slowRarity(slow, key)]));
    for (const question of read) {
      const { spans, closestAsk } = weigh(question, index);
      const deed = spans.find((s) => s.span === question.mainVerb && s.part === 'predicate');
      slow.forEach((p, row) => {
        const found = [closestAsk.nearness(row), closestAsk.text(closestAsk.of(row))];
        expect(found, `${question.text} | ${p.id}`).toEqual(
          slowClosestAsk(spans, question.asked, p, (key) => rarities.get(key) ?? 0, deed),
        );
      });
    }
  });

  it('does not mix up two questions that are compared by turns', () => {
    const [a, b] = read.filter((q) => q.content.length > 1);
    const [first, second] = [weigh(a!, index), weigh(b!, index)];
    const alone = slow.map((_p, row) => weigh(a!, index).closestAsk.nearness(row));
    const byTurns = slow.map((_p, row) => [first.closestAsk.nearness(row), second.closestAsk.nearness(row)][0]);
    expect(byTurns).toEqual(alone);
  });

  it('compares questions of more spans than a number has bits', () => {
    const many = read.flatMap((q) => q.content).slice(0, 70);
    const long = { ...read[0]!, content: many };
    const { spans, closestAsk } = weigh(long, index);
    const deed = spans.find((s) => s.span === long.mainVerb && s.part === 'predicate');
    expect(spans).toHaveLength(70);
    expect(keysOf(many[69]!)).toEqual(spans[69]!.keys);
    slow.forEach((p, row) => {
      const [nearness] = slowClosestAsk(spans, long.asked, p, (key) => index.rarity(key), deed);
      expect(closestAsk.nearness(row), p.id).toBe(nearness);
    });
  });
});
