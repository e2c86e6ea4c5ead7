/** Several questions in one message: each part is answered or named as not said, and none from a fact about something else. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';
import { buildInventedStore } from './invented-store.ts';

const folder = buildInventedStore();
afterAll(() => rmSync(folder, { recursive: true }));
const { ask, explain } = createEngine(loadStore(folder));
const now = '2032-07-01';
const partsOf = (text: string) => explain(text, { now }).trace?.question.parts.map((p) => p.whole[0] ?? p.text);

describe('where the parts of a message are', () => {
  it.each([
    [
      'Where, and on which day, was Halcyon 3 launched?',
      ['Where was Halcyon 3 launched', 'on which day was Halcyon 3 launched'],
    ],
    ['How many dockers walked out, and on which day?', ['How many dockers walked out', 'on which day walked out']],
    [
      'Name the rocket that carried Halcyon 3, and give the spaceport.',
      ['Name the rocket that carried Halcyon 3', 'give the spaceport'],
    ],
    ['Name the satellite together with its weight', ['Name the satellite', 'its weight']],
    ['Halcyon 3 launch - date & place', ['Halcyon 3 launch - date', 'Halcyon 3 launch - place']],
    [
      'Halcyon 3: when was it launched, from where, and by whom?',
      [
        'Halcyon 3: when was it launched',
        'Halcyon 3: from where was it launched',
        'Halcyon 3: by whom was it launched',
      ],
    ],
    [
      'What did Marrant say about cranes, and Wrede about the plan?',
      ['What did Marrant say about cranes', 'What did Wrede say about the plan'],
    ],
    [
      'Who was quoted on the strike in March and who in June?',
      ['Who was quoted on the strike in March', 'who was quoted on the strike in June'],
    ],
    [
      'Was it Marrant who offered to mediate? If not, who?',
      ['Was it Marrant who offered to mediate', 'who offered to mediate'],
    ],
    [
      'Of the Halcyon 3 launch give the date, the place, and the number of passengers.',
      ['Halcyon 3 launch - date', 'Halcyon 3 launch - place', 'Halcyon 3 launch - number of passengers'],
    ],
    [
      'Two strikes were told of, one in March and one in June: who called each?',
      ['who called strikes were told of in March', 'who called strikes were told of in June'],
    ],
    [
      'I confuse two launches, the one from Karrow and the other from Tarn. When was which?',
      ['When was launches from Karrow', 'When was launches from Tarn'],
    ],
    [
      'Two satellites fly, one in 2031, another in 2034; which country launched the first, and which paid for the second?',
      ['which country launched satellites fly in 2031', 'which country paid for satellites fly in 2034'],
    ],
    ['Halcyon 3: rocket used + whose spaceport', ['Halcyon 3: rocket used', 'Halcyon 3: whose spaceport']],
    ['name of the rocket + did it reach orbit?', ['name of the rocket', 'did it reach orbit']],
    ['Halcyon 3: carried by what, + yr', ['Halcyon 3: carried by what', 'Halcyon 3: year']],
    ['Who said that "no crane will move", and when?', ['Who said that "no crane will move"', 'when']],
  ])('%s', (text, parts) => expect(partsOf(text)).toEqual(parts));

  it.each([
    'Which two seas do Vellmar and Sund lie on',
    'Did the dockers strike and name the reason in Tarn',
    'When did Marrant + Wrede meet',
    'How many Sund + Vellmar ships sailed',
  ])('nowhere: %s', (text) => expect(partsOf(text)!.length).toBeLessThan(2));
});

describe('what is answered', () => {
  it.each([
    ['How many dockers walked out, and on which day?', [/1,400/, /10 March 2031/]],
    ['Who built Halcyon 3, and where?', [/Lodestar Works/, /Tarn\./]],
    ['Where, and on which day, was Halcyon 3 launched?', [/Karrow/, /3 June 2032/]],
    ['Who led the project and who criticised it?', [/Oske/, /Pia Vand/]],
    ['Who called the strike unlawful, and what is his post?', [/chief executive/]],
    ['Halcyon 3 launch - date & place', [/3 June 2032/, /Karrow/]],
    [
      'Two things happened, one the walkout of dockers in Vellmar and one the launch of Halcyon 3. When was each?',
      [/10 March 2031/, /3 June 2032/],
    ],
  ])('all of: %s', (text, holds) => {
    const said = ask(text, { now }).text;
    for (const held of holds) expect(said).toMatch(held);
    expect(said).not.toMatch(/don't say/);
  });

  it.each([
    ['Who called the strike unlawful, and what did he earn?', /Wrede/, 'what did he earn'],
    ['Who criticised the agency, and how old is she?', /Vand/, 'how old is she'],
    ['How many dockers walked out, and how many were arrested?', /1,400/, 'how many were arrested'],
  ])('in part: %s', (text, holds, open) => {
    const said = ask(text, { now }).text;
    expect(said).toMatch(holds);
    expect(said).toContain(`The documents don't say: "${open}"`);
  });

  it('a part that is refused comes last, with what is nearest to it', () => {
    const part = 'which newspaper praised the plan to automate cranes';
    const said = ask(`Who called the strike unlawful, and ${part}?`, { now }).text;
    expect(said).toMatch(/^Tomas Wrede/);
    expect(said).toContain(`don't say: "${part}". The closest they come:\n• The dockers walked out over a plan`);
  });

  it.each([
    'Who is the mayor of Vellmar, and what is his age?',
    'Halcyon 3 - colour & price',
    'Which union leader criticised the launch, and on what day?',
    'Which Sund minister offered to mediate, and when?',
  ])('nothing of: %s', (text) => expect(ask(text, { now }).status).toBe('abstained'));
});

describe('a sentence that neither asks nor tells', () => {
  it.each([
    'I am confused with all this. How many dockers walked out?',
    'Correct me if I am wrong. How many dockers walked out?',
    'How many dockers walked out? Name them all.',
    "How many dockers walked out? Don't mix them up.",
  ])('is not read: %s', (text) =>
    expect(explain(text, { now }).trace?.question.content).toEqual(
      explain('How many dockers walked out?', { now }).trace?.question.content.map((s) =>
        expect.objectContaining({ text: s.text }),
      ),
    ),
  );

  it.each([
    ['I read that Merkel came. How many dockers walked out?', 'Merkel'],
    ['My boss says it was in 2029. When did dockers walk out?', '2029'],
  ])('is read where it names something: %s', (text, named) =>
    expect(explain(text, { now }).trace?.question.text).toContain(named),
  );
});
