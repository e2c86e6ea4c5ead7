/** The generated stores and questions of the bench: sound, repeatable, and right about what they hold. */
import { describe, expect, it } from 'vitest';
import { makeQuestions } from '../../bench/questions/generate.ts';
import type { BenchQuestion } from '../../bench/questions/question.ts';
import { baseStore } from '../../bench/run/base-store.ts';
import { makeStore } from '../../bench/store/generate.ts';

const base = baseStore();
const made = makeStore(base, { events: 400, seed: 5 });
const questions = makeQuestions(made, 300, 6);
const { store } = made;
const facts = new Map(store.facts.map((f) => [f.id, f]));
const names = [...store.entities.values()].map((e) => e.name).sort((a, b) => b.length - a.length);

/** Names of entities and the day that a text holds, none inside another. */
function holdsOf(text: string): string[] {
  const held: string[] = [];
  let rest = text;
  for (const name of names)
    if (rest.includes(name) && new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(rest)) {
      held.push(name);
      rest = rest.replace(name, '');
    }
  return [...held, ...(text.match(/\d{1,2} \p{Lu}\p{L}+ \d{4}/u) ?? [])];
}

/** All that a fact and its event say. */
const saidBy = (id: string) => {
  const fact = facts.get(id);
  return fact ? `${fact.says} ${store.events.get(fact.of)!.name}` : store.entities.get(id)!.name;
};

/** Those of these facts that hold every name and day of the question. */
function agreeing(question: BenchQuestion, ids: readonly string[]): string[] {
  const asked = holdsOf(question.text);
  return ids.filter((id) => asked.every((n) => saidBy(id).includes(n)));
}

describe('a generated store', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(makeStore(base, { events: 400, seed: 5 }).store.facts).toEqual(store.facts);
    expect(makeStore(base, { events: 400, seed: 7 }).store.facts).not.toEqual(store.facts);
    expect(makeQuestions(made, 300, 6)).toEqual(questions);
  });

  it('would pass the checks of a curated one', () => {
    const forms = [...store.entities.values()].flatMap((e) => [e.name, ...(e.adjectives ?? [])]);
    expect(new Set(forms.map((n) => n.toLowerCase())).size).toBe(forms.length);
    for (const fact of store.facts) {
      expect(store.events.has(fact.of)).toBe(true);
      for (const { document, p, quote } of fact.evidence) {
        expect(store.documents.get(document)!.paragraphs).toBeGreaterThanOrEqual(p);
        expect(quote.split(' ').length).toBeLessThanOrEqual(15);
      }
      for (const frame of fact.frames ?? [])
        for (const c of frame
          .split(':')[0]!
          .split(/[\s,]+/u)
          .filter(Boolean))
          expect(Object.keys(store.vocabulary.predicates)).toContain(c);
    }
  });

  it('has thousands of names that are nearly alike', () => {
    const words = new Set(names.flatMap((n) => n.toLowerCase().split(' ')));
    const swapped = [...words].filter((w) => [...w].some((_, i) => words.has(w.slice(0, i) + w.slice(i + 1))));
    expect(store.entities.size).toBeGreaterThan(2_000);
    expect(swapped.length).toBeGreaterThan(50);
  });
});

describe('its questions', () => {
  it('are of every group', () => {
    for (const group of ['clean', 'typo', 'near-miss'])
      expect(questions.filter((q) => q.group === group).length).toBeGreaterThan(40);
    expect(new Set(questions.map((q) => q.sort)).size).toBeGreaterThan(15);
  });

  it('have gold that holds every name and day they ask about', () => {
    const single = questions.filter((q) => q.group === 'clean' && !q.context && q.sort !== 'order');
    for (const q of single) expect(agreeing(q, q.gold), q.text).toEqual(q.gold);
  });

  it('have no fact that agrees with a near-miss of a name or day', () => {
    const changed = questions.filter((q) => q.group === 'near-miss' && ['a', 'b', 'place', 'day'].includes(q.sort));
    expect(changed.length).toBeGreaterThan(20);
    for (const q of changed) expect(agreeing(q, [...facts.keys()]), q.text).toEqual([]);
  });

  it('have typos that are no name', () => {
    const words = new Set(names.flatMap((n) => n.split(' ')));
    for (const q of questions.filter((one) => one.group === 'typo'))
      expect(words.has(q.change!.split(' → ')[1]!), q.change).toBe(false);
  });
});
