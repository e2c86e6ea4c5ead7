/** `npm run settings`: writes `.env.example` and `docs/settings.md` from the list of settings. */
import { writeFileSync } from 'node:fs';
import { envExample, settingsTable } from '../src/settings-docs.ts';

writeFileSync(new URL('../.env.example', import.meta.url), envExample());
writeFileSync(new URL('../docs/settings.md', import.meta.url), settingsTable());
