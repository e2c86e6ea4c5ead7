/** Claims whose contrary the facts say, and claims that only look so, asked of the real engine. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string, ...context: string[]) => askAny(question, { now: '2026-01-15', context });

describe('a claim', () => {
  it.each([
    ['Had China and Russia never drilled in the Pacific before the Quad-day flights?', /annual/],
    ['true or false: China and Russia had never held drills in the Pacific', /annual/],
    ['first time ever China and Russia drilled in the Pacific?', /annual/],
    ['Were joint drills in the Pacific something new for Beijing and Moscow?', /annual/],
    ['Is it a novelty that China and Russia exercise in Pacific waters?', /annual/],
    ['Was a Sino-Russian exercise in the Pacific without precedent?', /annual/],
    [
      'Was the flight on the day of the Tokyo summit the first drill China and Russia ever ran in the Pacific?',
      /annual/,
    ],
    ['Was the Tokyo gathering a debut for the Quad leaders in person?', /second/],
    ['Tokyo summit = third in-person Quad summit?', /second/],
    ['Was the Tokyo meeting of Modi and Biden the first time Quad leaders held an in-person summit?', /second/],
    ['The Biden-Xi meeting was in person, true or false?', /virtual/],
    ['Did the Chinese defence ministry call the flights exceptional, unplanned?', /routine/],
    ['Did Shoigu say the bombers practised from the north and the south?', /eastern/],
    ['Did Japan raise the matter only with China?', /both/],
    ['Did Japan complain about the bomber flight to Beijing alone?', /both/],
    ['Was it China alone that condemned the passage of the US warship?', /Russia/],
    ['Is it true that two countries make up the Quad?', /four countries/],
  ])('is answered no where a fact says the contrary: %s', (question, holds) => {
    const { text } = ask(question);
    expect(text).toMatch(/^(?:No|Not so)\./);
    expect(text).toMatch(holds);
  });

  it.each(['True or false: China and Russia hold yearly drills in the Pacific.', 'Biden-Xi meeting = virtual?'])(
    'is answered yes where a fact says it: %s',
    (question) => expect(ask(question).text).toMatch(/^Yes\./),
  );

  it.each([
    'first time ever Biden met Xi?',
    'Was the roadmap the first that China and Russia signed?',
    'Was it the first annual cooperation plan of the two armies?',
    'Was the transit the first by a US warship?',
    'Was it the first time that China and Russia flew bombers over Japan?',
    'Has Modi never met Putin?',
    'Have China and Russia never fought a war?',
    'True or false: India protested against the patrol.',
    'Was the announcement of the patrol made by the Chinese defence ministry alone?',
    'Was a Chinese submarine involved in the drills?',
  ])('is refused where no fact says either: %s', (question) => expect(ask(question).status).toBe('abstained'));

  it.each([
    'Did the military cooperation roadmap take place on 24 November 2021?',
    'Were Zhao’s comments made on 24 November 2021?',
    'Tell me about the military roadmap on 24 November 2021',
  ])('is not borne out by the day that the document bears: %s', (question) => {
    const { status, text } = ask(question);
    if (status === 'answered') expect(text).toMatch(/^No\..*23 November 2021/);
    else expect(status).toBe('abstained');
  });

  it.each([
    'When did Kishi say that Russia’s ties with China will grow faster?',
    'When did Joseph R. Biden say that economic cooperation between Russia and China will gain momentum in the near future?',
    'In which month were the talks between Shoigu and Wei?',
  ])('is not taken for granted with a date that is another’s: %s', (question) =>
    expect(ask(question).status).toBe('abstained'),
  );
});
