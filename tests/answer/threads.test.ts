/** Follow-ups that could be of another event as well: the thread's own event wins. Asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const askAfter = (context: string[], question: string) => askAny(question, { now: '2026-01-15', context }).text;

describe('the event of the thread wins', () => {
  const drill = ['In which exercise did US bombers practise the use of nuclear weapons?'];
  const patrol = ['Which country raised alarms over the Friday patrol of Russian and Chinese aircraft?'];
  it.each([
    [drill, 'With how many bombers, and from which directions?', /ten bombers.*western and the eastern/is],
    [drill, 'Aircraft that took part, and directions?', /ten bombers/i],
    [drill, 'How many such aircraft took part, and from where?', /ten bombers/i],
    [patrol, 'So how many aircraft took part in all?', /four in all/],
    [['What is Global Thunder?'], 'how many bombers took part in it?', /ten bombers/i],
    [['what is Global Thunder'], 'bombers and directions?', /ten bombers|western and/i],
    [['who took part in the roadmap signing?'], 'and why?', /^Because of increasing concerns/],
    [['when was the four-plane patrol?'], 'who?', /^Russia and China/],
    [['who made Wang’s remarks?'], 'on what day did that happen?', /^Tuesday 24 May/],
    [['who made Kishi’s comments?'], 'on what day did that happen?', /^Tuesday 24 May/],
  ])('%s %s', (context, question, holds) => expect(askAfter(context, question)).toMatch(holds));

  it.each([
    [
      ['Who signed the roadmap for Russia and China?'],
      'Were the two of them in the same room?',
      /^No\..*videoconference/s,
    ],
    [['What did Washington stress after Biden and Xi had met?'], 'they were in the same room?', /^No\..*virtual/s],
    [['Who was the Chinese counterpart of Shoigu?'], 'Did the pair meet in person or remotely?', /videoconference/],
  ])('where it denies: %s %s', (context, question, holds) => expect(askAfter(context, question)).toMatch(holds));
});

describe('the thread does not hold what stands for itself', () => {
  it.each([
    [['What is Global Thunder?'], 'How many bombers did Kishi count?', /four/],
    [['Who signed the roadmap?'], 'Was the Quad summit held in person?', /^Yes\./],
  ])('%s %s', (context, question, holds) => expect(askAfter(context, question)).toMatch(holds));
});

it.each([
  ['How is called the American ship which was going through the Taiwan Strait?', /USS Milius/],
  ['How was named the exercise of the US with ten bombers?', /Global Thunder/],
])('%s asks for a name', (question, holds) => expect(askAfter([], question)).toMatch(holds));

const refusedAfter = (context: string[], question: string) =>
  expect(askAny(question, { now: '2026-01-15', context }).status).toBe('abstained');

describe('a weekday of the thread, and the day of what somebody said', () => {
  it.each([
    [['who signed the roadmap'], 'that Tuesday is which date?', /^Tuesday 23 November 2021/],
    [
      ['Who raised alarms over the Friday patrol?'],
      'This Friday was what date in the calendar?',
      /^Friday 19 November/,
    ],
    [['What did Lavrov say about the West?'], 'and this Monday, what date?', /^Monday 23 May 2022/],
    [['Which agency carried Lavrov’s remarks?'], 'what date did he say it?', /^Monday 23 May/],
  ])('%s %s', (context, question, holds) => expect(askAfter(context, question)).toMatch(holds));

  it.each([
    [['who signed the roadmap'], 'and this Wednesday, which date?'],
    [['What did Lavrov say about the West?'], 'and this Sunday, what date?'],
  ])('no other day: %s %s', refusedAfter);
});

describe('somebody told of in words is not who was named before', () => {
  it.each([
    [
      ['A US warship went through the strait, yes?'],
      'And the Chinese army colonel, what bad things he said it made?',
      /Shi Yi.*(?:risks|stability)/s,
    ],
    [
      ['who flew the joint patrol on the Quad day'],
      'And the Japanese minister, what did he say?',
      /^Japanese Defence Minister/,
    ],
    [['who signed the roadmap'], 'and the Russian defence minister, how many sorties he counted?', /^About 30/],
  ])('%s %s', (context, question, holds) => expect(askAfter(context, question)).toMatch(holds));

  it.each([
    [['who attended the Quad summit'], 'And the American president, what did he say?'],
    [['who attended the Quad summit'], 'and the Indian prime minister, what did he say?'],
  ])('%s %s', refusedAfter);
});

describe('the other one is not the one who was named', () => {
  it.each([
    [['who is Wang Wenbin'], 'what about the other spokesman?'],
    [['what did Lavrov say about the West'], 'and the other minister, what did he say?'],
    [['who is Shi Yi'], 'the other officer?'],
  ])('%s %s', refusedAfter);
});
