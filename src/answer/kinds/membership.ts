/** "is NAME in the group?", "is NAME one of its members?": a list that names all members says of every other that it is none. */
import type { Store } from '../../facts/index.ts';
import { keysOf, type Profile } from '../../matching/index.ts';
import type { Kind, Task } from '../task.ts';
import { NO } from '../wording.ts';

export const membership: Kind = (task) => {
  const { question, store, composer } = task;
  if (question.asked.form !== 'yes-no' || question.names.length !== 2 || question.dates.length > 0) return undefined;
  const [group, other] = [...question.names].sort((a, b) => rankOf(store, a.entities) - rankOf(store, b.entities));
  if (rankOf(store, group!.entities) > 0 || rankOf(store, other!.entities) === 0) return undefined;
  const list = listOf(task, group!.entities);
  const members = list?.fact.who?.flatMap((v) => v.entity ?? []) ?? [];
  const kinds = new Set(members.map((id) => store.entities.get(id)?.kind));
  if (!list || other!.entities.some((id) => members.includes(id) || !kinds.has(store.entities.get(id)?.kind)))
    return undefined;
  // Nothing else is said of the two than what the list speaks of.
  const names = new Set([group!.span, other!.span]);
  const rest = question.content.filter((s) => !names.has(s) && !s.meanings.includes('l'));
  if (!rest.every((s) => keysOf(s).some((key) => list.concepts.has(key)))) return undefined;
  return { clauses: [composer.remark(NO), composer.says(list.fact, 'lead')], facts: [list] };
};

/** A group comes before anything else. */
function rankOf(store: Store, ids: readonly string[]): number {
  return ids.some((id) => store.entities.get(id)?.kind === 'group') ? 0 : 1;
}

/** The fact about a group that counts its members and names as many. */
function listOf({ index }: Task, group: readonly string[]): Profile | undefined {
  return group
    .flatMap((id) => index.about(id))
    .find(({ fact }) => {
      const counts = (fact.number ?? []).flatMap((v) => v.number ?? []);
      return fact.who !== undefined && fact.who.length > 1 && counts.includes(fact.who.length);
    });
}
