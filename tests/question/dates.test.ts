import { describe, expect, it } from 'vitest';
import { loadStore } from '../../src/facts/index.ts';
import { splitWords } from '../../src/lookup/index.ts';
import { createDateReader } from '../../src/question/date-mentions.ts';

const NOW = '2026-11-24';
const dates = createDateReader(loadStore('seeds'));
const read = (text: string) =>
  dates
    .find(
      splitWords(text, (w) => w),
      NOW,
    )
    .map(({ start: _, end: __, ...d }) => d);
const day = (iso: string) => ({ interval: { from: iso, to: iso } });

describe('dates in questions', () => {
  it.each([
    ['24 May 2022', day('2022-05-24')],
    ['the 24th of May, 2022', day('2022-05-24')],
    ['May 24, 2022', day('2022-05-24')],
    ['May 24th 2022', day('2022-05-24')],
    ['2022-05-24', day('2022-05-24')],
    ['24/05/2022', day('2022-05-24')],
    ['24.5.22', day('2022-05-24')],
    ['in November 2021', { interval: { from: '2021-11-01', to: '2021-11-30' } }],
    ['Nov 2021', { interval: { from: '2021-11-01', to: '2021-11-30' } }],
    ['in 2014', { interval: { from: '2014-01-01', to: '2014-12-31' } }],
    ['on 24 May', { anyYear: '05-24' }],
    ['tues 24/5', { anyYear: '05-24', weekday: 2 }],
    ['31/12', { anyYear: '12-31' }],
    ['in October', { anyYear: '10' }],
    ['last November', { interval: { from: '2025-11-01', to: '2025-11-30' }, relative: true }],
    ['yesterday', { interval: { from: '2026-11-23', to: '2026-11-23' }, relative: true }],
    ['last month', { interval: { from: '2026-10-01', to: '2026-10-31' }, relative: true }],
    ['on Friday', { weekday: 5 }],
    ['Tuesday 24 May 2022', { ...day('2022-05-24'), weekday: 2 }],
    ['04/05/2022', { ambiguous: ['2022-05-04', '2022-04-05'] }],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expect.objectContaining(expected)]));

  it.each(['open 24/7', 'on 4/5', '24/13'])('no day of a month in: %s', (text) => expect(read(text)).toEqual([]));

  it.each([
    'what may happen',
    'the march of time',
    'a second summit',
    '30 sorties',
    '31 February 2022 is no day of 99',
    'May I ask',
  ])('no day in: %s', (text) =>
    expect(read(text).filter((d) => d.interval?.from === d.interval?.to && d.interval)).toEqual([]),
  );
});
