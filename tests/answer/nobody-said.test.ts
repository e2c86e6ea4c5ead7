/** Near-misses that ask for somebody or something that the store does not give, each beside a neighbour that it does. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const now = '2026-01-15';
const { ask } = createEngine(loadStore('seeds'));

/** Questions to refuse, and questions to answer with what they must say; earlier turns stand before " < ". */
const KINDS: Record<string, { refused: readonly string[]; answered: readonly (readonly [string, RegExp])[] }> = {
  'what was spoken of where they are only said to have met': {
    refused: [
      'What topics did Biden and Xi discuss in their virtual meeting?',
      'Xi and Biden, about what they was talking in video?',
      'What subjects did Modi and Kishida talk about in Tokyo?',
      'What did the Quad leaders discuss in Tokyo?',
      'What was discussed at the Quad summit?',
      'Which issues did Albanese discuss with Biden?',
      'What did Kishida negotiate in Tokyo?',
    ],
    answered: [
      ['What did Shoigu and Wei discuss?', /deepening partnership/],
      ['What did Shoigu and Wei talk about in their video call?', /deepening partnership/],
      ['Which topics did the two defence chiefs discuss on video?', /deepening partnership/],
      ['What did Lavrov talk about on Monday?', /economic cooperation/],
      ['What was Wang talking about at the briefing?', /China-Russia|ties with China/],
      ['What did Zhao Lijian talk about at his press conference?', /US warships/],
      ['What did Kishi speak to the media about?', /sorties/],
    ],
  },
  'another one than the one who is named': {
    refused: [
      "Which fellow Quad member co-signed Tokyo's protest?",
      'Which other country expressed grave concerns along with Japan?',
      'Which Quad member joined Japan in its protest?',
      'Who else besides Zhao spoke at his press conference?',
      'Which other nation raised alarms alongside South Korea?',
      'Which other country took the issue up with Russia through diplomatic channels along with Japan?',
    ],
    answered: [
      ['Who signed the roadmap with Shoigu?', /Wei Fenghe|Russia and China/],
      ['Which other country condemned the transit along with China?', /China and Russia/],
      ['Which other leaders attended with Modi?', /Biden.*Albanese/],
      ['Who took part in the videoconference with Wei Fenghe?', /Shoigu/],
      ['Who flew with the Chinese bombers?', /Russia/],
      ['Which other country did Shoigu say American bombers endanger?', /China/],
    ],
  },
  'at whose head somebody stands who only serves there': {
    refused: [
      'Who is the commander of the Eastern Theater Command?',
      'Which officer of the Eastern Theater Command commented on the US ship? < And who was his commander there?',
      'Who spoke for the US Navy on the Milius? < And who is his boss?',
      'Which general was in charge of the Russian bombers?',
      'Who was in charge of the warships in October?',
      'The commander of this Milius ship, how he is named?',
      'Who heads the Chinese Foreign Ministry?',
      'Who is the boss of Tass?',
    ],
    answered: [
      ['Who leads Japan?', /Kishida/],
      ["Who heads Japan's defence ministry?", /Kishi\b/],
      ["Who is in charge of Russia's defence?", /Shoigu/],
      ['Who heads the Chinese military department?', /Wei Fenghe/],
      ['Who is the leader of the US?', /Biden/],
      ["Who leads Australia's government?", /Albanese/],
    ],
  },
  'who of a body said what only the body is heard to say': {
    refused: [
      'Who at the US Navy made the statement on the Milius?',
      'Who at the Chinese Ministry of Defence made the announcement?',
      'Who in Washington stressed high-level diplomacy?',
      'Who in Moscow condemned the transit?',
      'Who at the Associated Press explained the shift?',
      'Who in South Korea raised alarms?',
    ],
    answered: [
      ['Who in Tokyo voiced grave concerns?', /Kishi\b/],
      ["Who in China's Foreign Ministry answered on Lavrov's remarks?", /Wang Wenbin/],
      ['Who in Beijing said the US was flexing muscles?', /Zhao Lijian/],
      ['Who in Russia spoke of geopolitical turbulence?', /Shoigu/],
    ],
  },
  'the words of one who is not reported to have said any': {
    refused: [
      'Prime Minister Modi, what he was telling about the Chinese and Russian planes in Tokyo?',
      'Quote me Prime Minister Kishida, not Kishi, on the Russian-Chinese flight.',
      'Quote Wei, not Shoigu, on the US bombers.',
      "Kishida on the sorties, PM's own words, not the defence minister's",
      'Anthony Albanese, what he has been telling about the bombers?',
      'Modi on the bombers: what were his words?',
      'Xi Jinping on the roadmap: what were his words?',
      "What does Reuters give as the reason for Russia's turn to China?",
    ],
    answered: [
      ['Sergei Shoigu, what he was telling about American sorties?', /30 sorties/],
      ['Quote Kishi on the sorties.', /grave concerns/],
      ['Shoigu on US aircraft: what were his words?', /sorties|aircraft/],
      ['Zhao Lijian on the US warships: what were his words?', /warships/],
      ['Quote me Zhao Lijian on the US warships.', /warships/],
      ['Kishi on the sorties, his own words please', /sorties/],
      ["What does the Associated Press give as the reason for Russia's turn to China?", /deteriorating relations/],
      [
        'What did the Chinese defence ministry give as the grounds for the flights?',
        /annual military cooperation plan/,
      ],
    ],
  },
  'one of a country of which nobody is named': {
    refused: [
      'name of the moscow official who condemned the milius transit',
      'name of the american official who stressed diplomacy',
      'the Indian official who commented on the joint patrols, name?',
      'name of the seoul official who raised alarms',
    ],
    answered: [
      ['name of the chinese officer who spoke of security risks', /Shi Yi/],
      ['name of the beijing official who said us warships flexed muscles', /Zhao Lijian/],
      ['name of the japanese minister who voiced concerns', /Kishi\b/],
    ],
  },
  'a model, where another noun is offered beside it': {
    refused: [
      "What designation or model do the bombers in Kishi's account bear?",
      'What model or type were the bombers?',
      'Which particular treaty or convention did the US Navy invoke?',
      'Which Chinese bomber model, H-6K or otherwise, flew with the Russians on the Quad day?',
    ],
    answered: [
      ['What class of vessel is the USS Milius, frigate or something else?', /destroyer/],
      ['What did they sign in November 2021, a treaty or a roadmap?', /roadmap/],
    ],
  },
  'plans of the one who is asked': {
    refused: [
      "Cheers, you're quicker than my colleague! Got any plans for the weekend?",
      'Any plans for tonight?',
      'What are your weekend plans?',
    ],
    answered: [
      ['What plans does the roadmap highlight?', /closer military ties/],
      ['Which plan were the patrols in line with?', /annual military cooperation plan/],
    ],
  },
};

