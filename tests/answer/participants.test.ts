/** Who took part in an event of which no single fact says so, asked of the real engine over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string, ...context: string[]) => askAny(question, { now: '2026-01-15', context });

describe('who took part in an event', () => {
  it.each([
    ['who were the participants of the transit', /^The USS Milius \(made the passage\), the US Navy/],
    ['Who took part in the Russian offensive?', /^Russia \(attacker\) and Ukraine \(target\)\./],
    ['Who were the participants of the Russia-China roadmap?', /^Russia, China, Sergei Shoigu and Wei Fenghe\./],
  ])('%s', (question, says) => {
    const { text, citations } = ask(question);
    expect(text).toMatch(says);
    expect(citations.length).toBeGreaterThan(0);
  });

  it('is asked after the event was spoken of', () => {
    expect(ask('And who took part?', 'when was the Crimea annexation?').text).toMatch(/^Russia \(annexed\)/);
  });

  it('says nothing of those who took part in what is said of it besides', () => {
    expect(ask('Who took part in the transit of the strait by France?').status).toBe('abstained');
    expect(ask('Who took part in the transit in 2019?').status).toBe('abstained');
  });
});
