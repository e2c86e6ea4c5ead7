/** Databases in trouble: migrations that stop half-way, full disks, servers that go away and come back. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { asStorageError } from '../../src/storage/errors.ts';
import { openStorage, type StorageOptions } from '../../src/storage/index.ts';
import { MIGRATIONS } from '../../src/storage/migrations/index.ts';
import { DATABASES, firstTime } from './databases.ts';

const open = (database: StorageOptions['database']) => openStorage({ database, clock: Date.now, newId: randomUUID });

describe.each(DATABASES)('$name', ({ create }) => {
  const migrations = MIGRATIONS as Record<string, (typeof MIGRATIONS)[string]>;
  afterEach(() => {
    delete migrations['0002-broken'];
  });

  it('rolls a failing migration back whole, says which, and takes it up again', async () => {
    const database = await create();
    migrations['0002-broken'] = {
      async up(db) {
        await db.schema.createTable('half').addColumn('x', 'text').execute();
        await db.insertInto('nowhere').values({ x: 1 }).execute();
      },
    };
    const error = await open(database.settings).catch((e) => e);
    expect(error).toMatchObject({ code: 'storage-migration', message: expect.stringContaining('0002-broken') });
    migrations['0002-broken'] = {
      async up(db) {
        await db.schema.createTable('half').addColumn('x', 'text').execute();
      },
    };
    const storage = await open(database.settings);
    expect(await firstTime(storage, 'T', 'k')).toBe(true);
    await storage.close();
    await database.drop();
  });

  it('is migrated once by many that start at the same time', async () => {
    const database = await create();
    const storages = await Promise.all(Array.from({ length: 6 }, () => open(database.settings)));
    await Promise.all(storages.map((storage) => storage.ping()));
    await Promise.all(storages.map((storage) => storage.close()));
    await database.drop();
  });

  it('keeps what was written when it is opened again', async () => {
    const database = await create();
    const first = await open(database.settings);
    await firstTime(first, 'T', 'k');
    await first.close();
    const second = await open(database.settings);
    expect(await firstTime(second, 'T', 'k')).toBe(false);
    await second.close();
    await database.drop();
  });
});

describe('SQLite', () => {
  it('keeps conversations when the process is killed right after them, though it does not wait for the disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
    const file = join(folder, 'a.db');
    const index = new URL('../../src/storage/index.ts', import.meta.url).href;
    const script = `
      const { openStorage } = await import('${index}');
      const storage = await openStorage({ database: { kind: 'sqlite', file: ${JSON.stringify(file)} }, clock: Date.now, newId: () => 'id' });
      await storage.seenEvents.take([{ team: 'T', key: 'k' }]);
      await storage.feedback.list('T', 1);
      process.kill(process.pid, 'SIGKILL');`;
    const { signal } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    expect(signal).toBe('SIGKILL');
    const storage = await open({ kind: 'sqlite', file });
    expect(await firstTime(storage, 'T', 'k')).toBe(false);
    await storage.close();
    rmSync(folder, { recursive: true });
  });

  it('says when its folder cannot be made or its file is no database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
    writeFileSync(join(folder, 'file'), 'x');
    await expect(open({ kind: 'sqlite', file: join(folder, 'file', 'a.db') })).rejects.toMatchObject({
      name: 'StorageError',
    });
    mkdirSync(join(folder, 'dir.db'));
    await expect(open({ kind: 'sqlite', file: join(folder, 'dir.db') })).rejects.toMatchObject({
      code: 'storage-unavailable',
    });
    writeFileSync(join(folder, 'text.db'), 'no database, but text that is long enough to be read as one'.repeat(50));
    await expect(open({ kind: 'sqlite', file: join(folder, 'text.db') })).rejects.toMatchObject({
      name: 'StorageError',
    });
    rmSync(folder, { recursive: true });
  });

  it('says that the disk is full, loses nothing, and goes on when there is room', async () => {
    const database = await DATABASES[0]!.create();
    const storage = await database.open();
    await firstTime(storage, 'T', 'before');
    const { default: Database } = await import('libsql');
    // A database that may not grow is what a full disk looks like to SQLite.
    const file = (database.settings as { file: string }).file;
    await storage.close();
    const small = new Database(file);
    const pages = (small.prepare('pragma page_count').all() as { page_count: number }[])[0]!.page_count;
    small.exec(`pragma max_page_count = ${pages}`);
    const write = () => small.prepare("insert into seen_events values ('T', ?, 0)").run(['x'.repeat(1_000_000)]);
    let full: unknown;
    try {
      write();
    } catch (error) {
      full = error;
    }
    expect(asStorageError(full)).toMatchObject({ code: 'storage-full', message: expect.stringContaining('disk') });
    small.close();
    const again = await database.open();
    expect(await firstTime(again, 'T', 'before')).toBe(false);
    expect(await firstTime(again, 'T', 'after')).toBe(true);
    await again.close();
    await database.drop();
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)('PostgreSQL', () => {
  it('may go away for a while and return', async () => {
    const database = await DATABASES[1]!.create();
    const target = new URL(process.env.TEST_DATABASE_URL!);
    // A relay that can be cut stands for a server that restarts.
    const sockets = new Set<Socket>();
    let up = true;
    const relay = createServer((socket) => {
      if (!up) return void socket.destroy();
      const server = connect(Number(target.port || 5432), target.hostname);
      for (const end of [socket, server]) {
        sockets.add(end);
        end.on('error', () => {});
        end.on('close', () => {
          socket.destroy();
          server.destroy();
        });
      }
      socket.pipe(server).pipe(socket);
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    const url = new URL(target);
    url.port = String((relay.address() as { port: number }).port);
    const storage = await open({ ...database.settings, url: url.href } as StorageOptions['database']);
    expect(await firstTime(storage, 'T', 'a')).toBe(true);
    up = false;
    for (const socket of sockets) socket.destroy();
    await expect(firstTime(storage, 'T', 'b')).rejects.toMatchObject({ code: 'storage-unavailable' });
    await expect(storage.ping()).rejects.toMatchObject({ code: 'storage-unavailable' });
    up = true;
    expect(await firstTime(storage, 'T', 'a')).toBe(false);
    expect(await firstTime(storage, 'T', 'b')).toBe(true);
    await storage.close();
    relay.close();
    await database.drop();
  });

  it('says when it cannot be reached, or refuses', async () => {
    await expect(open({ kind: 'postgres', url: 'postgres://postgres@127.0.0.1:1/test' })).rejects.toMatchObject({
      code: 'storage-unavailable',
    });
    const missing = new URL(process.env.TEST_DATABASE_URL!);
    missing.pathname = '/no_such_database';
    await expect(open({ kind: 'postgres', url: missing.href })).rejects.toMatchObject({ code: 'storage-refused' });
  });
});
