/** The modal behind Show Sources: each footnote with where it stands, who said it, and the passage. */
import type { types } from '@slack/bolt';
import type { Answer, Citation } from '../../answer/index.ts';
import { shorten } from './escape.ts';
import { type Block, type Element, LIMITS, plain, richText, run, section, smallPrint } from './message.ts';
import { sayDate } from './sources-line.ts';

/** The longest passage that is shown whole; of a longer one, what stands around the fragment. */
const PASSAGE = 2400;

/** Renders the modal. `passages` holds the paragraph of each footnote by its number; null when its text is not at hand. */
export function sourcesModal(
  answer: Answer,
  passages: ReadonlyMap<number, string | null>,
  notice?: string,
): types.ModalView {
  const footnotes = answer.citations.map((c) => footnote(c, answer, passages.get(c.n) ?? null));
  // Two blocks are for the question and the notice; a message never holds as many footnotes as would fill the rest.
  const fitting = footnotes.slice(0, LIMITS.modalBlocks - 3);
  const left = footnotes.length - fitting.length;
  return {
    type: 'modal',
    title: plain('Sources', LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    blocks: [
      { type: 'section', text: plain(answer.question) },
      ...(notice ? [smallPrint([notice])[0]!] : []),
      ...(fitting.length > 0 ? fitting : [{ type: 'section' as const, text: plain('This answer has no sources.') }]),
      ...(left > 0 ? [smallPrint([`${left} more footnotes: ask for a part of this to see them.`])[0]!] : []),
    ],
  };
}

function footnote(citation: Citation, answer: Answer, passage: string | null): Block {
  const provenance = answer.provenance[citation.n];
  const head: Element[] = [
    run(`[${citation.n}] `, { bold: true }),
    run(citation.title ?? citation.file, { bold: true }),
    run(`\n${describe(citation)}`),
    run(`\n${provenance?.speaker ? `Said by ${provenance.speaker} · ` : ''}${basisOf(provenance)}`, { italic: true }),
  ];
  const quoted =
    passage === null ? [run('“'), run(citation.quote, { bold: true }), run('”')] : emphasised(passage, citation.quote);
  const held =
    passage === null
      ? [
          section([
            run(`The full text is held by its publisher${citation.publisher ? ` (${citation.publisher})` : ''}.`),
          ]),
        ]
      : [];
  return richText([section(head), { type: 'rich_text_quote', elements: quoted }, ...held]);
}

function describe(citation: Citation): string {
  return `${citation.publisher ?? 'publisher not named'} · ${citation.published ? '' : 'bears no date · '}${sayDate(citation)} · paragraph ${citation.paragraph} · ${citation.document}`;
}

function basisOf(provenance: Answer['provenance'][number] | undefined): string {
  if (provenance?.basis !== 'inferred') return 'stated in the document';
  return provenance.rule ? `inferred: ${provenance.rule}` : 'inferred';
}

/** The passage with the fragment in bold; a long passage is cut on both sides of the fragment, never in it. */
function emphasised(passage: string, quote: string): Element[] {
  const at = passage.indexOf(quote);
  if (at < 0) return [run(shorten(passage, PASSAGE))];
  const room = Math.max(0, PASSAGE - quote.length) / 2;
  const before = passage.slice(0, at);
  const after = passage.slice(at + quote.length);
  const left = before.length > room ? `…${before.slice(before.length - room)}` : before;
  return [run(left), run(quote, { bold: true }), run(shorten(after, Math.max(2, room)))].filter(
    (e) => e.type === 'text' && e.text !== '',
  );
}
