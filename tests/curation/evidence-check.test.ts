import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkEvidence, paragraphsOf } from '../../src/curation/index.ts';
import { FootnoteError, loadStore } from '../../src/facts/index.ts';
import { hasStackTrace, run } from '../support/run.ts';
import { TINY_TEXT, type TinyChanges, type TinyStore, tinyStore } from '../support/tiny-store.ts';

/** Processes on a loaded machine take their time. */
vi.setConfig({ testTimeout: 120_000 });
const ROOT = join(import.meta.dirname, '..', '..');
let tiny: TinyStore;
const make = (changes?: TinyChanges) => {
  tiny = tinyStore(changes);
  return tiny;
};
const problemsOf = (changes?: TinyChanges) => {
  const { seeds, documents } = make(changes);
  return checkEvidence(loadStore(seeds), documents).problems;
};
afterEach(() => tiny?.remove());

describe('the evidence check, on an invented document', () => {
  it('counts a paragraph as the n-th line that is not blank', () =>
    expect(paragraphsOf(TINY_TEXT)).toEqual([
      'Harbour News',
      'The crane drivers of Port Ellery stopped work on Monday.',
      'Their union asked for higher pay.',
      'Read more about the port on our pages.',
    ]));

  it('has nothing to say of a sound store', () => {
    const { seeds, documents } = make();
    expect(checkEvidence(loadStore(seeds), documents)).toEqual({ documents: 1, fragments: 4, problems: [] });
  });

  it('notices that the text changed', () =>
    expect(problemsOf({ text: TINY_TEXT.replace('our pages', 'our site') })).toEqual([
      expect.stringMatching(
        /^harbour: the sha256 of harbour\.txt is [0-9a-f]{64}, the store says [0-9a-f]{64}; check/u,
      ),
    ]));

  it('notices another number of paragraphs', () =>
    expect(problemsOf({ text: `${TINY_TEXT}One more line.\n` })).toContain(
      'harbour: harbour.txt has 5 paragraphs, the store says 4',
    ));

  it('notices a fragment that the paragraph does not hold, to the letter', () =>
    expect(
      problemsOf({ yaml: (y) => y.replace('quote: stopped work on Monday', 'quote: Stopped work on Monday') }),
    ).toEqual([
      'strike: paragraph 2 of harbour does not hold “Stopped work on Monday”; copy the fragment letter by letter',
    ]));

  it('notices a fragment of a single value that stands in another paragraph', () =>
    expect(problemsOf({ yaml: (y) => y.replace('p: 3, quote: higher pay', 'p: 2, quote: higher pay') })).toEqual([
      expect.stringMatching(/^pay\.reason: paragraph 2 of harbour does not hold “higher pay”/u),
    ]));

  it('names a paragraph that no fact cites', () =>
    expect(problemsOf({ yaml: (y) => y.replace(/ {2}no_fact:\n.*\n/u, '') })).toEqual([
      'harbour: no fact cites paragraph 4; add its facts, or name it under no_fact with the reason',
    ]));

  it('names a paragraph that is both cited and said to hold no fact', () =>
    expect(problemsOf({ yaml: (y) => y.replace('{ p: 4, reason', '{ p: 3, reason') })).toEqual([
      'harbour: paragraph 3 is under no_fact, but facts cite it',
      'harbour: no fact cites paragraph 4; add its facts, or name it under no_fact with the reason',
    ]));

  it('says what to do when a document cannot be read', () => {
    const { seeds, documents } = make();
    rmSync(documents, { recursive: true });
    expect(() => checkEvidence(loadStore(seeds), documents)).toThrow(FootnoteError);
    expect(() => checkEvidence(loadStore(seeds), documents)).toThrow(
      /harbour\.txt cannot be read \(ENOENT.*\)\. Give the folder that holds it with --documents\.$/u,
    );
  });
});

describe('npm run verify', () => {
  it('ends with 0 when all is proved', async () => {
    const { seeds, documents } = make();
    const ran = await run('src/verify.ts', ['--documents', documents], { env: { SEEDS_DIR: seeds } });
    expect(ran).toEqual({ code: 0, stdout: '1 documents, 4 fragments, 0 problems\n', stderr: '' });
  });

  it('ends with 1 and the problems when something is not', async () => {
    const { seeds, documents } = make({ text: TINY_TEXT.replace('higher pay', 'shorter days') });
    const ran = await run('src/verify.ts', [], { env: { SEEDS_DIR: seeds, DOCUMENTS_DIR: documents } });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('pay: paragraph 3 of harbour does not hold “asked for higher pay”');
    expect(ran.stdout).toMatch(/1 documents, 4 fragments, 3 problems\n$/u);
  });

  it.each([
    ['a folder that is not there', ['--documents', '/nowhere'], /cannot be read \(ENOENT/u],
    ['no folder', [], /Give the folder of the documents: npm run verify -- --documents DIR/u],
  ])('ends with 2 and says what to do: %s', async (_, args, message) => {
    const ran = await run('src/verify.ts', args, { env: { SEEDS_DIR: make().seeds } });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(message);
    expect(hasStackTrace(ran.stderr)).toBe(false);
  });
});

/** Where the real documents are expected; CI must have them, other machines may. */
const DOCUMENTS = process.env.DOCUMENTS_DIR || join(ROOT, '..', 'shared', 'documents');
const required = Boolean(process.env.DOCUMENTS_DIR) || process.env.CI === 'true';

describe.skipIf(!required && !existsSync(DOCUMENTS))('the shipped store against its documents', () => {
  it('proves every fragment, and leaves no paragraph unexplained', () => {
    const report = checkEvidence(loadStore(join(ROOT, 'seeds')), DOCUMENTS);
    expect(report.problems).toEqual([]);
    expect(report.documents).toBe(2);
    expect(report.fragments).toBeGreaterThan(200);
  });
});
