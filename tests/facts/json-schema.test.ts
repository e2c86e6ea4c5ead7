import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../../src/facts/index.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');
const schemas = jsonSchemas();
const seedFiles = readdirSync(SEEDS, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.yaml'));

/** The schema file that the first comment of a YAML file names, as an absolute path. */
function namedSchema(file: string): string | undefined {
  const [, named] = /^# yaml-language-server: \$schema=(\S+)$/mu.exec(readFileSync(join(SEEDS, file), 'utf8')) ?? [];
  return named && resolve(SEEDS, dirname(file), named);
}

/** Each schema compiled once: the one of documents is large. */
const compiled = Object.fromEntries(
  Object.entries(schemas).map(([file, text]) => [file, new Ajv({ allowUnionTypes: true }).compile(JSON.parse(text))]),
);

function schemaFor(file: string): string {
  if (file.startsWith('documents')) return 'document.json';
  if (file.startsWith('vocabulary')) return 'vocabulary.json';
  return basename(file).replace('.yaml', '.json');
}

describe('the JSON Schemas for editors', () => {
  it('are all there, and nothing else', () =>
    expect(readdirSync(join(SEEDS, 'schema')).sort()).toEqual(Object.keys(schemas).sort()));

  it.each(Object.entries(schemas))('%s is current (else: npm run schema)', (file, text) =>
    expect(readFileSync(join(SEEDS, 'schema', file), 'utf8')).toBe(text),
  );

  it.each(seedFiles)('%s names the schema that it follows', (file) => {
    const named = namedSchema(file);
    expect(named).toBe(join(SEEDS, 'schema', schemaFor(file)));
    expect(existsSync(named!)).toBe(true);
  });

  it.each(seedFiles)('%s follows its schema', (file) => {
    const follows = compiled[schemaFor(file)]!;
    follows(parse(readFileSync(join(SEEDS, file), 'utf8')));
    expect(follows.errors).toBeNull();
  });

  it('refuse a key that does not exist', () => {
    expect(compiled['vocabulary.json']!({ grammarr: {} })).toBe(false);
  });
});
