/** What a curator noted as a way to ask is answered, whatever grammar makes of it. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const now = '2026-01-15';
const store = loadStore('seeds');
const { ask } = createEngine(store);

describe('a question in the words of a curator', () => {
  it('is answered with a fact that it was noted for, one in five', { timeout: 60_000 }, () => {
    const noted = store.facts
      .filter((f) => !f.superseded)
      .flatMap(({ id, asked_as }) => (asked_as ?? []).map((text) => ({ id, text })));
    const missed = noted.filter(({ id, text }, i) => i % 5 === 0 && !ask(text, { now }).thread.facts.includes(id));
    expect(missed).toEqual([]);
  });

  it.each([
    ['another name', 'What post does the Russian foreign minister hold?', 'lavrov-who'],
    ['a typo', 'what post does Lavrvo hold', 'lavrov-who'],
    ['an article', 'by whom were the Kishi remarks passed on', 'kishi-media'],
  ])('may differ in %s', (_, question, fact) => {
    expect(ask(question, { now }).thread.facts[0]).toBe(fact);
  });

  it('is answered with "no" where the fact says so', () => {
    expect(ask('Was it held over video?', { now }).text).toMatch(/^No\. The Quad summit in Tokyo was held in person/u);
  });

  it('is not answered when it names somebody else, or turns round who did it', () => {
    expect(ask("which news agency reported Modi's remarks", { now }).status).toBe('abstained');
    expect(ask('what sort of neighbour is Russia for Kyiv, big or small', { now }).status).toBe('abstained');
    expect(ask('did the US condemn China and Russia', { now }).status).toBe('abstained');
  });

  it('means what the thread is about where it leans on one', () => {
    const answer = ask('when was it held', { now, context: ['What was the Quad summit?'] });
    expect(answer.text).toMatch(/24 May 2022/u);
  });
});
