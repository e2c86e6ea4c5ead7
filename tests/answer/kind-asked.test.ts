/** What is given must be of the kind that is asked for, and be of the one who is asked about. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const now = '2026-01-15';
const { ask } = createEngine(loadStore('seeds'));

describe('whoever heads somebody', () => {
  it.each([
    'Who is the head of the Quad?',
    "Who is the chief of Russia's air force?",
    'Which general commands the Chinese air force?',
    "Who is Shi Yi's commander?",
    'Which Russian commander led the bombers?',
    'Who heads the US Navy?',
  ])('is not the one that is headed: %s', (question) => {
    const answer = ask(question, { now });
    expect(answer).toMatchObject({ status: 'abstained', reason: { kind: 'not-recorded' } });
    expect(answer.nearest.length).toBeGreaterThan(0);
  });

  it.each([
    ['Who is the leader of Australia?', /Anthony Albanese/],
    ['who leads Japan?', /Fumio Kishida/],
    ['Who is the head of the Chinese military department?', /Wei Fenghe/],
    ['who runs the Japanese defence ministry', /Nobuo Kishi/],
  ])('is told where a fact names him: %s', (question, said) => {
    expect(ask(question, { now })).toMatchObject({ status: 'answered', text: expect.stringMatching(said) as unknown });
  });
});

describe('a verb after the asked noun', () => {
  it.each(['Which country hosted the Biden-Xi gathering?', 'Which minister resigned after the roadmap?'])(
    'is what is done, not what is asked for: %s',
    (question) => {
      expect(ask(question, { now }).status).toBe('abstained');
    },
  );
});

describe('a place', () => {
  it.each([
    'Where in the Pacific were the annual drills held?',
    'In which part of the Pacific were the annual drills held?',
    'Which city was the roadmap signed in?',
    'Where was the roadmap signed?',
    'In what city Wei was sit during this talk?',
  ])('is no answer where it is the one named, has no name, or is of something else: %s', (question) => {
    const answer = ask(question, { now });
    expect(answer).toMatchObject({ status: 'abstained', reason: { kind: 'not-recorded' } });
    expect(answer.nearest.length).toBeGreaterThan(0);
  });

  it.each([
    ['Where in Japan was the Quad summit held?', /Tokyo/],
    ['Which city was the Quad summit held in?', /Tokyo/],
    ['Where at the borders is the US military activity that concerns them?', /borders/],
  ])('is told where a fact has it: %s', (question, said) => {
    expect(ask(question, { now })).toMatchObject({ status: 'answered', text: expect.stringMatching(said) as unknown });
  });
});

describe('whoever is asked about', () => {
  it.each([
    ['What spoke Narendra Modi about the patrol of bombers?', 'Narendra Modi'],
    ['Taiwan own government, it said something for the American ship passing?', 'Taiwan'],
    ["India his defence minister, why was he having 'grave concerns' for the flight of bombers?", 'defence minister'],
    ['Before what audience did Lavrov deliver his prognosis of 23 May 2022?', 'audience'],
    ['first in-person quad summit, was where', 'first'],
  ])('must be the one that the fact is about: %s', (question, failed) => {
    const answer = ask(question, { now });
    expect(answer.status).toBe('abstained');
    expect(answer.reason?.failed).toContain(failed);
  });
});

describe('what reports seldom give', () => {
  it.each([
    ['$ figure on china-rus trade Lavrov gave monday', 'dollar figure'],
    ['Over what span of years is the instrument signed by Shoigu and Wei meant to run?', 'span of years'],
    ['PTI in the end of the text stands, what these three letters are meaning?', 'letters are meaning'],
    ['hrs the quad-day patrol lasted?', 'hours'],
  ])('is refused by its name: %s', (question, failed) => {
    const answer = ask(question, { now });
    expect(answer.status).toBe('abstained');
    expect(answer.reason?.failed).toContain(failed);
  });
});

describe('what happened', () => {
  it('is asked of the day that is named after it, not which day it was', () => {
    expect(ask("What happened the day before Wang's remarks?", { now }).text).toMatch(
      /^Russian Foreign Minister Sergey Lavrov said/,
    );
  });
});

describe('a reply', () => {
  it.each([
    ['What reply did Tokyo get from Beijing through those diplomatic channels?', undefined],
    ["What rejoinder, if any, did Beijing return to Tokyo's démarche over the combined flight?", undefined],
    [
      'And Chinese, what they have answered to this protest of Japan?',
      'By which way Japan has brought the problem of the bombers flight to the both countries?',
    ],
  ])('comes from nobody whom it goes to: %s', (question, before) => {
    const answer = ask(question, { now, ...(before && { context: [before] }) });
    expect(answer.status).toBe('abstained');
    expect(answer.nearest.length).toBeGreaterThan(0);
  });

  it.each([
    ['How did China respond to Lavrov?', /Wang Wenbin/],
    ["What was China's answer to the US warship's passage?", /criticised the US/],
    ['how did Japan answer China and Russia?', /grave concerns/],
  ])('is told of whoever gave it: %s', (question, said) => {
    expect(ask(question, { now })).toMatchObject({ status: 'answered', text: expect.stringMatching(said) as unknown });
  });
});

describe('another event than the one told of', () => {
  it.each([
    [
      'and the one before it, which city hosted that?',
      'Was the Tokyo Quad summit the first in-person one?',
      'before it',
    ],
    [
      'And where was that earlier round held?',
      'Had the quadrilateral already met face to face at leader level at some earlier point?',
      'earlier round',
    ],
    ['At what site was the antecedent face-to-face session of the four partners staged?', undefined, 'antecedent'],
  ])('is refused: %s', (question, before, failed) => {
    const answer = ask(question, { now, ...(before && { context: [before] }) });
    expect(answer.status).toBe('abstained');
    expect(answer.reason?.failed).toContain(failed);
  });

  it('is told of where there are several of its kind', () => {
    const answer = ask('Over which sea was the earlier patrol by two Russian and two Chinese aircraft?', { now });
    expect(answer).toMatchObject({ status: 'answered', text: expect.stringMatching(/Sea of Japan/) as unknown });
  });
});

it('knows a year for a year, and not for a date', () => {
  expect(ask('On what date in 2014 was Crimea annexed?', { now }).status).toBe('abstained');
  expect(ask('In what year was Crimea annexed?', { now }).text).toMatch(/^2014/);
});

it('names a person of the country that is asked for, in a list too', () => {
  const answer = ask('Name the Russian official who condemned the Taiwan Strait transit of the Milius.', { now });
  expect(answer).toMatchObject({ status: 'abstained', reason: { kind: 'not-recorded' } });
});
