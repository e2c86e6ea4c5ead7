/** Cited clauses as rich text and as plain lines, with what is inferred or attributed said in words. */
import type { Clause, Provenance } from '../../answer/index.ts';
import { type Block, type Element, richText, run, section } from './message.ts';

/** Provenance of the footnotes, by number. */
export type ProvenanceByNote = Readonly<Record<number, Provenance>>;

/** The words that mark a clause as inferred or attributed, or nothing when the clause says so itself. */
export function markOf(clause: Clause, provenance: ProvenanceByNote): string {
  const known = clause.notes.flatMap((n) => provenance[n] ?? []);
  const speakers = [...new Set(known.flatMap((p) => p.speaker ?? []))].filter((name) => !mentions(clause.text, name));
  const inferred = known.some((p) => p.basis === 'inferred') && !/\binferred\b/i.test(clause.text);
  const marks = [
    ...(speakers.length > 0 ? [`according to ${speakers.join(', ')}`] : []),
    ...(inferred ? ['inferred'] : []),
  ];
  return marks.length > 0 ? ` (${marks.join('; ')})` : '';
}

/** A speaker is named when the last word of the name is there ("Kishi" for "Nobuo Kishi"). */
function mentions(text: string, name: string): boolean {
  const last = name.split(/\s+/).at(-1) ?? name;
  return text.toLowerCase().includes(last.toLowerCase());
}

/** A clause as one line of plain text: text, marks in words, footnotes. */
export function clauseLine(clause: Clause, provenance: ProvenanceByNote): string {
  const notes = clause.notes.map((n) => `[${n}]`).join('');
  return `${clause.role === 'line' ? '• ' : ''}${clause.text}${markOf(clause, provenance)}${notes ? ` ${notes}` : ''}`;
}

function runs(clause: Clause, provenance: ProvenanceByNote, lead: boolean): Element[] {
  const mark = markOf(clause, provenance);
  const notes = clause.notes.map((n) => `[${n}]`).join('');
  return [
    run(
      clause.text,
      lead ? { bold: true } : clause.role === 'remark' && clause.notes.length > 0 ? { italic: true } : undefined,
    ),
    run(mark, { italic: true }),
    run(notes && ` ${notes}`),
  ].filter((e) => e.type === 'text' && e.text !== '');
}

/** Clauses as one rich text block: sentences run on, accounts and events stand as rows. */
export function clauseBlocks(clauses: readonly Clause[], provenance: ProvenanceByNote): Block[] {
  const parts: Parameters<typeof richText>[0] = [];
  // With more behind it, the asked thing is set in bold, so that it is found at once.
  const emphasise =
    clauses.some((c) => c.role === 'context' || c.role === 'line') &&
    clauses.filter((c) => c.role === 'lead').length === 1;
  for (const clause of clauses) {
    const last = parts.at(-1);
    const elements = runs(clause, provenance, emphasise && clause.role === 'lead');
    if (clause.role === 'line') {
      if (last?.type === 'rich_text_list') last.elements.push(section(elements));
      else parts.push({ type: 'rich_text_list', style: 'bullet', elements: [section(elements)] });
    } else if (last?.type === 'rich_text_section') last.elements.push(run(' '), ...elements);
    else parts.push(section(elements));
  }
  return parts.length > 0 ? [richText(parts)] : [];
}
