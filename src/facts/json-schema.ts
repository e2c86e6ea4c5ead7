/** The JSON Schemas of the files in `seeds/`, for editors: exported from the same zod schemas that load them. */
import { z } from 'zod';
import { decisionFileSchema } from './decision.ts';
import { documentFileSchema, entityFileSchema } from './schema.ts';
import { vocabularySchema } from './vocabulary.ts';

const SOURCES = {
  document: documentFileSchema,
  entities: entityFileSchema,
  vocabulary: vocabularySchema,
  decision: decisionFileSchema,
} as const;

/**
 * Gives each JSON Schema as text, by its file name in `seeds/schema/`.
 * Draft 7, because the YAML language server reads that one best.
 */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SOURCES).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), null, 2)}\n`,
    ]),
  );
}
