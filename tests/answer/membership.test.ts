/** Who is a member of a group, where a fact counts and names them all; and claims put up for a yes or a no. Over the shipped seeds. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const { ask: askAny } = createEngine(loadStore(join(import.meta.dirname, '..', '..', 'seeds')));
const ask = (question: string) => askAny(question, { now: '2026-01-15' });

describe('membership of a group', () => {
  it.each([
    'Is Russia in the Quad?',
    'Does South Korea belong to the Quad?',
    'Is South Korea one of the Quad members?',
  ])('no: %s', (question) => expect(ask(question).text).toMatch(/^No\. The Quad consists of four countries/));
  it.each(['Is Japan in the Quad?', 'Does India belong to the Quad?'])('yes: %s', (question) =>
    expect(ask(question).text).toMatch(/^Yes\./),
  );
  it('says nothing of what else is done', () => expect(ask('Did Russia condemn the Quad?').status).toBe('abstained'));
});

describe('a claim that is put up', () => {
  it.each([
    ['Claim: Japan voiced grave concerns about the joint flights.', /^Yes\./],
    ['Fact check: Japan voiced grave concerns about the joint flights.', /^Yes\./],
    ['Verify: the roadmap was signed on a Tuesday.', /^Yes\./],
    ['Statement: the USS Milius is a frigate.', /^No\./],
    ['Did Wang say cooperation won’t be affected by others?', /^Yes\./],
    ['Did Wang say cooperation will be affected by others?', /^No\./],
    ['Did US sorties fall compared to last year?', /^No\./],
    ['Did more planes fly in May 2022 than in November 2021?', /^The same number: four in each\./],
  ])('%s', (question, holds) => expect(ask(question).text).toMatch(holds));
});
