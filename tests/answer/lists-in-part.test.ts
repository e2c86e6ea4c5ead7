/** Lists from which something is taken off, and lists of two accounts held against each other, asked of the real engine. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('what remains of a list', () => {
  it.each([
    ['Strike out Japan: which Quad countries remain?', 'The US, India and Australia.'],
    [
      'Of the four Quad leaders, drop Modi and Albanese. Who remains?',
      'US President Joe Biden and Japanese Prime Minister Fumio Kishida.',
    ],
    ['Name the Quad members, minus India.', 'The US, Japan and Australia.'],
    ['Who condemned the transit besides China?', 'Russia.'],
    ['Who other than Shoigu took part in the videoconference?', 'Wei Fenghe.'],
    ['Which groupings besides BRICS did Wang name?', 'The Shanghai Cooperation Organisation and the G-20.'],
    ['Except for the Sea of Japan, what did the patrol cover?', 'The East China Sea and the West Pacific Ocean.'],
    [
      'Take the West Pacific off the list: which waters did the Quad-day patrol cover?',
      'The Sea of Japan and the East China Sea.',
    ],
  ])('%s', (question, lead) => {
    const answer = ask(question);
    expect(answer.clauses[0]!.text).toBe(lead);
    expect(answer.clauses[0]!.notes).not.toEqual([]);
  });

  it.each([
    'Who besides China and Russia condemned the transit?',
    'Which country besides Japan protested against the flights?',
    'Which agencies other than Tass reported Lavrov’s remarks?',
    'Which ship besides the USS Milius passed the strait?',
    'Which leaders besides Xi attended the Quad summit?',
  ])('is nobody where they are all: %s', (question) => expect(ask(question).status).toBe('abstained'));
});

describe('two accounts of one thing', () => {
  it.each([
    [
      'Which area did Beijing announce that Japan’s minister didn’t mention?',
      /^The West Pacific Ocean: named by the Chinese Min.*not by Nobuo Kishi\./,
    ],
    ['Which sea on the Chinese defence ministry’s list does Kishi’s account leave out?', /^The West Pacific Ocean:/],
    [
      'Name the waters that Tokyo’s and Beijing’s accounts of the Quad-day flight have in common.',
      /^Both name the Sea of Japan and the East China Sea\./,
    ],
  ])('%s', (question, holds) => {
    const answer = ask(question);
    expect(answer.text).toMatch(holds);
    expect(new Set(answer.citations.map((c) => c.paragraph))).toContain(5);
  });

  it.each([
    'Which seas do Japan and China share?',
    'Which area did Kishi not name that Lavrov named?',
    'Which country did not protest to China and Russia?',
  ])('are not held against each other where nothing is told: %s', (question) =>
    expect(ask(question).status).toBe('abstained'),
  );
});
