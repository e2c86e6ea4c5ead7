/** Which document is the older one: by the days that they bear, or of what they report. Over the shipped seeds. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore('seeds'));
const answer = (question: string) => ask(question, { now: '2026-01-15' });

describe('which document is older', () => {
  it.each([
    ['older doc: 000 or 002?', /^Oldest first:\n• The document bears the date 24 November 2021/],
    ['which of the two documents is older?', /^Oldest first:\n• The document bears the date 24 November 2021/],
    ['which article is the newest?', /^Newest first:\n• [^•]*24 May 2022/],
  ])('%s', (question, holds) => expect(answer(question).text).toMatch(holds));
  it.each([
    'which document is about Brexit?',
    'which document mentions the USS Milius first?',
    'which is the earliest event in either article',
  ])('is not asked here: %s', (question) => expect(answer(question).text).not.toMatch(/est first:/));
});
