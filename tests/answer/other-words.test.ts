/** The shipped store asked in words that no fact holds: idioms, abstract nouns, texting, and words that only sometimes ask for what is seldom given. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const now = '2026-01-15';
const { ask } = createEngine(loadStore('seeds'));

describe('a question in other words', () => {
  it.each([
    ['Whose scribbles are on the roadmap, bluntly?', /Shoigu.*Wei/],
    ['For what calamity did the ten bombers train, by Shoigu’s lights?', /nuclear weapons/],
    ['What homework did Zhao set for Washington?', /provocations/],
    ['Through what lens was the choice of date for the May 2022 exercise read in the Chinese capital?', /unity/],
    ['Which of the principals at the Tokyo gathering carried the designation "new"?', /Albanese/],
    ['Against whom, in Wang’s disclaimer, is the partnership emphatically not pointed?', /[Nn]o.* third party/],
    ['In whose company did Narendra Modi sit in Tokyo?', /Biden.*Kishida.*Albanese/],
    ['What deed of 2014 does the AP hold against Moscow?', /Crimea/],
    ['what did US ships supposedly do over n over in the strait, acc to zhao', /flexed muscles/],
  ])('%s', (question, said) => {
    const answer = ask(question, { now });
    expect(answer.status).toBe('answered');
    expect(answer.text).toMatch(said);
  });

  it.each([
    ['How did China’s foreign ministry grade the health of its bond with the Kremlin?', /withstood|right direction/],
    ['What clouds were gathering over Russia abroad while its planes were up with China’s?', /Ukraine/],
    ['What has the bilateral relationship lately weathered, in the view of Beijing’s foreign ministry?', /withstood/],
    ['In which day was Lavrov saying that economic cooperation gets more speed soon?', /^Monday 23 May 2022/],
  ])('that asks for nothing seldom given: %s', (question, said) => {
    const answer = ask(question, { now });
    expect(answer.status).toBe('answered');
    expect(answer.text).toMatch(said);
  });

  it.each([
    ['At what speed did the bombers fly?'],
    ['What was the weather over the Sea of Japan during the patrol?'],
    ['What is the weather in Beijing?'],
    ['Was Wang Wenbin in good health?'],
    ['What do the bombers look like?'],
    ['How many provocations did Zhao count?'],
    ['What concessions did Xi extend to Biden during their remote conversation?'],
    ['Who owns the USS Milius?'],
  ])('that asks for what is seldom given: %s', (question) => {
    expect(ask(question, { now }).status).toBe('abstained');
  });
});
