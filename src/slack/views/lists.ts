/** Timeline, profile, list of documents, and usage: what `/footnote` shows. */
import type { CitedList, DocumentLine, ReloadState } from '../library.ts';
import { clauseBlocks, clauseLine } from './clauses.ts';
import { escapeText } from './escape.ts';
import { shownOf } from './fit.ts';
import { LIMITS, plain, type Rendered, richText, run, section, smallPrint } from './message.ts';
import { sayDay, sourceLine } from './sources-line.ts';

/** A list of cited lines with its footnotes. */
export function citedListMessage(list: CitedList): Rendered {
  const shown = shownOf(list, LIMITS.text);
  const rows = shown.clauses.map((c) =>
    c.role === 'lead' || c.role === 'remark' ? c : { ...c, role: 'line' as const },
  );
  const left = shown.left > 0 ? [`${shown.left} more are left out here; ask for one of them.`] : [];
  const sources = shown.citations.map(sourceLine);
  return {
    text: [
      list.title,
      ...rows.map((c) => clauseLine(c, {})),
      ...left,
      ...(sources.length > 0 ? ['Sources:', ...sources] : []),
    ]
      .map(escapeText)
      .join('\n'),
    blocks: [
      { type: 'header', text: plain(list.title, 150) },
      ...clauseBlocks(rows, {}),
      ...smallPrint(left),
      ...smallPrint(sources),
    ],
  };
}

/** How a document reads in a list. */
function documentLine(d: DocumentLine): string {
  const title = d.title ? `“${d.title}”` : 'without a title';
  return `${d.publisher ?? 'publisher not named'}, ${d.published ? sayDay(d.published) : 'no date'}: ${title} (${d.paragraphs} paragraphs, ${d.id})`;
}

/** What the answers stand on, and the state of the store. */
export function documentsMessage(documents: readonly DocumentLine[], storeHash: string, reload: ReloadState): Rendered {
  const most = documents.slice(0, 20);
  const left = documents.length - most.length;
  const head = `Answers come from ${documents.length} ${documents.length === 1 ? 'document' : 'documents'}:`;
  const lines = most.map(documentLine);
  const small = [...(left > 0 ? [`and ${left} more`] : []), `Store ${storeHash.slice(0, 12)}`, ...reloadLines(reload)];
  return {
    text: [head, ...lines.map((l) => `• ${l}`), ...small].map(escapeText).join('\n'),
    blocks: [
      richText([
        section([run(head)]),
        ...(lines.length > 0
          ? [
              {
                type: 'rich_text_list' as const,
                style: 'bullet' as const,
                elements: lines.map((l) => section([run(l)])),
              },
            ]
          : []),
      ]),
      ...smallPrint(small),
    ],
  };
}

/** Says that the last reload failed and that the last good store answers; nothing when it went well. */
export function reloadLines(reload: ReloadState): string[] {
  return reload.ok
    ? []
    : [`The store could not be reloaded at ${reload.at}: ${reload.problem}. Answers come from the last good one.`];
}

/** What can be typed, in one place for help, empty and unknown input. */
export const USAGE = [
  ['/ask QUESTION', 'asks the documents; only you see the answer, and can share it'],
  ['@Footnote QUESTION', 'asks in a channel; the answer comes in the thread, where you can go on asking'],
  ['/footnote timeline', 'lists the events in order'],
  ['/footnote profile NAME', 'says what is known of a person, a country or a group'],
  ['/footnote sources', 'lists the documents'],
  ['/footnote digest', 'sets up a daily post in this channel'],
  ['/footnote help', 'shows this'],
] as const;

/** Usage, with questions to start from. `problem` says first what was not understood. */
export function usageMessage(prompts: readonly string[], reload: ReloadState, problem?: string): Rendered {
  const intro = 'I answer questions from documents, with a source for every clause. When they do not say, I say so.';
  const examples = prompts.slice(0, 4);
  const head = [...(problem ? [problem] : []), intro];
  const list = (items: { bold: string; rest: string }[]) => ({
    type: 'rich_text_list' as const,
    style: 'bullet' as const,
    elements: items.map((i) => section([run(i.bold, { bold: true }), run(i.rest)])),
  });
  return {
    text: [
      ...head,
      ...USAGE.map(([typed, does]) => `• ${typed}: ${does}`),
      ...examples.map((p) => `Try: ${p}`),
      ...reloadLines(reload),
    ]
      .map(escapeText)
      .join('\n'),
    blocks: [
      richText([
        section([run(head.join('\n'))]),
        list(USAGE.map(([typed, does]) => ({ bold: typed, rest: `  ${does}` }))),
      ]),
      ...smallPrint(examples.map((p) => `Try: ${p}`)),
      ...smallPrint(reloadLines(reload)),
    ],
  };
}
