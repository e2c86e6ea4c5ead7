/** `npm start` on a terminal without Slack tokens: a conversation that keeps its context. */
import { createInterface } from 'node:readline';
import type { Engine, ThreadContext } from '../answer/index.ts';
import type { Terminal } from './ask-command.ts';
import { paintFor, safe, showAnswer } from './show.ts';

/** What the conversation prints on `help`. */
export const HELP = `Ask about the events in the documents, for example: who attended the summit?
Follow-ups keep the thread: "and where?", "who said so?".
  sources   the documents the answers come from
  new       forget the thread so far
  history   the questions of this conversation (arrow keys bring them back)
  help      this text
  Ctrl-D    leave`;

/**
 * Runs the conversation until the input ends.
 * @param today gives today as an ISO date
 */
export async function converse(terminal: Terminal, engine: Engine, today: () => string): Promise<void> {
  const paint = paintFor(terminal.output.isTTY === true, terminal.env);
  const say = (text: string) => terminal.output.write(`${text}\n`);
  const lines = createInterface({
    input: terminal.input,
    output: terminal.output,
    terminal: terminal.output.isTTY === true,
    prompt: paint.bold('? '),
    historySize: 200,
    removeHistoryDuplicates: true,
  });
  const asked: string[] = [];
  let thread: ThreadContext | undefined;
  say(
    `Footnote: ${engine.store.facts.length} facts of ${engine.store.documents.size} documents. Type a question, "help", or Ctrl-D to leave.`,
  );
  lines.prompt();
  for await (const line of lines) {
    const text = line.trim();
    const command = text.toLowerCase();
    if (command === 'help') say(HELP);
    else if (command === 'sources')
      for (const d of engine.store.documents.values())
        say(
          `${d.id}: ${safe(d.title ?? d.publisher ?? d.file)} (${d.published ?? 'undated'}, ${d.paragraphs} paragraphs)`,
        );
    else if (command === 'history')
      say(asked.length > 0 ? asked.map((q, i) => `${i + 1}. ${safe(q)}`).join('\n') : 'Nothing asked yet.');
    else if (command === 'new') {
      thread = undefined;
      say('The thread is forgotten.');
    } else if (text !== '') {
      const answer = engine.ask(text, thread ? { now: today(), thread } : { now: today() });
      if (answer.thread.facts.length > 0) thread = answer.thread;
      asked.push(text);
      say(showAnswer(answer, paint));
    }
    lines.prompt();
  }
  say('');
}
