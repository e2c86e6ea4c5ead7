/** Claims with the contrary of the word that a fact has, and of what somebody is to have said that only resembles a fact. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore('seeds'));
const asked = (question: string) => ask(question, { now: '2026-01-15' });

describe('a claim with the contrary word', () => {
  it.each([
    ['Did Lavrov say the border with China is short?', /^No\. .*long border/],
    ['Was the announcement of the patrols a long one?', /^No\. .*brief announcement/],
    ["Were Japan's concerns trivial according to Kishi?", /^No\. .*grave/],
    ["Did Wang call China and Russia each other's tiniest neighbours?", /^No\. .*biggest neighbours/],
    ['Did Wang describe the neighbours as far-off ones?', /^No\. .*close neighbours/],
    ['Did Lavrov say ties with China will grow more slowly?', /^No\. .*faster/],
    ["Was China's support for Russia a feeble one?", /^No\. .*firm backing/],
    ['Did Zhao say US warships had flexed muscles just once?', /^No\. .*repeatedly/],
    ['Was it an old test that relations withstood?', /^No\. .*new test/],
    ['Were US sorties three and a half times as many as a year before?', /^No\. .*2\.5 times/],
  ])('%s', (question, holds) => expect(asked(question).text).toMatch(holds));

  it.each([
    ['Did Lavrov say the border with China is long?', /^Yes\. .*long border/],
    ['In short, did Lavrov call the border with China long?', /^Yes\. .*long border/],
    ['Was the announcement of the patrols a brief one?', /^Yes\. .*brief announcement/],
    ['Were US sorties two and a half times as many as a year before?', /^Yes\. .*2\.5 times/],
  ])('is none where it is the word itself: %s', (question, holds) => expect(asked(question).text).toMatch(holds));
});

describe('what somebody is to have said', () => {
  it.each([
    'Which official said that relations with India have withstood the test?',
    'Which official held that relations with India have withstood the test?',
    'Who held that cooperation with the US would gain momentum?',
    'Which officer held that the patrol created security risks?',
    'Which officer said that the patrol created security risks?',
    'How did the White House react publicly to the bomber flights?',
    'what words gave the Defence Ministry of Russia about the flight',
    "Which Russian official voiced Moscow's objection to the transit?",
  ])('is refused where no fact is of it: %s', (question) => expect(asked(question).status).toBe('abstained'));

  it.each([
    ['Which official held that relations with Russia have withstood the test?', /Wang Wenbin/],
    ['Which officer said that the transit created security risks?', /Shi Yi/],
    ['Who insisted that the patrols were routine?', /Chinese Ministry of Defence/],
    ['How did Tokyo react to the bomber flights?', /grave concerns/],
    ['what did the Defence Ministry of the PRC announce', /brief announcement/],
  ])('%s', (question, holds) => expect(asked(question).text).toMatch(holds));
});

describe('somebody whose office is given in passing', () => {
  it.each([
    ["it was Fumio Kishida, as defence minister, who spoke of the 'grave concerns', no?", /^No\. .*Nobuo Kishi/],
    ["It was Kishida, Japan's defence minister, who spoke of grave concerns, right?", /^No\. .*Nobuo Kishi/],
    ['it was Wang Wenbin, as spokesman, who accused the US warships of flexing muscles, no?', /^No\. .*Zhao Lijian/],
    ["it was Nobuo Kishi, as defence minister, who spoke of the 'grave concerns', no?", /^Yes\. .*Nobuo Kishi/],
  ])('%s', (question, holds) => expect(asked(question).text).toMatch(holds));
});
