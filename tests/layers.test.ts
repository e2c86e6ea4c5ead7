import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Data flows left to right: a folder imports only itself and what stands left of it (DESIGN.md, section 5). */
const LAYERS = [
  ['facts'],
  ['lookup'],
  ['question'],
  ['matching'],
  ['answer'],
  ['snapshot', 'storage', 'digest'],
  ['slack', 'terminal', 'curation'],
];
/** `digest` uses what `storage` keeps, and not the other way round. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  digest: ['storage'],
  slack: [],
  terminal: [],
  curation: [],
};

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (f) => f.endsWith('.ts') && f.includes('/'),
);

function imports(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'/gu)].map((m) => normalize(join(dirname(file), m[1]!)));
}

describe('the order of the folders', () => {
  it('finds the source', () => expect(files.length).toBeGreaterThan(20));

  for (const file of files)
    it(file, () => {
      const own = file.split('/')[0]!;
      const level = LAYERS.findIndex((l) => l.includes(own));
      expect(level, `${own} has no place in the order of the folders`).toBeGreaterThanOrEqual(0);
      const left = new Set([...LAYERS.slice(0, level).flat(), ...(ALSO[own] ?? [])]);
      for (const target of imports(file)) {
        const folder = target.split('/')[0]!;
        if (folder === own || !target.includes('/')) continue;
        expect([...left], `${file} imports ${relative('.', target)}`).toContain(folder);
        expect(target, 'another folder is used through its index.ts').toBe(`${folder}/index.ts`);
      }
    });
});
