/** An event is asked for at a place that is not its own, asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('an event at another place', () => {
  it.each([
    ['When was the Tokyo summit in Beijing?', 'Beijing'],
    ['Why was the Quad summit held in Beijing?', 'Beijing'],
    ['when was the second Quad summit in Russia', 'Russia'],
  ])('%s', (question, failed) => {
    const { status, reason } = ask(question);
    expect(status).toBe('abstained');
    expect(reason).toMatchObject({ kind: 'false-premise', failed });
  });

  it.each([
    ['when was the Quad summit in Japan', /^Tuesday 24 May 2022/],
    ['who announced the joint patrol in Beijing', /^The Chinese Ministry of Defence/],
  ])('is not meant by: %s', (question, says) => {
    expect(ask(question).text).toMatch(says);
  });
});

describe('a meeting of a body that was at none', () => {
  it.each(['was the patrol on the same day as the BRICS summit', 'what happened on the day of the BRICS summit'])(
    'gives no day to count from: %s',
    (question) => {
      expect(ask(question).status).toBe('abstained');
    },
  );

  it('is not meant where the body was at one', () => {
    expect(ask('was the patrol on the same day as the Quad leaders summit').text).toMatch(/^Yes\./);
  });
});
