/**
 * What a button carries: the question with all that its answer depends on. The engine is deterministic, so a button works after a
 * restart and in another process, and nothing of the conversation needs to be stored.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { ThreadContext } from '../../answer/index.ts';
import { LIMITS } from './message.ts';

/** A question as it was asked. */
export interface Asked {
  readonly question: string;
  /** The day it was asked (ISO date). */
  readonly now: string;
  /** First characters of the sha256 of the store that answered. */
  readonly store: string;
  /** What the thread knew before, or null. */
  readonly thread: ThreadContext | null;
}

/** One character is left free: a feedback button writes its sign before the value. */
const ROOM = LIMITS.buttonValue - 1;

/** How many characters of the store's hash a button carries: enough to see that it changed. */
export const HASH_LENGTH = 12;

const names = z.array(z.string());
const threadSchema = z.object({
  facts: names,
  entities: names,
  events: names,
  asked: z.string().nullable(),
  concepts: names,
  date: z.string().nullable(),
});
const schema = z.tuple([z.literal(1), z.string().min(1), z.iso.date(), z.string(), threadSchema.nullable()]);

/** Packs a question into the value of a button; undefined when it is too long even without its thread. */
export function packAsked(asked: Asked): string | undefined {
  for (const thread of [asked.thread, null]) {
    const json = JSON.stringify([1, asked.question, asked.now, asked.store.slice(0, HASH_LENGTH), thread]);
    if (json.length <= ROOM) return json;
    const small = `~${deflateRawSync(json).toString('base64url')}`;
    if (small.length <= ROOM) return small;
  }
  return undefined;
}

/** Unpacks the value of a button; undefined when this version did not write it. Never throws: values come from outside. */
export function unpackAsked(value: string | undefined): Asked | undefined {
  if (!value || value.length > LIMITS.buttonValue) return undefined;
  try {
    // The limit keeps a forged value from unfolding into a huge text.
    const json = value.startsWith('~')
      ? inflateRawSync(Buffer.from(value.slice(1), 'base64url'), { maxOutputLength: 65_536 }).toString()
      : value;
    const parsed = schema.safeParse(JSON.parse(json));
    if (!parsed.success) return undefined;
    const [, question, now, store, thread] = parsed.data;
    return { question, now, store, thread };
  } catch {
    return undefined;
  }
}
