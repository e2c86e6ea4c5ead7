/** Every migration, in order. One that was released is never changed; what comes later gets the next number. */
import type { Migration } from 'kysely';
import { start } from './0001-start.ts';

/** Migrations by name; Kysely runs them in the order of their names. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-start': start };
