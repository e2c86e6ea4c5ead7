/** The splitter that remembers gives the words that splitting the whole text gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Splitter, splitWords } from '../../src/lookup/index.ts';

const baseOf = (lower: string) => lower;
const splitter = new Splitter(baseOf);

describe('a text split piece by piece', () => {
  it.each([
    '',
    ' ',
    'who met?',
    "the leaders' statement, in May",
    'U.S.-led talks of the U.K. ',
    ' - what - "happened"  on 24.5.22, at 1,200 m?',
    "'21 o'clock' isn't",
    'e.g. the 3rd, 2021-10-05 (or 5/10/2021)',
  ])('%j', (text) => {
    expect(splitter.split(text)).toEqual(splitWords(text, baseOf));
  });

  it('whatever the text', () => {
    const piece = fc.constantFrom(
      ' ',
      '.',
      "'",
      "'s",
      ',',
      '-',
      'U',
      'S',
      'a',
      'é',
      '1',
      '22',
      '2021-10',
      'rd',
      '/',
      '日',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        expect(splitter.split(text)).toEqual(splitWords(text, baseOf));
        // The second time, all is remembered.
        expect(splitter.split(text)).toEqual(splitWords(text, baseOf));
      }),
      { numRuns: 2_000 },
    );
  });
});
