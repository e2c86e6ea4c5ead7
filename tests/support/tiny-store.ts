/** An invented store of one document, with the document: small enough to load in milliseconds. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Its text: four paragraphs, with blank lines that do not count. */
export const TINY_TEXT = `Harbour News
\r
The crane drivers of Port Ellery stopped work on Monday.
   
Their union asked for higher pay.
Read more about the port on our pages.
`;

/** What a test may change of the store. */
export interface TinyChanges {
  /** The text that is written; the sha256 of the store stays that of `TINY_TEXT`. */
  readonly text?: string;
  /** Changes the YAML of the document before it is written. */
  readonly yaml?: (yaml: string) => string;
}

/** Folders of a tiny store and of its document. */
export interface TinyStore {
  readonly seeds: string;
  readonly documents: string;
  readonly remove: () => void;
}

const YAML = `document:
  id: harbour
  file: harbour.txt
  sha256: ${createHash('sha256').update(TINY_TEXT).digest('hex')}
  paragraphs: 4
  title: Harbour News
  publisher: null
  published: null
  covers: '2024'
  no_fact:
    - { p: 4, reason: a link to other pages }
events: []
facts:
  - id: strike
    of: harbour
    says: The crane drivers of Port Ellery went on strike on a Monday.
    evidence: [{ p: 2, quote: stopped work on Monday }]
  - id: pay
    of: harbour
    says: The union of the crane drivers wanted more pay.
    evidence: [{ p: 3, quote: asked for higher pay }]
    reason: [{ as: more pay, evidence: [{ p: 3, quote: higher pay }] }]
  - id: headline
    of: harbour
    says: The document is headed Harbour News.
    evidence: [{ p: 1, quote: Harbour News }]
`;

/** Writes the store and its document to a new temporary folder. */
export function tinyStore({ text = TINY_TEXT, yaml = (y) => y }: TinyChanges = {}): TinyStore {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-tiny-'));
  const seeds = join(folder, 'seeds');
  const documents = join(folder, 'documents');
  mkdirSync(join(seeds, 'documents'), { recursive: true });
  mkdirSync(documents);
  writeFileSync(join(documents, 'harbour.txt'), text);
  writeFileSync(join(seeds, 'documents', 'harbour.yaml'), yaml(YAML));
  writeFileSync(join(seeds, 'entities.yaml'), 'entities: []\n');
  writeFileSync(join(seeds, 'decision.yaml'), 'decision: { bias: 0, weights: {}, threshold: 0.5 }\n');
  return { seeds, documents, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
