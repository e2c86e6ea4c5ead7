/** Claims that one thing came before another, that something was new or had been before, and of contraries by their class. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore('seeds'));
const answer = (question: string) => ask(question, { now: '2026-01-15' }).text;

describe('an order that a fact tells', () => {
  it.each([
    ["Did the partnership's announcement precede the condemnation of the US warship?", /^No\. The Sino-Russian/],
    ['Did the condemnation of the US warship come before the partnership was announced?', /^Yes\. The Sino-Russian/],
    ['Did Washington stress diplomacy before Biden met Xi?', /^No\. After the virtual meeting/],
    ['Did Washington stress diplomacy after Biden and Xi met?', /^Yes\. After the virtual meeting/],
    ['Was the Quad summit earlier than the roadmap?', /^No\. After/],
  ])('%s', (question, holds) => expect(answer(question)).toMatch(holds));

  it('is not claimed where no fact tells it', () =>
    expect(answer('Did the patrols come after the Quad summit?')).not.toMatch(/^Yes/));
});

describe('what had been before', () => {
  it.each([
    ['Have the two countries exercised in the Pacific previously?', /^Yes\. China and Russia have held annual/],
    [
      'Had the pair staged manoeuvres in the Pacific prior to those of May 2022?',
      /^Yes\. China and Russia have held annual/,
    ],
    [
      'quad-day drill: brand new thing or have china/russia done pacific drills b4?',
      /^China and Russia have held annual/,
    ],
    [
      'Was the Tokyo summit the first in-person one, or had they met in person before?',
      /^The Tokyo meeting was the second/,
    ],
  ])('%s', (question, holds) => expect(answer(question)).toMatch(holds));

  it('is not said of others', () =>
    expect(answer('Have Japan and India drilled in the Pacific before?')).not.toMatch(/^Yes/));
});

describe('contraries', () => {
  it.each([
    ['Were Shoigu and Wei in one room when they voiced their optimism?', /^No\. In the videoconference/],
    ['Did China and Russia jointly condemn the US ship?', /^No\. China and Russia condemned .* separately/],
    ['China and Russia reproved the US warship in one common statement, true?', /^No\..* separately/],
  ])('%s', (question, holds) => expect(answer(question)).toMatch(holds));
});

describe('what only looks like an answer', () => {
  it.each([
    ['How many members does BRICS have?'],
    ['Was Zhao Lijian fired?'],
    ['Where did the Quad hold its virtual summit?'],
    ['What happened on 25 November 2021?'],
  ])('%s', (question) => expect(ask(question, { now: '2026-01-15' }).status).toBe('abstained'));

  it('stays an answer where the day is told', () => expect(answer('What happened on 23 May 2022?')).toMatch(/Lavrov/));
});
