/** Questions that choose from a list of options, asked of the real engine. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('a question that chooses from a list', () => {
  it.each([
    ['Which of BRICS, OPEC and the G-20 didn’t Wang mention as a multilateral mechanism?', /^OPEC:/],
    ['NATO, BRICS, G-20: which one is missing from Wang’s list of multilateral mechanisms?', /^NATO:/],
    ['Modi, Xi, Albanese: which one did not attend the Tokyo summit?', /^Xi:/],
    ['Which country is left out of the Quad: India, New Zealand or Australia?', /^New Zealand:/],
    ['The Yellow Sea, the East China Sea, the Sea of Japan: which did the Quad-day patrol not cover?', /^Yellow Sea:/],
    ['India, South Korea, Australia: which of them is not in the Quad?', /^South Korea:/],
    ['Kishi or Kishida: which of them gave the count of the bombers?', /^Kishi\./],
    ['Who of Wang, Zhao and Lavrov said ties are not targeted at a third party?', /^Wang\./],
    [
      'Shi Yi and Zhao Lijian both speak here. Which of them said the US should stop playing with fire?',
      /^Zhao Lijian\./,
    ],
    [
      'One of these was not covered by the Quad-day patrol: Sea of Japan, Yellow Sea, East China Sea. Which one?',
      /^Yellow Sea:/,
    ],
    ['Three of these four came to the Tokyo summit: Modi, Biden, Xi, Albanese. Who did not?', /^Xi:/],
    [
      'Biden, Kishi, Modi: one of these three names is not on the list of leaders at the Quad summit. Which?',
      /^Kishi:/,
    ],
    ['Which of these bodies did Wang not name: BRICS, ASEAN, G-20?', /^ASEAN:/],
    ['Which of the following is a Quad member: China, South Korea, India, Vietnam?', /^India\./],
    [
      'Of these three - the Black Sea, the Baltic Sea, the Sea of Japan - which one was patrolled on the Quad day?',
      /^Sea of Japan\./,
    ],
    ['Kyoto or Tokyo: in which city did the Quad leaders meet?', /^Tokyo\./],
  ])('%s', (question, holds) => {
    const answer = ask(question);
    expect(answer.text).toMatch(holds);
    expect(answer.clauses[0]!.notes).not.toEqual([]);
  });

  it.each([
    'One of these was not covered by the Quad-day patrol: Sea of Japan, East China Sea. Which one?',
    'Which of these countries apologised: France, Vietnam, Peru?',
    'BRICS, the G-20: which of these did Wang not name?',
    'NATO, ASEAN, OPEC: which of these did Wang not name?',
    'Which of Modi, Xi and Kishida did not speak at the press conference?',
    'Kishi, Modi, Putin: which of these did not resign?',
    'Kishi or Kishida: which of them flew the bomber?',
    'Biden or Xi: which of the two asked for the meeting?',
    'Which of France, India and Japan did not apologise?',
  ])('is refused where the facts do not settle it: %s', (question) => expect(ask(question).status).toBe('abstained'));
});

describe('names to choose from, around a quotation or a warning', () => {
  it.each([
    [
      "Kishi or Kishida, they look alike: which of them is quoted telling the media about Japan's “grave concerns”?",
      /^Kishi\./,
    ],
    [
      "Kishida or Kishi - careful, two men - which one was it that told the media of Japan's 'grave concerns'?",
      /^Kishi\./,
    ],
    ['Shoigu or Wei: who is General of the Army?', /^Shoigu\./],
    ["'playing with fire' — Shi Yi, Wei, or Zhao?", /^Zhao\./],
    ["'driven by strong internal dynamics' - Lavrov or Wang?", /^Wang\./],
    ["“Flexed muscles, made provocations”: Shi Yi's line or someone else's?", /^No\. .*Zhao Lijian/],
    ["“playing with fire”: Zhao's phrase or another's?", /^Yes\. .*Zhao Lijian/],
    ["Whose phrase is 'free and open Indo-Pacific'?", /^The US Navy\./],
    ["Attribute this: 'comprehensive strategic partners of coordination'", /^Wang Wenbin/],
    ["which official gave the 'biggest neighbours' quote", /Wang Wenbin/],
    ["Wei or Shoigu: which of them called the two countries' coordination a stabilising factor?", /^Shoigu\./],
    ['So Wang Wenbin was the one complaining that US warships flexed muscles in the Taiwan Strait?', /^No\. .*Zhao/],
    ['If not an aircraft carrier, what is the USS Milius?', /destroyer/],
    ['Is it correct that Wei Fenghe held the rank General of the Army?', /^No\. .*Colonel-General/],
    ['rus/china navy drills, sea of japan, 2021: month?', /^October 2021/],
  ])('%s', (question, holds) => {
    const answer = ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.text).toMatch(holds);
  });

  it.each([
    ['“iron curtain” - Lavrov or Wang?', /curtain/],
    ["Whose line is 'a dagger at our throat'?", /throat|dagger/],
    ['what did the Chinese navy say about the transit?', /navy/],
  ])('refuses words that nobody said: %s', (question, failed) => {
    const answer = ask(question);
    expect(answer.status).toBe('abstained');
    expect(answer.reason?.failed).toMatch(failed);
  });
});
