/** `npm run schema`: writes the JSON Schemas of the store's files to `seeds/schema/`, for editors. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../src/facts/index.ts';

const folder = new URL('../seeds/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [file, text] of Object.entries(jsonSchemas())) writeFileSync(new URL(file, folder), text);
