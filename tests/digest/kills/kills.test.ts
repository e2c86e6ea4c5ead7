/** Real processes killed with SIGKILL while they send. `npm run kills` does it hundreds of times. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../../storage/databases.ts';
import { compileChild } from './compile.ts';
import { runKills } from './run.ts';

/** A kill at each of these is enough to see that nothing broke; with LONG_TESTS=1 at all points. */
const KILLS = process.env.LONG_TESTS ? 10 : 4;
const UNKNOWN = process.env.LONG_TESTS ? 6 : 2;

let compiled: ReturnType<typeof compileChild>;
beforeAll(() => {
  compiled = compileChild();
});
afterAll(() => compiled.remove());

describe.each(DATABASES)('processes killed while sending, on $name', ({ name, create }) => {
  const processes = name === 'SQLite' ? 1 : 2;

  it('lose and repeat nothing where the history can be read', async () => {
    const database = await create();
    const some = process.env.LONG_TESTS ? {} : { points: ['claimed', 'late', 'stored', 'taken-over'] as const };
    const result = await runKills({ database, kills: KILLS, processes, history: true, child: compiled.path, ...some });
    expect(result).toMatchObject({ duplicates: [], absent: [], broken: [] });
    expect([...result.states.values()].filter((state) => state !== 'posted')).toEqual([]);
    expect(Object.values(result.kills).reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(KILLS);
    await database.drop();
  }, 300_000);

  it('repeat nothing and report each unknown outcome where it cannot', async () => {
    const database = await create();
    const points = ['sending', 'stored', 'answered'] as const;
    const result = await runKills({
      database,
      kills: UNKNOWN,
      processes,
      history: false,
      points,
      child: compiled.path,
    });
    expect(result).toMatchObject({ duplicates: [], broken: [] });
    const unknown = [...result.states].filter(([, state]) => state === 'unknown').map(([channel]) => channel);
    expect(unknown.length).toBeGreaterThanOrEqual(UNKNOWN);
    expect([...result.reported].sort()).toEqual(unknown.sort());
    for (const channel of result.absent) expect(unknown).toContain(channel);
    await database.drop();
  }, 300_000);
});
