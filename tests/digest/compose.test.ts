/** What a digest says. */
import { describe, expect, it } from 'vitest';
import { composeDigest, type DigestInput, renderDigest } from '../../src/digest/index.ts';
import { EMPTY, event, fact, footnote } from './fixtures.ts';

const INPUT: DigestInput = {
  source: EMPTY,
  day: '2026-05-24',
  from: 100,
  to: 200,
  topics: [],
  seen: new Set(),
  unanswered: {},
};
const keys = (input: Partial<DigestInput>) =>
  composeDigest({ ...INPUT, ...input }).items.map((item) => `${item.section} ${item.key}`);
const FRAME = {
  day: '2026-05-24',
  zone: 'Europe/Berlin',
  from: 0,
  to: 86_400_000,
  by: 'U1',
  notices: [],
  note: 'daily',
} as const;

describe('the content of a digest', () => {
  it('has what was loaded or corrected after the last digest, up to and with this one', () => {
    const facts = [
      fact('old', { firstLoaded: 100 }),
      fact('new', { firstLoaded: 101 }),
      fact('last', { firstLoaded: 200 }),
      fact('future', { firstLoaded: 201 }),
      fact('corrected', { firstLoaded: 5, corrected: 150 }),
      fact('corrected-before', { firstLoaded: 5, corrected: 100 }),
      fact('new-and-corrected', { firstLoaded: 150, corrected: 160 }),
    ];
    expect(keys({ source: { ...EMPTY, facts } })).toEqual([
      'corrected fact:corrected',
      'new fact:new',
      'new fact:last',
      'new fact:new-and-corrected',
    ]);
  });

  it('tells a withdrawn fact with its reason, and not one that was never told', () => {
    const facts = [
      fact('gone', { firstLoaded: 5, corrected: 150, withdrawn: 'the agency corrected it' }),
      fact('never', { firstLoaded: 150, withdrawn: 'x' }),
    ];
    const { items } = composeDigest({ ...INPUT, source: { ...EMPTY, facts } });
    expect(items).toMatchObject([{ key: 'fact:gone', lead: 'Withdrawn (the agency corrected it)' }]);
  });

  it.each([
    ['2026-05-24', '2022-05-24', '4 years ago'],
    ['2023-05-24', '2022-05-24', 'One year ago'],
    ['2022-05-24', '2022-05-24', null],
    ['2026-05-25', '2022-05-24', null],
    ['2026-05-24', '2022-05-24/2022-05-26', '4 years ago'],
    ['2026-05-24', '2022-05', null],
    ['2026-05-24', '2022-05-24?', null],
    ['2025-02-28', '2024-02-29', 'One year ago'],
    ['2028-02-29', '2024-02-29', '4 years ago'],
    ['2028-02-28', '2024-02-29', null],
    ['2100-02-28', '2024-02-29', '76 years ago'],
    ['2026-05-24', null, null],
  ])('on %s says of an event of %s: %s', (day, when, lead) => {
    const { items } = composeDigest({
      ...INPUT,
      day,
      source: { ...EMPTY, events: [event('e', when)] },
      seen: new Set(['event:e']),
    });
    expect(items.map((item) => item.lead)).toEqual(lead === null ? [] : [lead]);
  });

  it('brings one event from the record that the channel has not had, the newest first, until all are told', () => {
    const events = [event('a', '2021-11-23'), event('b', '2022-05-24'), event('c', null)];
    const source = { ...EMPTY, events };
    expect(keys({ source, day: '2026-01-01' })).toEqual(['record event:b']);
    expect(keys({ source, day: '2026-01-01', seen: new Set(['event:b']) })).toEqual(['record event:a']);
    expect(keys({ source, day: '2026-01-01', seen: new Set(['event:a', 'event:b']) })).toEqual(['record event:c']);
    expect(keys({ source, day: '2026-01-01', seen: new Set(['event:a', 'event:b', 'event:c']) })).toEqual([]);
  });

  it('does not tell an anniversary twice', () => {
    expect(keys({ source: { ...EMPTY, events: [event('a', '2022-05-24')] } })).toEqual(['on-this-day event:a']);
  });

  it('keeps to the topics of the channel', () => {
    const source = {
      ...EMPTY,
      facts: [fact('a', { firstLoaded: 150 }), fact('b', { firstLoaded: 150, topics: ['quad'] })],
    };
    expect(keys({ source, topics: ['quad', 'x'] })).toEqual(['new fact:b']);
  });

  it('counts unanswered questions, most frequent reason first, and takes them alone for no news', () => {
    const content = composeDigest({ ...INPUT, unanswered: { 'off-topic': 1, 'not-recorded': 2, 'no-such-event': 0 } });
    expect(content.items[0]!.text).toBe(
      '3 questions in this workspace found no answer: 2 about a detail that is not recorded, 1 about another topic.',
    );
    expect(content.empty).toBe(true);
    expect(composeDigest({ ...INPUT, source: { ...EMPTY, events: [event('a', null)] } }).empty).toBe(false);
  });

  it('has eight items at most, and counts the new facts that found no room by document', () => {
    const facts = Array.from({ length: 30 }, (_, i) =>
      fact(`n${i}`, { firstLoaded: 150, documentName: i < 20 ? 'A' : 'B' }),
    );
    const corrected = Array.from({ length: 9 }, (_, i) =>
      fact(`c${i}`, { firstLoaded: 1, corrected: 150, documentName: 'A' }),
    );
    const events = Array.from({ length: 9 }, (_, i) => event(`e${i}`, `20${10 + i}-05-24`));
    const content = composeDigest({
      ...INPUT,
      source: { facts: [...facts, ...corrected], events, topics: [] },
      unanswered: { 'off-topic': 1 },
    });
    expect(content.items.map((item) => item.section)).toEqual([
      'corrected',
      'corrected',
      'corrected',
      'new',
      'new',
      'new',
      'new',
      'on-this-day',
    ]);
    expect(content.more).toEqual({ A: 16 + 6, B: 10 });
  });

  it('numbers footnotes in the order of the text, one number for one place', () => {
    const facts = [
      fact('a', { firstLoaded: 150, footnotes: [footnote('d1', 3), footnote('d2', 1)] }),
      fact('b', { firstLoaded: 150, footnotes: [footnote('d2', 1), footnote('d1', 4)] }),
    ];
    const { items, citations } = composeDigest({ ...INPUT, source: { ...EMPTY, facts } });
    expect(items.map((item) => item.notes)).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(citations.map((c) => `${c.n} ${c.document} ${c.paragraph}`)).toEqual(['1 d1 3', '2 d2 1', '3 d1 4']);
  });
});

