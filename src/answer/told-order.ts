/** The order of two things as a fact tells it, for days that do not tell it. */
import { type Store, wordClass } from '../facts/index.ts';
import { means } from '../lookup/index.ts';
import { keysOf, type Profile } from '../matching/index.ts';
import type { Task } from './task.ts';

/** A fact that tells the order in its own words must explain at least this share of the question. */
const TOLD = 0.75;

/** A fact that tells by itself what came before or after what. */
export function toldOrder({ matches, store }: Task): Profile | undefined {
  return matches.clean.find(({ evidence, profile }) => evidence.coverage >= TOLD && tellsOrder(store, profile))
    ?.profile;
}

/** Whether a fact says that something came before or after something. */
export function tellsOrder(store: Store, { fact }: Profile): boolean {
  const said = new Set(fact.says.toLowerCase().split(/[^\p{L}]+/u));
  return [...wordClass(store, 'before'), ...wordClass(store, 'after')].some((word) => said.has(word));
}

/**
 * How the first of two things lies to the second as a fact tells it ("A was announced after B"); undefined where it does not tell, or
 * not which of them it means.
 */
export function toldPlace(
  task: Task,
  { fact }: Profile,
  first: string,
  second: string,
): 'before' | 'after' | undefined {
  const [before, after] = [wordClass(task.store, 'before'), wordClass(task.store, 'after')];
  const joined = fact.says.split(' ').flatMap((word, i, all) => {
    const lower = word.toLowerCase();
    const place = after.has(lower) ? 'after' : before.has(lower) ? 'before' : undefined;
    // "After B, A": what stands first lies second.
    const end = i === 0 ? all.findIndex((w) => w.endsWith(',')) + 1 : all.length;
    const other = [...all.slice(0, i), ...all.slice(end)].join(' ');
    return place ? [{ place, parts: [other, all.slice(i + 1, end).join(' ')] as const }] : [];
  });
  const [only, ...others] = joined;
  if (!only || others.length > 0) return undefined;
  const [left, right] = only.parts.map((part) => keysIn(task, part));
  const [a, b] = [keysIn(task, first), keysIn(task, second)];
  const straight = shared(a, left!) * shared(b, right!);
  const crossed = shared(a, right!) * shared(b, left!);
  if (straight === crossed) return undefined;
  return straight > crossed === (only.place === 'after') ? 'after' : 'before';
}

/** What a text says, names aside: both things may be of the same people. */
function keysIn({ understood }: Task, text: string): ReadonlySet<string> {
  return new Set(
    understood(text).question.content.flatMap((s) => (means(s, 'e:') || s.meanings.includes('l') ? [] : keysOf(s))),
  );
}

/** The share of what a side says that a part of the fact says as well. */
function shared(side: ReadonlySet<string>, part: ReadonlySet<string>): number {
  return side.size === 0 ? 0 : [...side].filter((key) => part.has(key)).length / side.size;
}
