/** Loads the store from a folder of YAML files; a store that does not validate is never returned. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { crosscheck, type DocumentFile, type EntityFile } from './crosscheck.ts';
import { type Decision, decisionFileSchema } from './decision.ts';
import { FootnoteError, StoreError, type StoreProblem } from './errors.ts';
import { documentFileSchema, entityFileSchema, SLOTS, type Value } from './schema.ts';
import type { DatedEvent, FullVocabulary, Store, StoredFact } from './store.ts';
import { type Vocabulary, vocabularySchema } from './vocabulary.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** The files of a store as they were read at one moment, and what names this state of them. */
export interface StoreFiles {
  readonly folder: string;
  /** Name (relative, with `/`) and text of each file, in order of the names. */
  readonly files: readonly (readonly [string, string])[];
  /** sha256 over names and texts. */
  readonly hash: string;
}

/**
 * Reads the YAML files of the store in `folder` without looking into them.
 * @throws FootnoteError `store-unreadable` when the folder or a file cannot be read
 */
export function readStoreFiles(folder: string): StoreFiles {
  const files = readFiles(folder);
  return { folder, files, hash: hashOf(files) };
}

/**
 * Loads and checks the store in `folder` (`entities.yaml`, `documents/*.yaml`, `vocabulary/*.yaml`).
 * @param read its files, where they have been read already
 * @throws StoreError with all problems at once; FootnoteError `store-unreadable` when the folder or a file cannot be read
 */
export function loadStore(folder: string, read: StoreFiles = readStoreFiles(folder)): Store {
  const { files, hash } = read;
  const problems: StoreProblem[] = [];
  const entityFiles: EntityFile[] = [];
  const documentFiles: DocumentFile[] = [];
  const vocabularyFiles: YamlFile<Vocabulary>[] = [];
  let decision: Decision | undefined;
  for (const [file, text] of files) {
    if (file.startsWith('documents/')) collect(documentFiles, readYaml(file, text, documentFileSchema, problems));
    else if (file.startsWith('vocabulary/')) collect(vocabularyFiles, readYaml(file, text, vocabularySchema, problems));
    else if (file === 'decision.yaml') decision = readYaml(file, text, decisionFileSchema, problems)?.value.decision;
    else collect(entityFiles, readYaml(file, text, entityFileSchema, problems));
  }
  if (documentFiles.length === 0 && problems.length === 0)
    problems.push({
      file: 'documents/',
      line: 1,
      path: '(folder)',
      message: 'there is no document; add one as CONTRIBUTING.md says',
    });
  if (!decision && problems.length === 0)
    problems.push({
      file: 'decision.yaml',
      line: 1,
      path: '(file)',
      message: 'there is no decision model; run npm run fit',
    });
  const vocabulary = mergeVocabulary(vocabularyFiles.map((f) => f.value));
  if (problems.length === 0)
    problems.push(...crosscheck(entityFiles, documentFiles, new Set(vocabulary.event_kinds.map((k) => k.id))));
  if (!decision || problems.length > 0) throw new StoreError(folder, problems);

  return {
    documents: new Map(documentFiles.map((f) => [f.value.document.id, f.value.document])),
    entities: new Map(entityFiles.flatMap((f) => f.value.entities).map((e) => [e.id, e])),
    events: new Map(documentFiles.flatMap(eventsOf).map((e) => [e.id, e])),
    facts: documentFiles.flatMap(factsOf),
    vocabulary,
    decision,
    hash,
  };
}

function collect<T>(into: T[], item: T | undefined): void {
  if (item) into.push(item);
}

function readFiles(folder: string): [string, string][] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new FootnoteError(
      'store-unreadable',
      `The fact store in ${folder} cannot be read (${why}). Set SEEDS_DIR to the folder that holds it.`,
      { cause },
    );
  }
}

function hashOf(files: StoreFiles['files']): string {
  const hash = createHash('sha256');
  for (const [file, text] of files) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

function withDocument(value: Value, document: string): Value {
  return value.evidence
    ? { ...value, evidence: value.evidence.map((e) => ({ ...e, document: e.document ?? document })) }
    : value;
}

function eventsOf(f: DocumentFile): DatedEvent[] {
  const document = f.value.document.id;
  return f.value.events.map((event) => ({
    ...event,
    document,
    ...(event.when && { when: withDocument(event.when, document) }),
    ...(event.where && { where: event.where.map((v) => withDocument(v, document)) }),
    ...(event.participants && {
      participants: event.participants.map((v) => ({ ...v, ...withDocument(v, document) })),
    }),
  }));
}

function factsOf(f: DocumentFile): StoredFact[] {
  const document = f.value.document.id;
  return f.value.facts.map((fact) => {
    const slots = Object.fromEntries(
      SLOTS.filter((slot) => fact[slot]).map((slot) => [slot, fact[slot]!.map((v) => withDocument(v, document))]),
    );
    return {
      ...fact,
      ...slots,
      document,
      evidence: fact.evidence.map((e) => ({ ...e, document: e.document ?? document })),
    };
  });
}

function mergeVocabulary(parts: readonly Vocabulary[]): FullVocabulary {
  const merged: FullVocabulary = {
    predicates: {},
    topics: {},
    asks: {},
    light: [],
    contrast: [],
    antonyms: [],
    one_of: [],
    never: [],
    strangers: [],
    offtopic: [],
    small_talk: [],
    chatter: [],
    texting: {},
    irregular: {},
    spelling_kept: [],
    grammar: {},
    offices: {},
    numbers: {},
    event_kinds: [],
  };
  for (const part of parts)
    for (const key of Object.keys(part) as (keyof Vocabulary)[]) {
      const value = part[key];
      const target = merged[key] as unknown;
      if (Array.isArray(target)) target.push(...(value as unknown[]));
      else
        for (const [name, words] of Object.entries(value as Record<string, unknown>)) {
          const record = target as Record<string, unknown>;
          const before = record[name];
          record[name] = Array.isArray(before) ? [...before, ...(words as unknown[])] : words;
        }
    }
  return merged;
}
