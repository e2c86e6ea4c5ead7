/** Builds the store of two invented documents in a temporary folder: its own records, and the language-level vocabulary of `seeds/`. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');
const INVENTED = join(import.meta.dirname, 'invented-store');

/** Where the invented documents' texts are. */
export const TEXTS = join(INVENTED, 'texts');

/** Copies the parts of the store together; the caller removes the folder. */
export function buildInventedStore(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-invented-'));
  mkdirSync(join(folder, 'vocabulary'));
  // The words of the shipped store's own subject stay behind.
  for (const file of readdirSync(join(SEEDS, 'vocabulary')))
    if (file.endsWith('.yaml') && !file.endsWith('-subject.yaml'))
      cpSync(join(SEEDS, 'vocabulary', file), join(folder, 'vocabulary', file));
  cpSync(join(SEEDS, 'decision.yaml'), join(folder, 'decision.yaml'));
  for (const part of ['entities.yaml', 'documents', 'vocabulary'])
    cpSync(join(INVENTED, part), join(folder, part), { recursive: true });
  return folder;
}
