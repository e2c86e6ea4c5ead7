/** Replies, very words and remarks of those who said nothing: what nobody gave is not made of what somebody else said. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore('seeds'));
const now = '2026-01-15';

describe('what nobody said', () => {
  it.each<[string, string[]]>([
    ['What reply did they send back?', ['How did Japan take up the flights with China and Russia?']],
    ['How did Beijing answer that protest?', ['Who raised grave concerns about the sorties?']],
    ['What answered Russia to Japan after the complaint?', []],
    ['Moscow gave Tokyo what reply to the protest?', []],
    ['Quote the exact words Russia used about the transit.', []],
    ['What has remarked Modi about the bombers?', []],
    ['Did Biden say anything about the bombers?', []],
    ['What did Taiwan say of the transit?', []],
    ['Taiwan: what did the authorities there say about the ship?', []],
    ['Did India’s prime minister remark on the flights?', []],
    ['Which South Korean minister raised the alarm?', []],
    ['Were the bombers Tu-95s or H-6s?', []],
  ])('is refused: %s', (question, context) => {
    expect(ask(question, { now, ...(context.length > 0 && { context }) }).status).toBe('abstained');
  });
});

describe('who tells, and to whom it is done', () => {
  it.each([
    ['What did Wang call the two countries to each other?', 'neighbours'],
    ['How many sorties did Shoigu report?', '30'],
    ['Which country gives Moscow firm support?', 'China'],
    ['After which meeting did Washington stress diplomacy?', 'virtual meeting'],
    ['What danger does China face from US bombers in Shoigu’s words?', 'threat'],
    ['Who represented India in Tokyo?', 'Modi'],
    ['Name and type of the US ship in the strait?', 'destroyer'],
    ['us ship in the taiwan strait, name', 'Milius'],
  ])('%s', (question, held) => expect(ask(question, { now }).text).toContain(held));
});
