/** The databases a suite runs on: SQLite always, PostgreSQL where TEST_DATABASE_URL names one. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStorage, type Storage, type StorageOptions } from '../../src/storage/index.ts';

/** An empty database of its own, to be opened any number of times. */
export interface TestDatabase {
  readonly settings: StorageOptions['database'];
  open(clock?: () => number): Promise<Storage>;
  drop(): Promise<void>;
}

export interface Kind {
  readonly name: 'SQLite' | 'PostgreSQL';
  create(): Promise<TestDatabase>;
}

const SQLITE: Kind = {
  name: 'SQLite',
  async create() {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
    const settings = { kind: 'sqlite', file: join(folder, 'state', 'footnote.db'), sync: 'off' } as const;
    return {
      settings,
      open: (clock = Date.now) => openStorage({ database: settings, clock, newId: randomUUID }),
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

function postgres(url: string): Kind {
  return {
    name: 'PostgreSQL',
    async create() {
      const schema = `t${randomUUID().replaceAll('-', '')}`;
      const settings = { kind: 'postgres', url, schema, connections: 4 } as const;
      return {
        settings,
        open: (clock = Date.now) => openStorage({ database: settings, clock, newId: randomUUID }),
        drop: async () => {
          const client = new pg.Client({ connectionString: url });
          await client.connect();
          await client.query(`drop schema if exists ${schema} cascade`);
          await client.end();
        },
      };
    },
  };
}

const url = process.env.TEST_DATABASE_URL;
if (!url)
  console.warn('TEST_DATABASE_URL is not set: the PostgreSQL half of the storage and digest tests is left out.');

/** The databases at hand. */
export const DATABASES: readonly Kind[] = url ? [SQLITE, postgres(url)] : [SQLITE];

/** Whether a key is new: `take` for one key. */
export async function firstTime(storage: Storage, team: string, key: string): Promise<boolean> {
  return (await storage.seenEvents.take([{ team, key }])).has(key);
}
