/** How a footnote reads: "[1] PTI, 24 May 2022, paragraph 5: “grave concerns”". */
import type { Citation } from '../../answer/index.ts';
import { shorten } from './escape.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The longest label of a document in a line of sources. */
const LABEL = 60;

/** A day, month or year in EDTF as a reader writes it ("24 May 2022"); any other EDTF stays as it is. */
export function sayDay(edtf: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf) ?? [];
  if (!year) return edtf;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** The day a document bears; of one that bears none, what it is about, which is never the day it was published. */
export function sayDate({ published, covers }: Pick<Citation, 'published' | 'covers'>): string {
  return published ? sayDay(published) : `report on ${covers.split('/').map(sayDay).join(' to ')}`;
}

/** Where a footnote points to, without its number: "PTI, 24 May 2022, paragraph 5". */
export function sayPlace(citation: Citation): string {
  // A headline is only a label here; Show Sources has all of it.
  const source = citation.publisher ?? shorten(citation.title ?? citation.file, LABEL);
  return `${source}, ${sayDate(citation)}, paragraph ${citation.paragraph}`;
}

/** A footnote in one line, without markup. */
export function sourceLine(citation: Citation): string {
  return `[${citation.n}] ${sayPlace(citation)}: “${citation.quote}”`;
}
