/** Labelled lists: questions, things to choose from, and things to put in order, asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('labelled questions are each answered', () => {
  it.each([
    ['(a) Who signed the roadmap? (b) Who attended the Quad summit?', [/Shoigu/, /Modi/]],
    [
      'Two questions: 1) which seas did the Quad-day patrol cover 2) who expressed grave concerns',
      [/East China Sea/, /Kishi/],
    ],
    ['1. Who is Shi Yi? 2. What kind of ship is the USS Milius?', [/Senior Colonel/, /destroyer/]],
    ['Give (1) the name of the US warship and (2) its class.', [/USS Milius/, /destroyer/]],
  ])('%s', (question, holds) => {
    const { text } = ask(question);
    for (const held of holds) expect(text).toMatch(held);
    expect(text).not.toMatch(/don't say/);
  });
});

describe('of labelled choices one is meant', () => {
  it.each([
    ['Who told the media of grave concerns: (a) Kishida (b) Kishi (c) Modi?', /^Kishi\./],
    [
      'Which strait did the Milius transit? a) the Korea Strait b) the Taiwan Strait c) the Malacca Strait',
      /^(?:The )?Taiwan Strait\./,
    ],
    ['The USS Milius is (a) a frigate, (b) a destroyer, (c) a submarine?', /^Destroyer\./],
    ['How many bombers took part in Global Thunder? 1) four 2) ten 3) thirty', /^Ten bombers\./],
    ['Global Thunder is: a. a storm, b. a US exercise, c. a Russian missile', /^US exercise\./],
    ['Which country raised alarms over the Friday patrol: (a) Japan, (b) South Korea or (c) India?', /^South Korea\./],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));

  it.each([
    'Who commanded the USS Milius: (a) Smith (b) Jones (c) Brown?',
    'The bombers were of the model (a) H-6 (b) Tu-95 (c) B-52?',
  ])('or none: %s', (question) => expect(ask(question).status).toBe('abstained'));
});

it('labelled things are put in order', () =>
  expect(
    ask(
      'Sort, oldest first: (1) roadmap signed, (2) joint patrol by four planes, (3) warships and aircraft drilling in the Sea of Japan.',
    ).text,
  ).toMatch(/^Earliest first:.*October 2021.*19 November.*23 November/s));

it('what is put right may be labelled', () =>
  expect(
    ask('Strike what is wrong: the Quad is made up of (a) the US, (b) Japan, (c) South Korea, (d) Australia.').text,
  ).toMatch(/South Korea.*India/s));

it('a bracket is no label', () =>
  expect(ask('Who (a real name, please) signed the roadmap?').text).toMatch(/Shoigu|Russia and China/));
