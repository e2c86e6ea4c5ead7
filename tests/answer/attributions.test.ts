/** Words and deeds that a question gives to somebody, asked of the real engine: whose they are is what the documents say. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string, ...context: string[]) => askAny(question, { now: '2026-01-15', context });

describe('words or a deed that a question gives to somebody', () => {
  it.each([
    ['It was Wang who told the US to stop playing with fire, right?', /Zhao Lijian/],
    ['Was it Zhao Lijian who called China and Russia each other’s biggest neighbours?', /Wang Wenbin/],
    ['Was Kishida the one who told the media about grave concerns?', /Nobuo Kishi\b/],
    ['"We will oppose hegemony": was that Lavrov?', /Wang Wenbin/],
    ['Did Wei say that Russian-Chinese coordination is becoming a stabilising factor?', /Shoigu/],
    ['Zhao said two Chinese bombers joined two Russian bombers, didn’t he?', /Nobuo Kishi\b/],
    ['Was it the Chinese Foreign Ministry that called the patrol routine?', /Ministry of Defence/],
    ['Did the PLA, not the US Navy, call the transit routine?', /US Navy/],
    ['Was it Biden who represented Australia at the Quad summit?', /Albanese/],
    ['Was it Xinhua that reported Lavrov’s remarks?', /Tass/],
    ['Was it India that signed the roadmap?', /Russia and China/],
    [
      'Two Russian and two Chinese aircraft flew on a Friday in November 2021. It was Tokyo that raised alarms?',
      /South Korea/,
    ],
  ])('is theirs whose the documents say it is: %s', (question, holds) => {
    const { text, citations } = ask(question);
    expect(text).toMatch(/^No\./);
    expect(text).toMatch(holds);
    expect(citations).not.toEqual([]);
  });

  it('is told apart in a thread', () => {
    const { text } = ask('So it was Japan that got alarmed by it, no?', 'How many aircraft flew in the Friday patrol?');
    expect(text).toMatch(/^No\. .*South Korea/);
  });

  it.each([
    'Was it Shoigu that raised concerns over US aircraft?',
    'Was it Russia that signed the roadmap?',
    'It was Shoigu, not Wei, who complained about American aircraft, correct?',
    'Did the US Navy, not the PLA, call the transit routine?',
    'Was it General Shoigu who runs defence in Moscow?',
    'Was it South Korea that got the jitters over the four aircraft?',
    'It was the US that puts diplomacy first, right?',
  ])('is confirmed where it is theirs: %s', (question) => expect(ask(question).text).toMatch(/^Yes\./));

  it.each([
    ['Was it Zhao or Shi Yi who spoke of security risks?', /^Shi Yi\./],
    ['"A long border" with the neighbour: was it Wang or Lavrov who brought that up?', /^Lavrov\./],
  ])('is one’s of those who are offered: %s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it.each([
    'Was it Wang who mentioned a multi-polar world?',
    'Did Zhao say the US action created security risks?',
    'Was it Moscow that took up the issue through diplomatic channels?',
    'Did Wei raise concerns over US aircraft?',
  ])('is not denied where they may have said or done the like: %s', (question) =>
    expect(ask(question).text).not.toMatch(/^No\./),
  );

  it.each([
    [
      'Did the joint flight start in the East China Sea and finish over the Sea of Japan?',
      /^No\..*from there to the East/,
    ],
    ['Did the joint flight start over the Sea of Japan and end over the East China Sea?', /^Yes\./],
  ])('a way has two ends: %s', (question, holds) => expect(ask(question).text).toMatch(holds));
});
