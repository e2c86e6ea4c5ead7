/** "who is Shi Yi?", "Tass?", "what is the Quad?": an entity and nothing else is asked about. */
import type { Wanted } from '../../question/index.ts';
import type { Kind } from '../task.ts';

/** What is asked for with these is a value of a fact. */
const VALUES: ReadonlySet<Wanted> = new Set(['date', 'number', 'reason']);

/** Of what is told of something by others, so many facts are kept for what is asked next. */
const KEPT = 3;

/** … of so many that name it. */
const LOOKED_AT = 200;

export const define: Kind = ({ store, index, question, composer, thread }) => {
  const [name, ...others] = question.names;
  // "and Russia?" asks the thread's question again, of another.
  if (thread?.facts.length && question.asked.form === 'any') return undefined;
  if (question.speechVerb || question.speakers.length > 0 || question.pronouns.includes('person')) return undefined;
  if (!name || others.length > 0 || question.dates.length > 0) return undefined;
  // "the chief of NAME" is somebody else.
  if (question.headed?.name) return undefined;
  // "on what day did NAME speak" asks for a value, not for who that is.
  if (question.asked.wants.some((w) => VALUES.has(w))) return undefined;
  const rest = question.spans.filter(
    (s) =>
      s !== name.span &&
      !question.guesses.has(s) &&
      !(question.softContrasts.has(s) && s.end === s.start + 1) &&
      ((s.meanings.length === 0 && !/^\d/u.test(s.text)) || !s.meanings.every((m) => m === 'l' || m.startsWith('a:'))),
  );
  if (rest.some((s) => !s.meanings.includes('l') || s.meanings.some((m) => /^[npsf]:/u.test(m)))) return undefined;
  if (!['who', 'what', 'define', 'any', 'which'].includes(question.asked.form)) return undefined;
  const entity = store.entities.get(name.entities[0]!);
  if (!entity?.gist || !entity.evidence?.length) return undefined;
  const about = index.about(entity.id);
  const clauses = [composer.cited(entity.gist, entity.evidence, 'lead')];
  for (const p of about.slice(0, 3))
    if (!entity.gist.includes(p.fact.says)) clauses.push(composer.says(p.fact, 'context'));
  // What nothing is told of but what it took part in is spoken of by the facts of that.
  const tookPart = (of: string) => store.events.get(of)?.participants?.some((v) => v.entity === entity.id) ?? false;
  const facts = about.length > 0 ? about : index.postings(`e:${entity.id}`, LOOKED_AT).filter((p) => tookPart(p.of));
  return { clauses, facts: facts.slice(0, Math.max(about.length, KEPT)) };
};
