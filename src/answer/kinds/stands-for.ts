/** "what does the PLA stand for?": an abbreviation whose letters begin the words of the name that the documents give. */
import { wordClass } from '../../facts/index.ts';
import type { Kind } from '../task.ts';

export const standsFor: Kind = ({ store, question, index, composer }) => {
  const asking = wordClass(store, 'stands-for');
  const [name, ...others] = question.names;
  if (!name || others.length > 0 || question.asked.form === 'yes-no') return undefined;
  if (!question.content.some((s) => s.meanings.some((m) => asking.has(m)))) return undefined;
  const [entity, ...more] = name.entities.flatMap((id) => store.entities.get(id) ?? []);
  if (!entity?.evidence?.length || more.length > 0 || !abbreviates(name.span.text, entity.name)) return undefined;
  const [told] = index.about(entity.id);
  return {
    clauses: [
      composer.cited(`${name.span.text.toUpperCase()} stands for ${entity.name}`, entity.evidence, 'lead'),
      ...(told ? [composer.says(told.fact, 'context')] : []),
    ],
    facts: told ? [told] : [],
  };
};

/** Whether the letters are those with which the words of a name begin; articles have none. */
function abbreviates(letters: string, name: string): boolean {
  const initials = name.split(/[\s-]+/u).flatMap((word) => /^\p{Lu}/u.exec(word)?.[0] ?? []);
  const bare = letters.replace(/\P{L}/gu, '').toUpperCase();
  return initials.length > 1 && initials.join('') === bare;
}
