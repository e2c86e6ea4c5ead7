/** What the documents for newcomers name exists: commands, files, links. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
const all = (pattern: RegExp, from: string) => [...new Set([...from.matchAll(pattern)].map((m) => m[1]!))];

/** Anchors that a Markdown page has: its headings in lower case, spaces as hyphens. */
const anchors = (page: string) =>
  all(/^#+ (.+)$/gmu, page).map((h) =>
    h
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/slack.md', 'docs/scale.md'])('%s', (file) => {
  const page = text(file);

  it('names only commands that exist', () => {
    for (const name of all(/npm run (?:-s )?([a-z][\w:-]*)/gu, page)) expect(Object.keys(scripts)).toContain(name);
  });

  it('names only files and folders that exist', () => {
    const named = all(/(?<![\w/.<])((?:src|seeds|tests|scripts|bench|docs)\/[\w./-]*)(?![\w<])/gu, page);
    for (const path of named.filter((p) => !page.includes(`${p}<`)))
      expect(existsSync(join(ROOT, path)), path).toBe(true);
  });

  it('links only to what exists', () => {
    for (const link of all(/\]\((?!https?:)([^)\s]+)\)/gu, page)) {
      const [path, anchor] = link.split('#');
      const target = path ? join(dirname(file), path) : file;
      expect(existsSync(join(ROOT, target)), link).toBe(true);
      if (anchor) expect(anchors(text(target))).toContain(anchor);
    }
  });
});

describe('README.md', () => {
  it('has the test command, and names every option of ask', () => {
    expect(text('README.md')).toMatch(/^npm test\b/mu);
    for (const option of all(/^ {2}(--[a-z]+)/gmu, text('src/terminal/ask-command.ts')))
      expect(text('README.md')).toContain(option);
  });

  it('names the fields of an answer that the contract has', () => {
    const fields = all(/^ {2}readonly (\w+):/gmu, text('src/answer/contract.ts'));
    expect(fields.length).toBeGreaterThan(8);
    for (const field of fields) expect(text('README.md')).toContain(`\`${field}\``);
  });
});

describe('CONTRIBUTING.md', () => {
  it('names identifiers that the code has', () => {
    const code = [
      'src/answer/kinds/index.ts',
      'src/answer/refuse.ts',
      'src/answer/task.ts',
      'src/matching/gates/gate.ts',
    ]
      .map(text)
      .join('\n');
    for (const name of [
      'KINDS',
      'REASON_OF',
      'CONFLICT_KINDS',
      'ConflictKind',
      'GateInput',
      'Kind',
      'Task',
      'Composition',
    ])
      expect(code).toMatch(new RegExp(`(?:const|type|interface) ${name}\\b`, 'u'));
  });
});
