/** Answers JSON lines with JSON lines, in order; a broken line reports its error and the others are answered. */
import { z } from 'zod';
import { type Ask, toContract } from '../answer/index.ts';
import { jsonLine } from './json-line.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  context: z.array(z.string()).optional(),
  now: z.iso.date().optional(),
});

/** One printed line for a line that could not be read. */
export interface BatchError {
  readonly id: string | null;
  readonly line: number;
  readonly error: string;
}

/**
 * Answers one line of a batch.
 * @param now today, for lines that name no day of their own (ISO date)
 * @param clock milliseconds, for `took_ms`
 * @returns the JSON text to print
 */
export function answerLine(text: string, number: number, ask: Ask, now: string, clock: () => number): string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return error(null, number, 'This line is not JSON. Write {"id": "1", "question": "…"} on one line.');
  }
  const parsed = lineSchema.safeParse(raw);
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? String((raw as { id: unknown }).id) : null;
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return error(
      id,
      number,
      `${issue.path.join('.') || 'The line'}: ${issue.message}. A line needs a "question" of text; "context" is a list of texts, "now" an ISO date.`,
    );
  }
  const started = clock();
  const answer = ask(parsed.data.question, {
    now: parsed.data.now ?? now,
    ...(parsed.data.context && { context: parsed.data.context }),
  });
  return jsonLine(toContract(answer, id, clock() - started));
}

function error(id: string | null, line: number, message: string): string {
  return jsonLine({ id, line, error: message } satisfies BatchError);
}
