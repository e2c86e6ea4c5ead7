/** Questions typed in haste, or in the order of another language: a topic before its question, a reason in the middle, a week for a day. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const now = '2026-01-15';
const { ask } = createEngine(loadStore('seeds'));

const answered = (question: string, said: RegExp) => {
  const { status, text } = ask(question, { now });
  expect({ status, text }).toMatchObject({ status: 'answered', text: expect.stringMatching(said) as unknown });
};
const refused = (question: string) => expect(ask(question, { now }).status).toBe('abstained');

describe('when something was, told by what else was then', () => {
  it.each([
    ["Lavrov 'gain momentum' remark, what day, quad week?", /^Monday 23 May/],
    ['Why was the world criticising Russia in the time of the air patrols and the Quad?', /^Because of its offensive/],
    ['Why did they fly just on the same day like the Quad, what do people in Beijing think?', /unity and closeness/],
    [
      'After the November roadmap, through which activities will the armies cooperate more?',
      /exercises and joint patrols|roadmap/,
    ],
  ])('is no condition: %s', answered);

  it.each([
    'What did Lavrov say, NATO week?',
    'What did Putin do at the time of the Quad?',
    'After the December roadmap, what will the armies do more?',
  ])('but must be known: %s', refused);
});

describe('a person before a comma', () => {
  it.each([
    ['zhao lijian, US ships stir trouble in name of what', /freedom of navigation/],
    ['shoigu, US bombers practised what', /nuclear weapons/],
    ['wang wenbin, china and russia are what to each other', /neighbours/],
  ])('is who said it: %s', answered);

  it.each(['zhao lijian, russian ships did what', 'shoigu, Japanese bombers practised what'])(
    'and no other: %s',
    refused,
  );
});

describe('"because of what" after a name', () => {
  it.each([
    ['South Korea because of what got alarmed?', /joint patrol/],
    ['Russia because of what went closer to China?', /deteriorating relations/],
    ['Japan due to what protested to China?', /Kishi/],
  ])('asks for the reason of its deed: %s', answered);

  it.each(['South Korea because of what thanked Russia?', 'India because of what raised concerns?'])('%s', refused);
});

it.each([
  ['In which month were warships of China and Russia training together at Sea of Japan?', /^October 2021/],
  ['Chinese foreign ministry tells that friendship with Russia did pass a test, test of what?', /landscape/],
])('%s', answered);

describe('a guess after a question that is complete', () => {
  it.each([
    ['Shoigu and Wei Fenghe, they did meet how, one flew to other?', /^By videoconference/],
    ["which agency carried Lavrov's words? Reuters?", /^Tass/],
  ])('is not held against the answer: %s', answered);

  it("which agency carried Modi's words? Reuters?", () => refused("which agency carried Modi's words? Reuters?"));
});

describe('to whom it is done, after the deed', () => {
  it('For what reason is criticised Russia?', () =>
    answered('For what reason is criticised Russia?', /^Because of its offensive/));

  it.each(['why was criticised India?', 'why was attacked Japan?'])('%s', refused);
});

describe('a warning', () => {
  it('is what somebody said of risks', () => answered('wht did shi yi warn abt', /security risks/));

  it.each(['what did Kishi warn Russia of', 'did Russia warn Japan?'])('%s', refused);
});
