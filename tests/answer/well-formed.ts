/** What every answer must be, whatever was asked. */
import type { Answer } from '../../src/answer/index.ts';

/** What is wrong with the form of an answer; empty when it is well formed. */
export function faultsOf(answer: Answer, question: string): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  // Marks are read off the clauses' ends: a text of the store may itself hold brackets.
  const marked = new Set(answer.clauses.flatMap((c) => c.notes));
  const cited = new Set(answer.citations.map((c) => c.n));
  must(answer.question === question, 'the question is not the one asked');
  must(['answered', 'clarify', 'abstained'].includes(answer.status), `status ${answer.status}`);
  must(answer.text.trim() !== '', 'the text is empty');
  for (const n of marked) must(cited.has(n), `[${n}] has no citation`);
  for (const n of cited) must(marked.has(n) && answer.text.includes(`[${n}]`), `citation ${n} is not in the text`);
  for (const n of cited) must(answer.provenance[n] !== undefined, `citation ${n} has no provenance`);
  must(
    answer.citations.every((c, i) => c.n === i + 1),
    'the citations are not numbered in order',
  );
  must(
    answer.citations.every((c) => c.quote !== '' && c.paragraph > 0),
    'a citation without place',
  );
  must(answer.nearest.length <= 3, 'more than three nearest');
  must(answer.suggestions.length <= 3, 'more than three suggestions');
  must(
    answer.nearest.every((n) => n.text !== '' && n.citations.length > 0),
    'a nearest fact without citation',
  );
  must(
    (answer.reason !== null) === (answer.status === 'abstained'),
    `reason ${answer.reason?.kind} with status ${answer.status}`,
  );
  must(answer.reason?.kind !== 'off-topic' || answer.nearest.length === 0, 'nearest facts for an off-topic question');
  must(
    answer.status !== 'answered' || answer.reading === '' || answer.citations.length > 0,
    'an answer without citation',
  );
  must(
    JSON.stringify(JSON.parse(JSON.stringify(answer.thread))) === JSON.stringify(answer.thread),
    'the thread is not JSON',
  );
  return faults;
}
