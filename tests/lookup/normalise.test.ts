import { describe, expect, it } from 'vitest';
import { LONGEST_QUESTION, normalise } from '../../src/lookup/index.ts';

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
