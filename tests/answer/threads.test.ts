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
