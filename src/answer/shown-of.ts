/** Says that a list holds only a part of what there is, and how to ask for less. */
import type { Clause } from './answer.ts';
import type { Composer } from './compose.ts';
import { sayShownOf } from './wording.ts';

/** The remark over a list; none when the list is whole. */
export function shownOf(composer: Composer, shown: number, total: number): Clause[] {
  return total > shown ? [composer.remark(sayShownOf(shown, total))] : [];
}
