/** Verbs and nouns that only carry a question: what the text tells, what a noun says already, what classes what is asked for. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const engine = createEngine(loadStore('seeds'));
const ask = (question: string) => engine.ask(question, { now: '2026-01-15' });
const answered = (question: string, said: string) => {
  const { status, text } = ask(question);
  expect({ status, text }).toMatchObject({ status: 'answered', text: expect.stringContaining(said) as unknown });
};
const refused = (question: string) => expect(ask(question).status).toBe('abstained');

describe('a text that tells', () => {
  it.each([
    ['Whom does the report mark as having only recently assumed office?', 'Albanese'],
    ['Among the four, whom does the dispatch single out as new in the job?', 'Albanese'],
    ["Whom does the report name as head of China's military department?", 'Wei Fenghe'],
    ['What does the report record as the reaction of Seoul?', 'alarm'],
  ])('%s', answered);

  it.each([
    'Whom does the report mark as having just resigned?',
    "Whom does the report name as head of India's military department?",
    'Which casualties does the text list?',
  ])('refuses: %s', refused);
});

describe('a verb that carries the asked noun', () => {
  it.each([
    ["What verdict did the Navy reach on the lawfulness of its own ship's voyage?", 'international law'],
    ['Under which formula of partnership did Wang file the two states?', 'comprehensive strategic partners'],
  ])('%s', answered);

  it.each([
    'What conclusion did India draw from the patrol?',
    'What apology did Zhao deliver to the Americans?',
    'Which treaty did Wang lodge with the UN?',
  ])('refuses: %s', refused);
});

describe('a noun that only classes', () => {
  it.each([
    ['Which undertaking of Moscow was drawing growing censure at the time of the Quad-day drill?', 'Ukraine'],
    ['Which four states compose the format called the Quad?', 'Australia'],
    ['In which month did warships of both powers drill in the Sea of Japan?', 'October 2021'],
    ['Under which US exercise was the employment of nuclear arms rehearsed?', 'Global Thunder'],
  ])('%s', answered);

  it.each([
    'Which undertaking of India was drawing growing censure?',
    'Which six states compose the format called BRICS?',
    'Under which Indian exercise was the employment of nuclear arms rehearsed?',
  ])('refuses: %s', refused);
});

it('reads what is maintained that somebody does as no deed done to him', () => {
  answered('Who maintained that American forces fly and sail wherever international law allows?', 'US Navy');
  refused('Who maintained that Chinese forces sail wherever international law allows?');
});

describe('what something is said not to be', () => {
  it.each([
    ["Beijing's defence ministry said the May 2022 flights were no improvisation: which plan did they fit?", 'annual'],
    ['How many airframes did Kishi count in the joint flight?', 'bombers'],
    ['Which three multilateral outfits did Wang name?', 'BRICS'],
  ])('%s', answered);

  it.each(['Which three football outfits did Wang name?', 'How many airframes did Modi count?'])(
    'refuses: %s',
    refused,
  );

  it('holds against a claim that it is so', () => {
    answered('Was the joint patrol of May 2022 an improvisation?', 'No.');
  });
});
