/** No word list in `src/`: what a question's words do is told by the vocabulary, never by words in the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadStore } from '../src/facts/index.ts';
import { wordsRead } from './support/words-in-code.ts';

const ROOT = join(import.meta.dirname, '..');
const { grammar, light, contrast } = loadStore(join(ROOT, 'seeds')).vocabulary;
const words = new Set(
  [...Object.values(grammar).flat(), ...light, ...contrast].filter(
    (word) => /^[a-z]{2,}$/u.test(word) && /[aeiouy]/u.test(word),
  ),
);
const isWord = (text: string) => words.has(text);

const FOLDERS = ['lookup', 'question', 'matching', 'answer'];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

/** Beside the stemmer, it folds endings, some of which look like words; another language has another. */
const ENDINGS = 'lookup/words.ts';

describe('the code that reads questions', () => {
  it.each(files)('%s holds no words of theirs', (file) => {
    const code = readFileSync(join(ROOT, 'src', file), 'utf8');
    expect(wordsRead(code, file === ENDINGS ? () => false : isWord)).toEqual([]);
  });
});

describe('what counts as a word in code', () => {
  it.each([
    "if (word.lower === 'of') go();",
    "const next = q.words[i]?.lower ?? ''; if ('and' === next) go();",
    "const at = (q: Reading, i: number) => q.words[i]?.lower ?? ''; if (at(q, 1) === 'often') go();",
    "const [first, second] = [words[0]!.lower, words[1]?.lower ?? '']; go(second !== 'week');",
    "if (['in', 'on'].includes(w.lower)) go();",
    "const ARTICLES: ReadonlySet<string> = new Set(['the', 'a']); go(ARTICLES.has(span.text.toLowerCase()));",
    "const STEPS = new Map([['last', -1]]); const step = STEPS.get(words[0]!.lower);",
    'const WANTS = { who: 1 }; const lower = f(); go(WANTS[lower]);',
    'go(Object.hasOwn({ who: 1 }, w.lower));',
    "switch (w.lower) { case 'who': go(); }",
    "go(w.lower.startsWith('un'));",
    'go(/^(?:who|what)\\b/iu.test(ask));',
  ])('%s', (code) => expect(wordsRead(code, isWord)).toHaveLength(1));

  it.each([
    "if (q.is(i, 'of') || question.asked.form === 'who') go();",
    "const FORMS: ReadonlySet<string> = new Set(['who', 'which']); go(FORMS.has(asked.form));",
    "type Form = 'who' | 'what'; const form = 'who' as Form;",
    "const of = wordClass(store, 'genitive'); go(of.has(w.lower));",
    "go(w.text === '2' || w.gap === ',');",
    'go(/^\\d{1,2}(?:st|nd)?$/u.test(w.lower) || /^a:person|[of]/u.test(m));',
  ])('not: %s', (code) => expect(wordsRead(code, isWord)).toEqual([]));
});
