import { describe, expect, it } from 'vitest';
import { isTooLong, LONGEST_QUESTION, normalise } from '../../src/lookup/index.ts';

describe('normalise', () => {
  it.each([
    ['  who\u00a0signed\tit ', 'who signed it'],
    ['Wa\u200bng We\u00adnbin', 'Wang Wenbin'],
    ['“grave concerns”', '"grave concerns"'],
    ['Quad\u2013day', 'Quad-day'],
    ['\u0421\u0440\u0438', 'Сри'],
    ['Ѕhоіgu', 'Shoigu'],
    ['ｓｕｍｍｉｔ', 'summit'],
    ['Shoïgu', 'Shoigu'],
  ])('%j → %j', (text, expected) => expect(normalise(text)).toBe(expected));

  it('keeps words of other scripts', () => expect(normalise('Шойгу')).toBe('Шоигу'));
  it('bounds what it reads', () => expect(normalise('a'.repeat(50_000)).length).toBe(LONGEST_QUESTION));
});

describe('isTooLong', () => {
  it.each([
    ['a question of 64 words', 'word '.repeat(64), false],
    ['one of 65', 'word '.repeat(65), true],
    ['words that only something invisible parts', 'word\u200b'.repeat(65), false],
    ['one word of all characters', 'a'.repeat(LONGEST_QUESTION), false],
    ['one character more', 'a'.repeat(LONGEST_QUESTION + 1), true],
  ])('%s', (_, text, expected) => expect(isTooLong(text, normalise(text))).toBe(expected));
});