describe('the message of a digest', () => {
  const source = {
    ...EMPTY,
    facts: [fact('a', { firstLoaded: 150, says: 'A <!channel> & <@U9> met.' })],
    events: [event('e', '2022-05-24')],
  };
  const message = renderDigest(composeDigest({ ...INPUT, source, unanswered: { 'off-topic': 2 } }), FRAME);

  it('says everything in its text, for screen readers', () => {
    expect(message.text.split('\n')).toEqual([
      '*Digest of 24 May 2026*',
      'Covers 1 January 1970, 01:00 to 2 January 1970, 01:00 (Europe/Berlin).',
      '*New in the documents*',
      '• A &lt;!channel&gt; &amp; &lt;@U9&gt; met. [1]',
      '*On this day*',
      '• 4 years ago: Event e took place. [2]',
      '*Asked, but not in the documents*',
      '• 2 questions in this workspace found no answer: 2 about another topic.',
      'Sources:',
      '[1] PTI, 24 May 2022, paragraph 2: “words 2”',
      '[2] PTI, 24 May 2022, paragraph 1: “words 1”',
      'Set up by <@U1> · change it with /footnote digest',
    ]);
  });
  it('has a Show Sources button on every item with sources, and markup nowhere but in our own words', () => {
    const items = message.blocks.filter((block) => block.type === 'section' && 'accessory' in block);
    expect(
      items.map((block) => (block as { accessory: { action_id: string; value: string } }).accessory),
    ).toMatchObject([
      { action_id: 'digest_sources:0', value: 'fact:a' },
      { action_id: 'digest_sources:1', value: 'event:e' },
    ]);
    const marked = JSON.stringify(message.blocks).match(/"type":"mrkdwn","text":"[^"]*"/g)!;
    expect(marked.filter((text) => text.includes('<'))).toEqual([
      '"type":"mrkdwn","text":"Set up by <@U1> · change it with /footnote digest"',
    ]);
  });
  it('stays well under the limits of Slack with the fullest content', () => {
    const long = 'x'.repeat(600);
    const facts = Array.from({ length: 40 }, (_, i) =>
      fact(`n${i}`, {
        firstLoaded: i < 20 ? 150 : 1,
        corrected: 150,
        says: long,
        footnotes: [footnote('d', i + 1), footnote('e', i + 1)],
      }),
    );
    const full = renderDigest(composeDigest({ ...INPUT, source: { ...EMPTY, facts } }), FRAME);
    expect(full.text.length).toBeLessThan(4000);
    expect(full.blocks.length).toBeLessThan(25);
  });
  it('says that there is nothing new', () => {
    expect(renderDigest(composeDigest(INPUT), FRAME).text).toContain('Nothing new in the documents.');
    expect(renderDigest(composeDigest(INPUT), { ...FRAME, note: 'weekly' }).text).toContain(
      'Nothing new in the documents this week.',
    );
  });
});
