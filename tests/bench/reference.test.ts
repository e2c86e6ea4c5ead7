/** The choice of candidates by index loses nothing: the answers are those of a matcher that looks at every fact. */
import { expect, it } from 'vitest';
import { compareWithReference } from '../../bench/run/reference.ts';

it('answers as a matcher does that looks at every fact', () => {
  const { asked, differences } = compareWithReference({ events: 300, seed: 21, questions: 150, part: 0, parts: 1 });
  expect(asked).toBeGreaterThan(130);
  expect(differences).toEqual([]);
});
