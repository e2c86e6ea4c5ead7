/** Questions in the very words of a way to ask, of others than those it was noted for: what is known of the one is not so of the other. */
import { means, type Span } from '../lookup/index.ts';
import { holdsAny } from './any-of.ts';
import type { Conflict } from './gates/index.ts';
import type { Likeness } from './own-words.ts';
import type { Profile } from './profile.ts';
import type { Taught } from './taught.ts';

/**
 * What speaks against facts that a question was not noted for, where it was noted for others in the same words; null where nothing does.
 * @param text the question
 */
export function barOthers(
  taught: Taught,
  profileOf: (row: number) => Profile,
  text: string,
): ((profile: Profile) => readonly Conflict[]) | null {
  if (taught.rows.length > 0) return null;
  const alike = taught.alike.map((row) => ({ profile: profileOf(row), likenesses: taught.likenesses(row) }));
  // What somebody did to another is not what is asked for where the names are exchanged, in whatever fact.
  if (alike.some(({ profile, likenesses }) => likenesses.some((l) => isTurnedRound(profile, l.moved))))
    return () => [{ kind: 'role', failed: text }];
  const others = alike.flatMap(({ profile, likenesses }) =>
    likenesses.map((l) => l.others.filter((s) => !holdsAny(profile.entities, entitiesOf(s)))),
  );
  // One of the facts is of those who are named.
  if (others.length === 0 || others.some((spans) => spans.length === 0)) return null;
  const named = [...new Set(others.flat())];
  return ({ entities }) =>
    named
      .filter((s) => !holdsAny(entities, entitiesOf(s)))
      .map((s) => ({ kind: means(s, 'e:') ? 'name' : 'stranger', failed: s.text }));
}

/** "did B condemn A", where a curator noted "did A condemn B": who does it in the fact, and to whom, is exchanged. */
function isTurnedRound({ frames }: Profile, moved: Likeness['moved']): boolean {
  return moved.some(([mine, theirs]) => {
    const [a, b] = [entitiesOf(mine), entitiesOf(theirs)];
    const acts = (one: readonly string[], other: readonly string[]) =>
      frames.some(
        (f) =>
          holdsAny(f.doers, one) &&
          holdsAny(f.patients, other) &&
          !holdsAny(f.patients, one) &&
          !holdsAny(f.agents, other),
      );
    return acts(a, b) || acts(b, a);
  });
}

function entitiesOf(span: Span): string[] {
  return span.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2));
}
