import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clause } from '../../src/answer/index.ts';
import {
  type Asked,
  answerMessage,
  feedbackForm,
  homeView,
  packAsked,
  simpler,
  sourceLine,
  sourcesModal,
  unpackAsked,
  usageMessage,
} from '../../src/slack/views/index.ts';
import { blockProblems, viewProblems } from '../fake-slack/index.ts';
import { answerOf, cite, createFixtureAsk, createFixtureLibrary } from './support/engine.ts';

const ask = createFixtureAsk();
const now = '2026-01-02';
const show = (question: string, audience: 'private' | 'open' | 'modal' = 'private') =>
  answerMessage(ask(question, { now }), { audience, now, thread: null });

describe('an answer', () => {
  test('has the asked thing first, then its context, its sources, how it was understood, and what comes next', () => {
    const { blocks, text } = show('who flew the patrol?');
    expect(blocks.map((b) => b.type)).toEqual([
      'rich_text',
      'context',
      'context',
      'actions',
      'context',
      'actions',
      'context_actions',
    ]);
    expect(text.split('\n')).toEqual([
      'China and Russia flew the patrol. [1] It went over the Sea of Japan. [2]',
      'Sources:',
      '[1] PTI, 24 May 2022, paragraph 4: “fragment 1”',
      '[2] PTI, 24 May 2022, paragraph 5: “fragment 2”',
      'Understood as: who · patrol',
    ]);
  });

  test('marks in words what is inferred and who said it', () => {
    expect(show('when was the patrol?').text).toContain('On 24 May 2022. (inferred) [1]');
    expect(show('what did Kishi say?').text).toContain('Japan has “grave concerns”. (according to Nobuo Kishi) [1]');
  });

  test('does not say twice what the clause says itself', () => {
    const clauses: Clause[] = [{ text: 'Kishi said so (inferred: by a rule).', notes: [1], role: 'lead' }];
    const answer = answerOf('q', clauses, {
      provenance: { 1: { speaker: 'Nobuo Kishi', basis: 'inferred', rule: 'x' } },
    });
    expect(answerMessage(answer, { audience: 'open', now, thread: null }).text).toContain(
      'Kishi said so (inferred: by a rule). [1]',
    );
  });

  test('shows differing accounts as rows', () => {
    const { blocks, text } = show('how many bombers?');
    expect(blocks[0]).toMatchObject({
      elements: [{ type: 'rich_text_section' }, { type: 'rich_text_list', elements: [{}, {}] }],
    });
    expect(text).toContain('\n• Two Chinese bombers, says Kishi. [1]\n• Four, says Moscow. [2]\n');
  });

  test('that is too long loses whole rows from its end, never a source of what is shown', () => {
    const { blocks, text } = show('list everything');
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(blockProblems(blocks, 'message')).toEqual([]);
    const shown = [...text.matchAll(/• Event \d+ .*?\[(\d+)\]/g)].map((m) => m[1]);
    expect(shown.length).toBeGreaterThan(20);
    for (const n of shown) expect(text).toContain(`\n[${n}] PTI`);
    expect(text).toContain(`${200 - shown.length} more lines were left out here`);
  });

  test('shows all sources in its blocks, also when they fill more than one', () => {
    const lines = Array.from({ length: 25 }, (_, i): Clause => ({ text: `Event ${i}.`, notes: [i + 1], role: 'line' }));
    const citations = lines.map((_, i) =>
      cite(i + 1, { quote: `a fragment of some length that stands for number ${i + 1}` }),
    );
    const { blocks } = answerMessage(answerOf('q', lines, { citations }), { audience: 'open', now, thread: null });
    const small = JSON.stringify(blocks.filter((b) => b.type === 'context'));
    expect(blocks.filter((b) => b.type === 'context').length).toBeGreaterThan(2);
    for (const { n } of citations) expect(small).toContain(`[${n}] PTI`);
  });

  test('never loses what was asked for, wherever it stands', () => {
    const row: Clause = { text: 'A row. '.repeat(20), notes: [1], role: 'line' };
    const asked: Clause = { text: 'In all, forty.', notes: [2], role: 'lead' };
    const { text } = answerMessage(answerOf('q', [...Array<Clause>(60).fill(row), asked]), {
      audience: 'open',
      now,
      thread: null,
    });
    expect(text).toContain('In all, forty. [2]');
    expect(text.length).toBeLessThan(4000);
  });

  test('pings nobody, whatever the question and the store say', () => {
    const message = answerMessage(ask('hostile <!here> <@U2>', { now }), {
      audience: 'open',
      now,
      thread: null,
      by: { user: 'U1', verb: 'asked' },
    });
    expect(message.text).not.toMatch(/<[!#]/);
    expect(message.text.match(/<@/g)).toEqual(['<@']);
    expect(message.text).toContain('&lt;!channel&gt; &amp; &lt;@U1&gt;');
    const strings = JSON.stringify(message.blocks);
    expect(strings).not.toContain('mrkdwn');
    const shown = simpler(message).blocks.flatMap((b) => (b.type === 'section' && b.text ? [b.text.text] : []));
    expect(shown.join('\n')).not.toMatch(/<[!#]|<@U2/);
  });

  test('in a modal has no controls', () => {
    expect(
      viewProblems({
        type: 'modal',
        title: { type: 'plain_text', text: 'Answer' },
        blocks: show('who flew the patrol?', 'modal').blocks,
      }),
    ).toEqual([]);
  });

  test('is, in its simpler form, still within the limits and whole', () => {
    const message = show('list everything');
    const plain = simpler(message);
    expect(blockProblems(plain.blocks, 'message')).toEqual([]);
    expect(
      plain.blocks.flatMap((b) => ('text' in b && b.text ? [(b.text as { text: string }).text] : [])).join('\n'),
    ).toBe(message.text);
  });
});

const clause = fc.record({
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3000 }).filter((t) => t.trim() !== ''),
  notes: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
  role: fc.constantFrom('lead', 'line', 'context', 'remark'),
}) as fc.Arbitrary<Clause>;

test('any answer is within the limits and cites all that it shows', () => {
  fc.assert(
    fc.property(
      fc.array(clause, { minLength: 1, maxLength: 60 }),
      fc.string({ minLength: 1, maxLength: 600 }),
      fc.constantFrom('answered', 'abstained'),
      (clauses, question, status) => {
        const answer = answerOf(question, clauses, {
          status: status as 'answered',
          suggestions: [question, 'x'.repeat(500), '', 'Why?'],
          citations: Array.from({ length: 60 }, (_, i) => cite(i + 1)),
        });
        const message = answerMessage(answer, { audience: 'private', now, thread: null });
        expect(blockProblems(message.blocks, 'message')).toEqual([]);
        expect(blockProblems(simpler(message).blocks, 'message')).toEqual([]);
        expect(message.text.length).toBeLessThan(40_000);
        const sources = JSON.stringify(message.blocks);
        const rich = JSON.stringify(message.blocks.filter((b) => b.type === 'rich_text'));
        for (const [, n] of rich.matchAll(/"text":" (?:\[\d+\])*\[(\d+)\](?:\[\d+\])*"\}/g))
          expect(sources).toContain(`[${n}] PTI`);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

describe('what a button carries', () => {
  const thread = { facts: ['f'], entities: ['e'], events: [], asked: 'who', concepts: ['p:x'], date: null };
  const asked: Asked = { question: 'who?', now, store: 'abcdef012345', thread };

  test('comes back as it was', () => expect(unpackAsked(packAsked(asked))).toEqual(asked));

  test('is made small when it is long, and then loses its thread before its question', () => {
    const long = { ...asked, thread: { ...thread, facts: Array.from({ length: 200 }, (_, i) => `fact-number-${i}`) } };
    expect(packAsked(long)!.length).toBeLessThan(2000);
    expect(unpackAsked(packAsked(long))).toEqual(long);
    const noise = Array.from({ length: 400 }, (_, i) => ((i * 2654435761) % 4294967296).toString(36));
    expect(unpackAsked(packAsked({ ...asked, thread: { ...thread, facts: noise } }))).toEqual({
      ...asked,
      thread: null,
    });
  });

  test.each([
    '',
    'x',
    '~',
    '~AAAA',
    '{}',
    '[1]',
    '[2,"q","2026-01-02","s",null]',
    '[1,"","2026-01-02","s",null]',
    '[1,"q","yesterday","s",null]',
    '[1,"q","2026-01-02","s",{"facts":1}]',
    `[1,"${'q'.repeat(3000)}","2026-01-02","s",null]`,
  ])('from outside is not believed: %s', (value) => {
    expect(unpackAsked(value)).toBeUndefined();
  });

  test('any question survives, or there is no button', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 900 }), (question) => {
        const packed = packAsked({ ...asked, question });
        if (packed !== undefined) expect(unpackAsked(packed)?.question).toBe(question);
      }),
      { numRuns: 40 },
    );
  });
});

test('the line of a source reads as the issue has it', () => {
  expect(sourceLine(cite(1, { paragraph: 5, quote: 'grave concerns' }))).toBe(
    '[1] PTI, 24 May 2022, paragraph 5: “grave concerns”',
  );
  expect(sourceLine(cite(2, { publisher: null, published: null, title: 'A title' }))).toBe(
    '[2] A title, report on 24 May 2022, paragraph 5: “fragment 2”',
  );
  expect(sourceLine(cite(2, { publisher: null, published: '2021-11' }))).toBe(
    '[2] report.txt, November 2021, paragraph 5: “fragment 2”',
  );
  // Of several days, in whatever way EDTF has them, none is claimed as the day of publication.
  expect(sourceLine(cite(2, { published: null, covers: '2021-10/2021-11-24' }))).toBe(
    '[2] PTI, report on October 2021 to 24 November 2021, paragraph 5: “fragment 2”',
  );
});

test('the modal of sources holds a long passage around its fragment, and a hundred footnotes', () => {
  const answer = ask('list everything', { now });
  const passage = `${'before '.repeat(900)}fragment 1${' after'.repeat(900)}`;
  const modal = sourcesModal(answer, new Map([[1, passage]]));
  expect(viewProblems(modal as never)).toEqual([]);
  expect(JSON.stringify(modal)).toContain('{"type":"text","text":"fragment 1","style":{"bold":true}}');
  expect(JSON.stringify(modal.blocks[1]).length).toBeLessThan(3500);
});

test('forms, Home tab and usage are within the limits', () => {
  expect(viewProblems(feedbackForm('x', false) as never)).toEqual([]);
  expect(viewProblems(homeView(createFixtureLibrary(), now) as never)).toEqual([]);
  expect(blockProblems(usageMessage(['a?'], { ok: true }).blocks, 'message')).toEqual([]);
});

test('usage and the command hints of the manifest name the same words', () => {
  const hint = /usage_hint: (help .*)/.exec(readFileSync('manifest.yml', 'utf8'))![1]!;
  for (const word of hint.split(' | ')) expect(usageMessage([], { ok: true }).text).toContain(`/footnote ${word}`);
});
