/** Proves the store against the documents: their sha256, each paragraph number, each fragment, and that no paragraph is forgotten. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evidence, FootnoteError, SLOTS, type Store } from '../facts/index.ts';

/** What was proved, and what was found wrong. */
export interface EvidenceReport {
  readonly documents: number;
  readonly fragments: number;
  readonly problems: readonly string[];
}

/** The paragraphs of a document: its non-blank lines, in order; the first is paragraph 1. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\r?\n/u).filter((line) => line.trim() !== '');
}

/**
 * Checks every piece of evidence of the store against the files in `folder`.
 * @throws FootnoteError `documents-unreadable` when a document of the store cannot be read there
 */
export function checkEvidence(store: Store, folder: string): EvidenceReport {
  const problems: string[] = [];
  const texts = new Map<string, string[]>();
  for (const document of store.documents.values()) {
    const bytes = readDocument(join(folder, document.file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== document.sha256)
      problems.push(
        `${document.id}: the sha256 of ${document.file} is ${sha256}, the store says ${document.sha256}; check the facts against the changed text, then correct it`,
      );
    const paragraphs = paragraphsOf(bytes.toString('utf8'));
    if (paragraphs.length !== document.paragraphs)
      problems.push(
        `${document.id}: ${document.file} has ${paragraphs.length} paragraphs, the store says ${document.paragraphs}`,
      );
    texts.set(document.id, paragraphs);
  }
  const cited = new Set<string>();
  let fragments = 0;
  for (const [owner, evidence] of allEvidence(store)) {
    fragments++;
    cited.add(`${evidence.document} ${evidence.p}`);
    const paragraph = texts.get(evidence.document!)?.[evidence.p - 1];
    if (paragraph === undefined) problems.push(`${owner}: ${evidence.document} has no paragraph ${evidence.p}`);
    else if (!paragraph.includes(evidence.quote))
      problems.push(
        `${owner}: paragraph ${evidence.p} of ${evidence.document} does not hold “${evidence.quote}”; copy the fragment letter by letter`,
      );
  }
  for (const document of store.documents.values()) {
    const explained = new Set((document.no_fact ?? []).map((n) => n.p));
    for (let p = 1; p <= document.paragraphs; p++) {
      const isCited = cited.has(`${document.id} ${p}`);
      if (!isCited && !explained.has(p))
        problems.push(
          `${document.id}: no fact cites paragraph ${p}; add its facts, or name it under no_fact with the reason`,
        );
      if (isCited && explained.has(p))
        problems.push(`${document.id}: paragraph ${p} is under no_fact, but facts cite it`);
    }
  }
  return { documents: store.documents.size, fragments, problems };
}

function readDocument(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new FootnoteError(
      'documents-unreadable',
      `The document ${file} cannot be read (${why}). Give the folder that holds it with --documents.`,
      { cause },
    );
  }
}

function* allEvidence(store: Store): Generator<[string, Evidence]> {
  for (const fact of store.facts) {
    for (const e of fact.evidence) yield [fact.id, e];
    for (const slot of SLOTS)
      for (const value of fact[slot] ?? []) for (const e of value.evidence ?? []) yield [`${fact.id}.${slot}`, e];
  }
  for (const event of store.events.values())
    for (const value of [event.when, ...(event.where ?? []), ...(event.participants ?? [])])
      for (const e of value?.evidence ?? []) yield [event.id, e];
  for (const entity of store.entities.values()) for (const e of entity.evidence ?? []) yield [entity.id, e];
}
