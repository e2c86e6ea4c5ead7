/** What a person sees: colours only on a screen, and no control characters. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';
import { runAsk } from '../../src/terminal/index.ts';
import { memoryTerminal } from '../support/terminal.ts';
import { tinyStore } from '../support/tiny-store.ts';

const ESCAPE = '\u001b[';
let engine: Engine;
beforeAll(() => {
  const store = tinyStore();
  engine = createEngine(loadStore(store.seeds));
  store.remove();
});

async function shown(question: string, given: Parameters<typeof memoryTerminal>[0] = {}): Promise<string> {
  const terminal = memoryTerminal({ ...given, args: [question] });
  await runAsk(terminal, () => engine);
  return terminal.written();
}

describe('colours', () => {
  it('are on a terminal', async () => expect(await shown('who is on strike?', { isTTY: true })).toContain(ESCAPE));

  it.each([
    ['when the output is no terminal', { isTTY: false }],
    ['with NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }],
    ['when the output is no terminal, even with FORCE_COLOR', { isTTY: false, env: { FORCE_COLOR: '1' } }],
  ])('are off %s', async (_, given) => expect(await shown('who is on strike?', given)).not.toContain(ESCAPE));

  it('are on when NO_COLOR is empty, as no-color.org says', async () =>
    expect(await shown('who is on strike?', { isTTY: true, env: { NO_COLOR: '' } })).toContain(ESCAPE));
});

describe('control characters in a question', () => {
  it.each(['\u001b[31mwho is on strike?', 'who is\u0007 \u0000on strike?', '\u202ewho is on strike?', 'say \u009b2J'])(
    'do not reach the terminal: %j',
    async (question) => expect(await shown(question)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u),
  );
});
