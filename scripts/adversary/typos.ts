/** One slip in one name: a letter dropped, doubled, swapped or struck beside its key, or a missing space. */
import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';
import type { Case, Drawer } from './case.ts';
import { replaceMention } from './names.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** A key beside this one on the same row. */
function neighbour(letter: string, random: Random): string | undefined {
  const row = ROWS.find((r) => r.includes(letter.toLowerCase()));
  if (!row) return undefined;
  const at = row.indexOf(letter.toLowerCase());
  return random.pick([row[at - 1], row[at + 1]].filter((k): k is string => k !== undefined));
}

/** Makes one slip in a word of at least five letters, never in its first letter. */
function slip(word: string, random: Random): [string, string] | undefined {
  const at = 1 + random.below(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const key = neighbour(letter, random);
  return random.pick([
    ['drop', before + after],
    ['double', before + letter + letter + after],
    ['swap', before + after.charAt(0) + letter + after.slice(1)],
    ['key', before + (key ?? letter) + after],
  ] as [string, string][]);
}

/** Draws a case of `from` with one typo in a name; never one that makes another name or a real word. */
export function drawTypo(world: World, from: readonly Case[], random: Random): Drawer {
  const real = new Set(readFileSync(wordListPath, 'utf8').split('\n'));
  for (const { names } of world.store.vocabulary.strangers) for (const n of names) real.add(n.toLowerCase());
  return () => {
    const one = random.pick(from)!;
    const mention = random.pick(
      world.names.mentionsIn(one.question).filter((m) => /^[\p{Script=Latin} ]{5,}$/u.test(m.text)),
    );
    if (!mention) return undefined;
    const words = mention.text.split(' ');
    const long = words.flatMap((w, i) => (w.length >= 5 ? [i] : []));
    const at = random.pick(long);
    const made =
      words.length > 1 && random.chance(0.2)
        ? (['space', mention.text.replace(/ (?=[^ ]+$)/u, '')] as const)
        : at !== undefined
          ? slip(words[at]!, random)
          : undefined;
    if (!made) return undefined;
    const [how, word] = made;
    const text = how === 'space' ? word : words.map((w, i) => (i === at ? word : w)).join(' ');
    if (text === mention.text || real.has(word.toLowerCase()) || world.names.isName(word) || world.names.isName(text))
      return undefined;
    return {
      ...one,
      group: 'typo',
      clean: one.question,
      sort: how,
      question: replaceMention(one.question, mention, text),
      change: `${mention.text} → ${text}`,
    };
  };
}
