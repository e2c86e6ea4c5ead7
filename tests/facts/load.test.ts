import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FootnoteError, loadStore, StoreError } from '../../src/facts/index.ts';

/** Each test loads the whole store; on a loaded machine that takes its time. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  cpSync(SEEDS, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `${from} stands in ${file}`).not.toBe(text);
  writeFileSync(path, changed);
}

function problems(): string[] {
  try {
    loadStore(folder);
  } catch (error) {
    if (error instanceof StoreError) return error.message.split('\n').slice(1);
    throw error;
  }
  return [];
}

const DOC = 'documents/pti-2022-05-24.yaml';

describe('loading the store', () => {
  it('loads the shipped store', () => {
    const store = loadStore(SEEDS);
    expect(store.facts.length).toBeGreaterThan(100);
    expect(store.documents.size).toBe(2);
    expect(store.hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('names the file, line and path of an unknown id', () => {
    change(DOC, 'of: patrol-2022', 'of: patrol-2222');
    expect(problems()).toEqual([
      expect.stringMatching(/^documents\/pti-2022-05-24\.yaml:\d+ facts\[\d+\]\.of: there is no .* "patrol-2222"/u),
    ]);
  });

  it('refuses a fragment of more than 15 words', () => {
    change(DOC, /quote: .* \}/u, `quote: '${'word '.repeat(16).trim()}' }`);
    expect(problems()).toEqual([expect.stringMatching(/quote: the fragment has 16 words; shorten it to 15/u)]);
  });

  it('refuses a date that is not EDTF', () => {
    change(DOC, /edtf: '?2022-05-24'?/u, "edtf: 'last Tuesday'");
    expect(problems()).toEqual([expect.stringMatching(/edtf: "last Tuesday" is not an EDTF date; write/u)]);
  });

  it('refuses an id that is used twice', () => {
    change(DOC, '- id: kishi-bombers', '- id: patrol');
    expect(problems().some((p) => /the id "patrol" is already used in/u.test(p))).toBe(true);
  });

  it('refuses an alias that two entities claim', () => {
    change('entities.yaml', /aliases: \[/u, 'aliases: [Shoigu, ');
    expect(problems()).toEqual([expect.stringMatching(/the alias "shoigu" belongs to "[a-z-]+" already/u)]);
  });

  it('refuses an inferred value without a rule, and a dangling premise', () => {
    change(DOC, /premises: \[[^\]]*\]/u, 'premises: [nothing-known]');
    expect(problems().some((p) => /there is no premise "nothing-known"/u.test(p))).toBe(true);
  });

  it('reports the line of a YAML syntax error, and all problems at once', () => {
    change(DOC, 'facts:', 'facts: [');
    change('vocabulary/grammar.yaml', 'grammar:', 'grammarr:');
    const found = problems();
    expect(found.some((p) => p.startsWith('documents/pti-2022-05-24.yaml:') && p.includes('Write valid YAML'))).toBe(
      true,
    );
    expect(found.some((p) => p.startsWith('vocabulary/grammar.yaml:'))).toBe(true);
  });

  it('says what to do when the folder is missing', () => {
    expect(() => loadStore(join(folder, 'nowhere'))).toThrow(FootnoteError);
    expect(() => loadStore(join(folder, 'nowhere'))).toThrow(/Set SEEDS_DIR/u);
  });
});
