/** Two who are asked for at once: by their number, by a description each, by their offices, or one of each document. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('two who are asked for at once', () => {
  it.each([
    ['names of the two defence ministers', /Shoigu.*Wei/s, /^Nobuo Kishi/],
    ['names of the 2 def ministers on the video call', /Shoigu.*Wei/s, /^Nobuo Kishi/],
    ['names of the two presidents who met online', /^Joe Biden and Xi Jinping\./, /Putin/],
    ['which two defence chiefs held talks by video', /^Sergei Shoigu and Wei Fenghe\./, /Kishi/],
    ['names of both: the US president and the Australian PM', /Joe Biden\..*Anthony Albanese\./s, /Modi/],
    ['Russia’s foreign minister and its defence minister - both names pls', /Lavrov.*Shoigu/s, /Wang/],
    ['Indian PM and Japanese defence minister, name both', /Narendra Modi\..*Nobuo Kishi/s, /Kishida/],
    [
      'Name two countries: the one that raised alarms over the Friday patrol, and the one that hosted the Quad summit.',
      /South Korea\..*Japan/s,
      /do not say|don't say/,
    ],
    [
      'Two ships: the one that passed the Taiwan Strait, and the one that sank off Crimea. Name both.',
      /Milius.*don't say: "the one that sank off Crimea"/s,
      /^Yes/,
    ],
    ['Who spoke for the Chinese foreign ministry in each of the two articles?', /Wang Wenbin.*Zhao Lijian/s, /Shi Yi/],
    ['Just so I have it right, which country was concerned about the bombers?', /^Japan/, /^US/],
    ['What name has the Chinese officer who spoke in the statement, and he is what rank?', /Shi Yi/, /Shoigu/],
    [
      'What name has the ship that sailed through the strait, and it is what type of vessel?',
      /USS Milius.*destroyer/s,
      /^The US and/,
    ],
  ])('%s', (question, holds, lacks) => {
    const { status, text } = ask(question);
    expect(status).toBe('answered');
    expect(text).toMatch(holds);
    expect(text).not.toMatch(lacks);
  });

  it.each([
    'What name has the submarine that went through the Taiwan Strait?',
    'names of the two defence chiefs who met in Seoul',
    'who spoke for the Indian foreign ministry in each of the two reports?',
  ])('are not made up: %s', (question) => expect(ask(question).status).toBe('abstained'));
});
