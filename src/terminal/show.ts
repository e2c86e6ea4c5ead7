/** Shows an answer to a person: the text, its sources, the reading in small. */
import pc from 'picocolors';
import type { Answer, Citation } from '../answer/index.ts';

/** How text is coloured; plain when colours are off. */
export type Paint = ReturnType<typeof pc.createColors>;

/** Colours for a stream: only on a terminal, never with NO_COLOR. */
export function paintFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  return pc.createColors(isTerminal && !env.NO_COLOR);
}

/** Control characters must not reach a terminal, whoever wrote them. */
export function safe(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (c) => (c === '\n' ? c : ''));
}

/** One source as a line: "[1] PTI, 24 May 2022, paragraph 5: “…”". */
export function sayCitation(c: Citation): string {
  const name = c.publisher ?? c.title ?? c.document;
  return `[${c.n}] ${name}, ${c.published ?? c.document}, paragraph ${c.paragraph}: “${c.quote}”`;
}

/** The whole answer as lines for a terminal. */
export function showAnswer(answer: Answer, paint: Paint): string {
  const lines = [answer.status === 'answered' ? safe(answer.text) : paint.yellow(safe(answer.text))];
  if (answer.citations.length > 0) lines.push('', ...answer.citations.map((c) => paint.dim(safe(sayCitation(c)))));
  if (answer.suggestions.length > 0 && answer.status !== 'answered')
    lines.push('', 'You can ask:', ...answer.suggestions.map((s) => `  ${safe(s)}`));
  if (answer.reading) lines.push('', paint.dim(`Read as: ${safe(answer.reading)}`));
  return lines.join('\n');
}
