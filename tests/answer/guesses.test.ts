/** A guess that stands beside what is asked is no part of it; over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('a guess', () => {
  it.each([
    ['Global Thunder: is it a storm in the weather or what?', /^The US exercise/],
    ['Which kind of ship is the USS Milius, maybe a submarine?', /guided-missile destroyer/],
    ['What is the USS Milius, perhaps a frigate?', /guided-missile destroyer/],
    ["What's the Milius, a submarine?", /guided-missile destroyer/],
    ['What is BRICS? Sounds like masonry', /^A multilateral mechanism/],
    ['what is the Quad, a bike?', /US, India, Japan and Australia/],
    ['Global Thunder, what is it? a rock band?', /^The US exercise/],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it.each(['What is Topol? a rocket?', 'What is Global Thunder, and its cost?'])('hides nothing: %s', (question) =>
    expect(ask(question).text).toMatch(/don't say/),
  );

  it('is held against the documents where it is what is asked', () =>
    expect(ask('Is the USS Milius a submarine?').text).not.toMatch(/^Yes/));
});

describe('guesses at what a name is, and nothing else', () => {
  it.each([
    ['Global Thunder: weather event, weapon, or what?', /US exercise/],
    ['Tass: newspaper, ministry, or what?', /news agency/],
    ['BRICS - a bank, a country or what?', /multilateral mechanism/],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));
});
