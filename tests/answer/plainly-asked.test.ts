/** Plain questions in which a word does other work than the tables give it: an office that is held, a deed that is wished for, one who stands in. */
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

describe('an office that is held', () => {
  it.each([
    ['What position does Lavrov hold?', /^Sergey Lavrov was the Foreign Minister/],
    ['What position does Wang Wenbin hold?', /^Wang Wenbin was a spokesman/],
    ['What position does Zhao Lijian occupy?', /^Zhao Lijian is a spokesperson/],
    ['What position did Kishi hold?', /^Nobuo Kishi was Japan's defence minister/],
    ['Which post does Kishi hold?', /defence minister/i],
    ['what job does Wang have', /spokesman/],
  ])('%s', answered);

  it.each(['What position does Putin hold?', 'Which drill did Kishi hold?', 'What position did the Milius hold?'])(
    "is nobody else's: %s",
    refused,
  );
});

describe('what somebody wishes or claims to do', () => {
  it.each([
    ['What role did Zhao want the US to play?', /more constructive role/],
    ['What role would Zhao like the US to play in the region?', /more constructive role/],
    ['What mistakes did Zhao want the US to correct?', /correct its mistakes/],
  ])('is no deed of the asked noun: %s', answered);

  it.each(['What role did Zhao want Japan to play?', 'What role did Kishi want the US to play?'])('%s', refused);
});

describe('a phrase with "not" in it', () => {
  it.each([
    ['Who was not pleased with the joint flights?', /^Japan/],
    ['Which government was not amused by the passage of the Milius?', /^China and Russia/],
    ['Which country is not happy about the bombers?', /Japan/],
  ])('says what is so: %s', answered);

  it.each(['Which country did not condemn the warship?', 'Who did not complain about the joint flights?'])(
    'a denied verb does not: %s',
    refused,
  );
});

describe('on whose behalf something is done', () => {
  it.each([
    ['What did Nobuo Kishi express on behalf of Japan?', /concern|diplomatic channels/],
    ['What did Zhao Lijian demand on behalf of China?', /stop making provocations/],
    ["What did Lavrov say on Russia's behalf about the West?", /dictator/],
    ['Who was in Tokyo on behalf of India?', /Narendra Modi/],
  ])('%s', answered);

  it.each(['What did Kishi express on behalf of India?', 'Who signed the roadmap on behalf of Japan?'])('%s', refused);
});

describe('a question that is nearly a noted way to ask', () => {
  it.each([
    ['What did Shoigu and Wei agree on?', /^Sergei Shoigu of Russia and Wei Fenghe of China agreed/],
    ['How does Zhao Lijian recast what America presents as openness?', /sabotage/],
    ['Against what backdrop did the joint drill take place?', /^The backdrop/],
    ["Why was China's partner in the flights under growing international criticism?", /offensive against Ukraine/],
    ['Japan has spoken with China and Russia for this flight, through which way it did?', /diplomatic channels/],
  ])('is answered, whatever else its words could mean: %s', answered);

  it.each([
    'What did Kishi and Wei agree on?',
    'Why did China raise alarms about South Korea?',
    'What did Zhao tell Russia to stop?',
    'How many sorties did Russia fly near the US?',
    'What bombers did Japan fly?',
    'What backdrop did the joint drill of October 2021 have?',
    'Against what backdrop did the Global Thunder drill take place?',
    "How did China react to South Korea's patrol?",
  ])('is refused where others do it, or it is another event: %s', refused);
});

describe('where somebody works or stands', () => {
  it.each([
    ['where does colonel shi yi work', /Eastern Theater Command/],
    ['Where does Wang Wenbin work?', /Foreign Ministry/],
    ['Where does Wei Fenghe belong?', /Chinese military department/],
    ["Where does China stand on Russia's offensive?", /firm backing/],
    ['Where does Tokyo stand on the joint flights?', /grave concerns/],
  ])('asks for no place: %s', answered);

  it.each(['Where does Putin serve?', 'Where does India stand on the joint flights?', 'Where does Xi Jinping work?'])(
    '%s',
    refused,
  );
});
