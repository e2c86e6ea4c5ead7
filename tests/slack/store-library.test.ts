import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';
import { createStoreLibrary } from '../../src/slack/index.ts';
import { citedListMessage, homeView, sourcesModal } from '../../src/slack/views/index.ts';
import { blockProblems, viewProblems } from '../fake-slack/index.ts';

const store = loadStore('seeds');
const { ask } = createEngine(store);
const documentsDir = mkdtempSync(join(tmpdir(), 'footnote-documents-'));
afterAll(() => rmSync(documentsDir, { recursive: true }));
const library = createStoreLibrary({
  store: () => store,
  ask,
  reload: () => ({ ok: true }),
  documentsDir,
  today: () => '2026-01-02',
});

describe('the library of the shipped store', () => {
  test('offers questions that the store answers', () => {
    expect(library.prompts().length).toBeGreaterThan(1);
    for (const question of library.prompts())
      expect(ask(question, { now: '2026-01-02' }).status, question).toBe('answered');
  });

  test('lists every event in order, each with its footnote', () => {
    const { clauses, citations } = library.timeline();
    expect(clauses.length).toBeGreaterThan(3);
    for (const clause of clauses) expect(clause.notes.length, clause.text).toBeGreaterThan(0);
    expect(new Set(clauses.flatMap((c) => c.notes))).toEqual(new Set(citations.map((c) => c.n)));
    expect(blockProblems(citedListMessage(library.timeline()).blocks, 'message')).toEqual([]);
  });

  test('has a profile for every entity, with a footnote for every line', () => {
    for (const entity of store.entities.values()) {
      const profile = library.profile(entity.name);
      expect(profile, entity.name).toBeDefined();
      for (const clause of profile!.clauses)
        if (clause.role !== 'remark') expect(clause.notes.length, clause.text).toBeGreaterThan(0);
      const message = citedListMessage(profile!);
      expect(blockProblems(message.blocks, 'message'), entity.name).toEqual([]);
      expect(message.text.length).toBeLessThanOrEqual(4200);
    }
  });

  test('finds a person by the last name, and nobody by a stranger’s', () => {
    const person = [...store.entities.values()].find((e) => e.kind === 'person')!;
    expect(library.profile(person.name.split(' ').at(-1)!.toUpperCase())?.title).toBe(person.name);
    expect(library.profile('Ozymandias')).toBeUndefined();
  });

  test('fills the Home tab and the modal of sources within the limits', () => {
    expect(viewProblems(homeView(library, '2026-01-02') as never)).toEqual([]);
    const answer = ask(library.prompts()[0]!, { now: '2026-01-02' });
    expect(viewProblems(sourcesModal(answer, new Map()) as never)).toEqual([]);
  });

  test('gives the n-th line that is not blank, and null when the text is not at hand', async () => {
    const [first, second] = [...store.documents.values()];
    writeFileSync(join(documentsDir, first!.file), 'one\r\n\r\n  \ntwo\nthree\n');
    expect(await library.passage(first!.id, 2)).toBe('two');
    expect(await library.passage(first!.id, 9)).toBeNull();
    expect(await library.passage(second!.id, 1)).toBeNull();
    expect(await library.passage('no-such-document', 1)).toBeNull();
  });
});
