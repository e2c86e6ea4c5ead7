/**
 * Kills processes that send digests, hundreds of times: `npx tsx bench/kills.ts [kills]` (200 in all by default). With
 * TEST_DATABASE_URL two processes on PostgreSQL take part beside one on SQLite. Exits with 1 if anything was lost,
 * repeated, or left unreported.
 */

import { compileChild } from '../tests/digest/kills/compile.ts';
import { runKills } from '../tests/digest/kills/run.ts';
import { DATABASES } from '../tests/storage/databases.ts';

const total = Number(process.argv[2] ?? 200);
const child = compileChild();
let bad = false;
try {
  for (const { name, create } of DATABASES) {
    for (const history of [true, false]) {
      const database = await create();
      const processes = name === 'SQLite' ? 1 : 2;
      const kills = Math.ceil(total / DATABASES.length / 2);
      const began = Date.now();
      const result = await runKills({ database, kills, processes, history, child: child.path });
      await database.drop();
      const unknown = [...result.states].filter(([, state]) => state === 'unknown').map(([channel]) => channel);
      const silent = unknown.filter((channel) => !result.reported.has(channel));
      const lost = history ? result.absent : result.absent.filter((channel) => !unknown.includes(channel));
      bad ||=
        result.duplicates.length + lost.length + silent.length + result.broken.length > 0 ||
        (history && unknown.length > 0);
      const figures = {
        database: name,
        processes,
        history,
        kills: Object.values(result.kills).reduce((a, b) => a + b, 0),
        by_point: result.kills,
        digests: result.states.size,
        duplicates: result.duplicates.length,
        lost: lost.length,
        unknown: unknown.length,
        unreported: silent.length,
        broken: result.broken,
        seconds: Math.round((Date.now() - began) / 1000),
      };
      console.log(JSON.stringify(figures));
    }
  }
} finally {
  child.remove();
}
process.exitCode = bad ? 1 : 0;
