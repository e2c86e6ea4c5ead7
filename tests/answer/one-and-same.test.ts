/** Two who hold an office at two times, or who are named, held against each other; asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string, ...context: string[]) => askAny(question, { now: '2026-01-15', context });
const cited = (question: string) => [...new Set(ask(question).citations.map((c) => c.document))].sort();

describe('who holds an office at two times', () => {
  it.each([
    'Chinese foreign ministry spokesman of 2021, Chinese foreign ministry spokesman of 2022: one man or two?',
    'Did one and the same spokesman of the Chinese foreign ministry speak in both articles?',
    'Is the spokesperson of China’s foreign ministry in November 2021 the one of May 2022?',
    'Were the spokesmen of the Chinese foreign ministry different people in 2021 and 2022?',
  ])('is another: %s', (question) => {
    expect(ask(question).text).toMatch(/^Not the same, but two: Zhao Lijian and Wang Wenbin\./);
    expect(cited(question)).toEqual(['pti-2022-05-24', 'roadmap-2021-11-24']);
  });

  it('is the same', () =>
    expect(ask('US President in 2021 and US President in 2022: the same person?').text).toMatch(
      /^The same: Joe Biden\./,
    ));

  it.each([
    [
      'Who spoke for the Chinese foreign ministry in 2022 and in 2021, respectively?',
      /^Wang Wenbin, then Zhao Lijian\./,
    ],
    [
      'Name the spokesmen of China’s foreign ministry in 2021 and 2022 in that order.',
      /^Zhao Lijian, then Wang Wenbin\./,
    ],
    [
      'Two spokesmen of the Chinese foreign ministry: who rebuked the US warships, and who answered about Lavrov?',
      /^Zhao Lijian, then Wang Wenbin\./,
    ],
    [
      'Contrast those who articulated the line of the Chinese foreign ministry in November 2021 and in May 2022.',
      /^Zhao Lijian, then Wang Wenbin\./,
    ],
    ['Who spoke for the Chinese Foreign Ministry in 2021 and who in 2022?', /^Zhao Lijian, then Wang Wenbin\./],
  ])('each in order: %s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it.each([
    'Was the Russian defence minister the same in 2021 and in 2022?',
    'Russian foreign minister in 2021 and 2022, same man?',
  ])('is not said of a time for which none is named: %s', (question) => {
    const answer = ask(question);
    expect(answer.status).toBe('abstained');
    expect(answer.nearest.length).toBeGreaterThan(0);
  });

  it('is not said where more is said of them than is told', () =>
    expect(ask('Did the same Chinese foreign ministry spokesman resign in both years?').status).toBe('abstained'));
});

describe('two who are named', () => {
  it.each(['Shi Yi and Zhao Lijian: one person or two?', 'Is Shi Yi the same man as Zhao Lijian?'])('%s', (question) =>
    expect(ask(question).text).toMatch(/^Not the same, but two: Shi Yi and Zhao Lijian\.\s.*Shi Yi.*Senior Colonel/su),
  );

  it('are only told apart where one of them is asked for', () => {
    expect(ask('Kishi and Kishida are two different men. Which of them was prime minister?').text).toMatch(/Kishida/);
    expect(ask('Kishi and Kishida are two different men. Which of them was prime minister?').text).not.toMatch(
      /^Not the same/,
    );
  });
});

it('“the same spokesman” of a thread is who was spoken of', () =>
  expect(
    ask('Did the same spokesman speak of sovereignty?', 'What did Zhao Lijian say about warships?').text,
  ).not.toMatch(/Not the same/));
