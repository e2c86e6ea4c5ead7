import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import wordListPath from 'word-list';
import { isEnglishWord } from '../../src/lookup/index.ts';

it('knows every word of the list and no other', () => {
  const words = readFileSync(wordListPath, 'utf8').split('\n').filter(Boolean);
  const all = new Set(words);
  expect(words.filter((word) => !isEnglishWord(word))).toEqual([]);
  const others = words
    .filter((_, i) => i % 40 === 0)
    .flatMap((w) => [`${w}q`, w.slice(1), `${w.slice(0, -1)}x`, `é${w}`]);
  expect(others.filter((word) => isEnglishWord(word) !== all.has(word))).toEqual([]);
});
