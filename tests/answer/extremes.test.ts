/** Stores that no curator would write: what is said of them stays short, and says how much is left out. */
import { expect, it } from 'vitest';
import { EXTREMES } from '../../bench/store/extremes.ts';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const base = loadStore('seeds');
const now = { now: '2026-01-15' };

it('a day of hundreds of events is shown in part, with a way to ask for less', () => {
  const { ask } = createEngine(EXTREMES.day(base, 300).store);
  const answer = ask('what happened on 3 March 2011?', now);
  expect(answer.text).toMatch(/^Showing six of 300: name a day, a place or who took part to see fewer\./u);
  expect(answer.clauses).toHaveLength(7);
});

it('a question that matches everything shows some of it', () => {
  const { ask } = createEngine(EXTREMES.everything(base, 300).store);
  expect(ask('what happened?', now).text).toMatch(/^Showing six of 300: name a day/u);
});

it('of an event with thousands of participants, some are named', () => {
  const { ask } = createEngine(EXTREMES.crowd(base, 1200).store);
  const answer = ask('who took part in the Grand Assembly?', now);
  expect(answer.status).toBe('answered');
  expect(answer.text).toContain('showing 20 of 1200');
  expect(answer.thread.entities.length).toBeLessThanOrEqual(100);
});

it('a name that hundreds of entities have is no reason to list them', () => {
  const { ask } = createEngine(EXTREMES.alias(base, 400).store);
  const answer = ask('what did Quorvexi say?', now);
  expect(answer.nearest.length).toBeLessThanOrEqual(3);
  expect(answer.thread.entities.length).toBeLessThanOrEqual(100);
});