describe.each(Object.entries(KINDS))('%s', (_, { refused, answered }) => {
  const asked = (line: string) => {
    const turns = line.split(' < ');
    return ask(turns.pop()!, { now, ...(turns.length > 0 && { context: turns }) });
  };

  it.each(refused)('refuses: %s', (line) => {
    expect(asked(line).status).toBe('abstained');
  });

  it.each(answered)('answers: %s', (line, said) => {
    const answer = asked(line);
    expect(answer.status).toBe('answered');
    expect(answer.text).toMatch(said);
  });
});

describe('what took place during an event', () => {
  it.each([
    'How did Seoul respond to the sorties flown during the Tokyo summit?',
    'What did Lavrov say during the Quad summit?',
  ])('is not what took place on another day: %s', (question) =>
    expect(ask(question, { now }).status).toBe('abstained'),
  );
  it('is told where it did', () =>
    expect(ask('Who flew during the Quad summit?', { now }).text).toMatch(/^The air forces of China and Russia/));
});

describe('a deed before who did it, as other languages have it', () => {
  it('is not answered with what others did', () =>
    expect(ask('What did promise Xi Jinping to Biden in virtual meeting?', { now }).status).toBe('abstained'));
  it('is answered where they did it', () =>
    expect(ask('What did demand Zhao from the US?', { now }).text).toMatch(/^Zhao Lijian demanded/));
});
