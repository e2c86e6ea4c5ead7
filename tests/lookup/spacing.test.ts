import { expect, test } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { understander } = createEngine(loadStore('seeds'));
const wordsOf = (text: string) => understander.understand(text, '2026-01-15').words.map((w) => w.lower);

test.each([
  ['when was the TaiwanStrait transit?', ['taiwan', 'strait']],
  ['where is the Sea ofJapan?', ['of', 'japan']],
  ['what did Shi-gu and Shoi-gu say?', ['shoigu', 'say']],
])('%s is read with the spaces that it lacks, and without those that it has too many', (text, expected) => {
  expect(wordsOf(text)).toEqual(expect.arrayContaining(expected));
});

test.each(['was the patrol noteworthy?', 'the japanning of furniture'])('%s stays as it is', (text) => {
  expect(wordsOf(text)).toEqual(text.toLowerCase().match(/[a-z]+/gu));
});
