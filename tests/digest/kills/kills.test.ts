/** Real processes killed with SIGKILL while they send. `npm run kills` (bench/kills.ts) does it hundreds of times. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../../storage/databases.ts';
import { compileChild } from './compile.ts';
import { runKills } from './run.ts';

let compiled: ReturnType<typeof compileChild>;
beforeAll(() => {
  compiled = compileChild();
});
afterAll(() => compiled.remove());

describe.each(DATABASES)('processes killed while sending, on $name', ({ name, create }) => {
  const processes = name === 'SQLite' ? 1 : 2;

  it('lose and repeat nothing where the history can be read', async () => {
    const database = await create();
    const result = await runKills({ database, kills: 7, processes, history: true, child: compiled.path });
    expect(result).toMatchObject({ duplicates: [], absent: [], broken: [] });
    expect([...result.states.values()].filter((state) => state !== 'posted')).toEqual([]);
    expect(Object.values(result.kills).reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(7);
    await database.drop();
  }, 120_000);

  it('repeat nothing and report each unknown outcome where it cannot', async () => {
    const database = await create();
    const points = ['sending', 'stored', 'answered'] as const;
    const result = await runKills({ database, kills: 3, processes, history: false, points, child: compiled.path });
    expect(result).toMatchObject({ duplicates: [], broken: [] });
    const unknown = [...result.states].filter(([, state]) => state === 'unknown').map(([channel]) => channel);
    expect(unknown.length).toBeGreaterThanOrEqual(3);
    expect([...result.reported].sort()).toEqual(unknown.sort());
    for (const channel of result.absent) expect(unknown).toContain(channel);
    await database.drop();
  }, 120_000);
});
