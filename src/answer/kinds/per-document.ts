/** "which agencies are credited across both documents?", "doc 000 against doc 002": the same question, asked of each document. */
import type { Kind } from '../task.ts';

/** A document whose best fact explains less of the question than this has no answer of its own. */
const ENOUGH = 0.6;

/** Lines from one document that answer about equally well. */
const CLOSE = 2.5;

/** At most this many lines of one document. */
const MOST = 3;

/** A question over more documents than this has no answer that anybody would read. */
const DOCUMENTS = 10;

export const perDocument: Kind = (task) => {
  const { question, store, composer } = task;
  const named =
    question.documents.length > 1 ? question.documents : question.allDocuments ? [...store.documents.keys()] : [];
  if (named.length < 2 || named.length > DOCUMENTS) return undefined;
  // "how many planes in each report": one number of each.
  const ofOne =
    question.asked.form === 'how-many' || question.asked.wants.some((w) => w === 'person' || w === 'country');
  const several = question.asked.form === 'list' || (question.allDocuments && !ofOne);
  const chosen = named.map((document) => {
    const { clean } = task.matching({ documents: [document] });
    const best = clean.first;
    if (!best || best.evidence.coverage < ENOUGH || best.evidence.fits === false) return [];
    return clean
      .where((c) => c === best || (several && best.score - c.score < CLOSE && c.evidence.fits !== false))
      .slice(0, MOST);
  });
  if (chosen.some((list) => list.length === 0)) return undefined;
  const facts = chosen.flat().map((c) => c.profile);
  return { clauses: facts.map((p) => composer.says(p.fact, 'line')), facts };
};
