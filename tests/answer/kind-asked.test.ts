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
