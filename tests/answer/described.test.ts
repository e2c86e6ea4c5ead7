/** Who is described and not named is found first: by what is told of them, or as who else took part. Over the shipped seeds. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore('seeds'));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('a clause that tells whom', () => {
  it('says what they belong to, and how it is known', () => {
    const { text } = ask('Is the country that raised alarms over the Friday patrol one of the Quad members?');
    expect(text).toMatch(/^No\. The Quad consists of four countries.*South Korea to raise alarms/s);
  });
  it('agrees where they do', () =>
    expect(ask('Is the country that voiced grave concerns over the joint sorties a member of the Quad?').text).toMatch(
      /^Yes\./,
    ));
  it('is not guessed', () =>
    expect(ask('Is the country that landed on the moon one of the Quad members?').status).toBe('abstained'));
});

describe('who else took part', () => {
  it.each([
    [
      "Why was China's partner in the Quad-day patrols facing growing international criticism?",
      /^Because of its offensive/,
    ],
    ["Who is the defence minister of Russia's partner in the October drills?", /Wei Fenghe/],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));
  it('is nobody beside one who did not', () =>
    expect(ask("What did Japan's partner in the Quad-day patrols say?").status).toBe('abstained'));
});
