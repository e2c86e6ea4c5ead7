/** Checks what no schema can: that ids exist, dates parse, fragments are short, aliases belong to one entity. */

import type { z } from 'zod';
import type { StoreProblem } from './errors.ts';
import { intervalOf } from './interval.ts';
import type { documentFileSchema, entityFileSchema } from './schema.ts';
import { type Entity, type Evidence, LONGEST_FRAGMENT, SLOTS, type Value } from './schema.ts';
import { sayPath, type YamlFile } from './yaml-file.ts';

export type DocumentFile = YamlFile<z.infer<typeof documentFileSchema>>;
export type EntityFile = YamlFile<z.infer<typeof entityFileSchema>>;

/** Counts the words of a fragment as the editorial rules do: runs between white space. */
export function wordCount(text: string): number {
  return text.trim().split(/\s+/u).length;
}

/**
 * Checks all references between the files.
 * @param kinds ids of the kinds of events that the vocabulary declares
 * @returns every problem found, in order of the files; empty when the store is sound
 */
export function crosscheck(
  entityFiles: readonly EntityFile[],
  documentFiles: readonly DocumentFile[],
  kinds: ReadonlySet<string>,
): StoreProblem[] {
  const problems: StoreProblem[] = [];
  const ids = new Map<string, string>();
  const documents = new Map(documentFiles.map((f) => [f.value.document.id, f.value.document]));
  const add = (f: DocumentFile | EntityFile, path: PropertyKey[], message: string) =>
    problems.push({ file: f.file, line: f.lineOf(path), path: sayPath(path), message });
  const declare = (f: DocumentFile | EntityFile, path: PropertyKey[], id: string) => {
    const before = ids.get(id);
    if (before) add(f, path, `the id "${id}" is already used in ${before}; choose another`);
    else ids.set(id, `${f.file}:${f.lineOf(path)}`);
  };

  for (const f of entityFiles) f.value.entities.forEach((e, i) => declare(f, ['entities', i, 'id'], e.id));
  for (const f of documentFiles) {
    declare(f, ['document', 'id'], f.value.document.id);
    f.value.events.forEach((e, i) => declare(f, ['events', i, 'id'], e.id));
    f.value.facts.forEach((e, i) => declare(f, ['facts', i, 'id'], e.id));
  }
  const known = (f: DocumentFile | EntityFile, path: PropertyKey[], id: string | undefined, what: string) => {
    if (id !== undefined && !ids.has(id)) add(f, path, `there is no ${what} "${id}"; declare it or correct the id`);
  };
  const checkEvidence = (f: DocumentFile | EntityFile, path: PropertyKey[], e: Evidence) => {
    const document = e.document ? documents.get(e.document) : 'document' in f.value ? f.value.document : undefined;
    if (!document)
      add(f, path, `there is no document "${e.document ?? ''}"; name one of ${[...documents.keys()].join(', ')}`);
    else if (e.p > document.paragraphs)
      add(f, [...path, 'p'], `${document.id} has only ${document.paragraphs} paragraphs`);
    if (wordCount(e.quote) > LONGEST_FRAGMENT)
      add(f, [...path, 'quote'], `the fragment has ${wordCount(e.quote)} words; shorten it to ${LONGEST_FRAGMENT}`);
  };
  const checkValue = (f: DocumentFile, path: PropertyKey[], v: Value) => {
    known(f, [...path, 'entity'], v.entity, 'entity');
    if (v.edtf && !intervalOf(v.edtf))
      add(f, [...path, 'edtf'], `"${v.edtf}" is not an EDTF date; write 2021-11-23, 2021-11, 2021 or from/to`);
    if (v.entity === undefined && v.edtf === undefined && v.number === undefined && v.as === undefined)
      add(f, path, 'the value is empty; give an entity, an edtf, a number or "as"');
    v.evidence?.forEach((e, i) => checkEvidence(f, [...path, 'evidence', i], e));
    checkBasis(f, path, v);
  };
  const checkBasis = (f: DocumentFile, path: PropertyKey[], v: Pick<Value, 'basis' | 'rule' | 'premises'>) => {
    if (v.basis === 'inferred' && !v.rule) add(f, path, 'an inferred value needs its rule in words');
    v.premises?.forEach((p, i) => known(f, [...path, 'premises', i], p, 'premise'));
  };

  for (const f of entityFiles)
    f.value.entities.forEach((e, i) => {
      for (const key of ['of', 'members', 'stands_for'] as const)
        e[key]?.forEach((id, j) => known(f, ['entities', i, key, j], id, 'entity'));
      e.offices?.forEach((o, j) => known(f, ['entities', i, 'offices', j, 'document'], o.document, 'document'));
      e.evidence?.forEach((v, j) => checkEvidence(f, ['entities', i, 'evidence', j], v));
    });
  for (const f of documentFiles) {
    for (const key of ['published', 'covers'] as const) {
      const date = f.value.document[key];
      if (date && !intervalOf(date)) add(f, ['document', key], `"${date}" is not an EDTF date`);
    }
    f.value.events.forEach((e, i) => {
      if (!kinds.has(e.kind))
        add(f, ['events', i, 'kind'], `the vocabulary has no event kind "${e.kind}"; add it to event_kinds`);
      if (e.when) checkValue(f, ['events', i, 'when'], e.when);
      e.where?.forEach((v, j) => checkValue(f, ['events', i, 'where', j], v));
      e.participants?.forEach((v, j) => checkValue(f, ['events', i, 'participants', j], v));
      known(f, ['events', i, 'part_of'], e.part_of, 'event');
      known(f, ['events', i, 'response_to'], e.response_to, 'event');
      for (const key of ['same_day_as', 'before'] as const)
        e[key]?.forEach((id, j) => known(f, ['events', i, key, j], id, 'event'));
    });
    f.value.facts.forEach((fact, i) => {
      const path = ['facts', i];
      known(f, [...path, 'of'], fact.of, 'event, entity or document');
      known(f, [...path, 'speaker'], fact.speaker, 'entity');
      known(f, [...path, 'reported_by'], fact.reported_by, 'entity');
      known(f, [...path, 'answers'], fact.answers, 'fact or event');
      fact.context?.forEach((id, j) => known(f, [...path, 'context', j], id, 'fact'));
      fact.evidence.forEach((e, j) => checkEvidence(f, [...path, 'evidence', j], e));
      checkBasis(f, path, fact);
      for (const slot of SLOTS) fact[slot]?.forEach((v, j) => checkValue(f, [...path, slot, j], v));
      fact.frames?.forEach((frame, j) => {
        for (const id of rolesOf(frame)) known(f, [...path, 'frames', j], id, 'entity');
      });
    });
  }
  problems.push(...aliasProblems(entityFiles));
  return problems;
}

function rolesOf(frame: string): string[] {
  const roles = frame.split(':')[1] ?? '';
  return roles.split(/[\s>,]+/u).filter(Boolean);
}

function aliasProblems(files: readonly EntityFile[]): StoreProblem[] {
  const problems: StoreProblem[] = [];
  const owner = new Map<string, Entity>();
  for (const f of files)
    f.value.entities.forEach((e, i) => {
      for (const alias of new Set(
        [e.name, ...(e.aliases ?? []), ...(e.adjectives ?? [])].map((a) => a.toLowerCase()),
      )) {
        const other = owner.get(alias);
        if (other && other !== e) {
          const path = ['entities', i, 'aliases'];
          const message = `the alias "${alias}" belongs to "${other.id}" already; leave it to one of the two`;
          problems.push({ file: f.file, line: f.lineOf(path), path: sayPath(path), message });
        } else owner.set(alias, e);
      }
    });
  return problems;
}
