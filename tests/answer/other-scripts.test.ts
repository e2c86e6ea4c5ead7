import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const now = '2026-01-15';

describe('text in another script', () => {
  it.each(['مرحبا كيف حالك', 'кто подписал дорожную карту', '你好吗'])(
    '%s is not read, and not called off topic',
    (text) => {
      const { status, reason, text: said } = ask(text, { now });
      expect(status).toBe('abstained');
      expect(reason?.kind).toBe('not-understood');
      expect(said).toContain('in English');
    },
  );

  it('is told from what is off topic', () => {
    expect(ask('will it rain tomorrow, what does the weather forecast say?', { now }).reason?.kind).toBe('off-topic');
  });
});
