/** A state in files that several processes share: each key is a file, and making a file is atomic. For tests of two processes. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemoryState, type MessagePlace, placeKey, type SlackState } from '../../../src/slack/index.ts';

/** Opens the state in a folder; makes the folder. */
export function openFileState(folder: string): SlackState {
  mkdirSync(folder, { recursive: true });
  const file = (kind: string, key: string) => join(folder, `${kind}-${createHash('sha1').update(key).digest('hex')}`);
  const table = <V>(kind: string) => ({
    get: async (place: MessagePlace): Promise<V | undefined> => {
      const path = file(kind, placeKey(place));
      return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as V) : undefined;
    },
    put: async (place: MessagePlace, value: V): Promise<void> => {
      const path = file(kind, placeKey(place));
      writeFileSync(`${path}.${process.pid}`, JSON.stringify(value));
      renameSync(`${path}.${process.pid}`, path);
    },
  });
  const { feedback, unanswered } = createMemoryState();
  return {
    seen: {
      take: async (keys) => {
        const fresh = new Set<string>();
        for (const key of keys) {
          try {
            closeSync(openSync(file('seen', key), 'wx'));
            fresh.add(key);
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
          }
        }
        return fresh;
      },
    },
    threads: table('thread'),
    answers: table('answer'),
    feedback,
    unanswered,
  };
}
