/** "did it take place in NAME?" of an event that took place elsewhere is answered "no"; where the place may be both, it is refused. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const engine = createEngine(loadStore('seeds'));
const ask = (question: string) => engine.ask(question, { now: '2026-01-15' });

describe('an event said to have taken place elsewhere', () => {
  it.each([
    ['Did the October drills take place in the South China Sea?', 'Sea of Japan'],
    ['Were the October 2021 drills held in the Yellow Sea?', 'Sea of Japan'],
    ['The May 2022 patrol took place in the South China Sea, right?', 'East China Sea'],
    ['Did the joint patrol go over the Sea of Japan and the South China Sea?', 'East China Sea'],
    ['Did the November 2021 patrol take place over the East China Sea?', 'Sea of Japan'],
    ['Was the transit of the USS Milius through the Bering Strait?', 'Taiwan Strait'],
    ['Did the Quad leaders meet in Canberra?', 'Tokyo'],
    ['Was the Quad summit held in Sydney?', 'Tokyo'],
    ['The Quad leaders gathered in Canberra in May 2022, true?', 'Tokyo'],
    ["Was Wang's media briefing held in Hong Kong?", 'Beijing'],
    ["Did Wang's briefing take place in Shanghai?", 'Beijing'],
  ])('"%s" is answered "no"', (question, where) => {
    const { status, text } = ask(question);
    expect(status).toBe('answered');
    expect(text).toMatch(/^No\. /u);
    expect(text).toContain(where);
  });

  it.each([
    // What is not of one kind with the place that is known may be both, or a part of it.
    'Was the Quad summit in Shinjuku?',
    'Did the joint patrol of May 2022 pass through the Tsushima Strait?',
    'Were the October drills near Vladivostok?',
    // No event is named, or no place is known of it.
    'Did China and Russia fly over the South China Sea?',
    'Was the videoconference held in Moscow?',
    'Was the first in-person Quad summit held in Washington?',
    // Something else is said of it than where it was.
    'Did the Quad summit discuss the South China Sea?',
    'Did Biden warn about the South China Sea at the Quad summit?',
  ])('"%s" is refused', (question) => {
    expect(ask(question).status).toBe('abstained');
  });

  it('a place that is known is answered "yes"', () => {
    expect(ask('Did the Quad leaders meet in Japan?').text).toMatch(/^Yes\. /u);
    expect(ask('Did the joint patrol go over the Sea of Japan?').text).toMatch(/^Yes\. /u);
  });
});
