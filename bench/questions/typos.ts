/** One slip in one name: a letter dropped, doubled, swapped or struck beside its key. Only where one name alone can be meant. */
import type { Random } from '../../scripts/adversary/random.ts';
import type { Made } from '../store/generate.ts';
import type { Draw } from './from-events.ts';
import type { BenchQuestion } from './question.ts';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** All words one edit away (a letter dropped, added, changed, or two swapped). */
function oneEditAway(word: string): Set<string> {
  const words = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    if (tail) words.add(head + tail.slice(1));
    if (tail.length > 1) words.add(head + tail[1] + tail[0] + tail.slice(2));
    for (const letter of LETTERS) words.add(head + letter + tail).add(head + letter + tail.slice(1));
  }
  return words;
}

function slip(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const row = ROWS.find((r) => r.includes(letter)) ?? letter;
  const key = row[row.indexOf(letter) + 1] ?? row[row.indexOf(letter) - 1] ?? letter;
  return random.pick([
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
    before + key + after,
  ])!;
}

/** Draws one of these questions with a slip in a name of at least five letters. */
export function drawTypo(made: Made, from: readonly BenchQuestion[], random: Random): Draw {
  const names = new Set([...made.store.entities.values()].flatMap((e) => e.name.toLowerCase().split(' ')));
  return () => {
    const one = random.pick(from.filter((q) => !q.context));
    const words = one?.text.match(/\p{Lu}\p{L}{4,}/gu)?.filter((w) => names.has(w.toLowerCase())) ?? [];
    const word = random.pick(words);
    if (!one || !word) return undefined;
    const typed = slip(word.toLowerCase(), random);
    const meant = [...oneEditAway(typed)].filter((w) => names.has(w));
    if (names.has(typed) || meant.length !== 1 || meant[0] !== word.toLowerCase()) return undefined;
    const written = typed.charAt(0).toUpperCase() + typed.slice(1);
    const text = one.text.replace(word, written);
    return { ...one, group: 'typo', text, change: `${word} → ${written}` };
  };
}
