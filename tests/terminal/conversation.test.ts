/** A conversation on a terminal, over streams in memory. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createEngine, type Engine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';
import { converse } from '../../src/terminal/index.ts';
import { memoryTerminal } from '../support/terminal.ts';

vi.setConfig({ hookTimeout: 120_000 });
let engine: Engine;
beforeAll(() => {
  engine = createEngine(loadStore(new URL('../../seeds', import.meta.url).pathname));
});

/** Types lines, ends the input (Ctrl-D), and gives what was printed after each prompt; the first part is the greeting. */
async function typed(...lines: readonly string[]): Promise<string[]> {
  const terminal = memoryTerminal();
  const ended = converse(terminal, engine, () => '2026-01-15');
  terminal.input.end(lines.map((l) => `${l}\n`).join(''));
  await ended;
  return terminal.written().split(/^\? /mu);
}

describe('a conversation', () => {
  it('greets with what it knows and how to leave', async () => {
    const [greeting] = await typed();
    expect(greeting).toMatch(/^Footnote: \d+ facts of 2 documents\. Type a question, "help", or Ctrl-D to leave\.\n$/u);
  });

  it('leaves at the end of the input, with a line of its own', async () => {
    const parts = await typed('help');
    expect(parts.at(-1)).toBe('\n');
  });

  it('explains itself', async () => {
    const [, help] = await typed('help');
    for (const command of ['sources', 'new', 'history', 'help', 'Ctrl-D'])
      expect(help).toMatch(new RegExp(`^ {2}${command} `, 'mu'));
  });

  it('names its sources', async () => {
    const [, sources] = await typed('sources');
    expect(sources!.trim().split('\n')).toEqual([
      'pti-2022-05-24: PTI (undated, 17 paragraphs)',
      expect.stringMatching(/^roadmap-2021-11-24: .* \(2021-11-24, \d+ paragraphs\)$/u),
    ]);
  });

  it('answers with footnotes', async () => {
    const [, answer] = await typed('who attended the Quad summit?');
    expect(answer).toContain('Narendra Modi');
    expect(answer).toMatch(/^\[1\] PTI, pti-2022-05-24, paragraph \d+: “/mu);
  });

  it('keeps the thread for a follow-up, also past a command', async () => {
    const parts = await typed('who patrolled with whom on the Quad summit day?', 'history', 'and where?');
    expect(parts[3]).toContain('East China Sea');
    expect(parts[3]).toMatch(/^\[1\] PTI/mu);
  });

  it('has another answer to the same words in another thread', async () => {
    const parts = await typed('who attended the Quad summit?', 'and where?');
    expect(parts[2]).toContain('Tokyo');
    expect(parts[2]).not.toContain('East China Sea');
  });

  it('forgets the thread on request', async () => {
    const [, , forgot, alone] = await typed('who attended the Quad summit?', 'new', 'and where?');
    expect(forgot).toBe('The thread is forgotten.\n');
    const [, never] = await typed('and where?');
    expect(alone).toBe(never);
  });

  it('lists what was asked, commands and blank lines left out', async () => {
    const parts = await typed('history', 'who signed the roadmap?', '', '   ', 'HELP', 'and when?', 'history');
    expect(parts[1]).toBe('Nothing asked yet.\n');
    expect(parts.at(-2)).toBe('1. who signed the roadmap?\n2. and when?\n');
  });

  it('prints no control characters that were typed', async () => {
    const parts = await typed('who\u001b[31m signed \u0007the roadmap?', 'history');
    expect(parts.join('')).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});
