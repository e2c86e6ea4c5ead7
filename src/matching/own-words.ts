/**
 * Questions in the very words of a way to ask that a curator noted: word for word but for articles, inflection and the name by which
 * somebody is called. What was taught so is answered so, whatever the rules of grammar make of it.
 */
import { type Store, wordClass } from '../facts/index.ts';
import type { Meaning, Span } from '../lookup/index.ts';

/** What of a span its words tell. */
type Said = Pick<Span, 'bases' | 'meanings'>;

/** Whether a word, by its base, is an article. */
export type IsArticle = (base: string) => boolean;

/** The articles of a store's language. */
export function articlesOf(store: Store): IsArticle {
  const articles = wordClass(store, 'article');
  return (base) => articles.has(base);
}

/** The words of a span as numbers: of a name one, the same for all names; of an article none. */
export function wordNumbers(span: Said, isArticle: IsArticle): readonly number[] {
  return isName(span) ? NAMED : span.bases.filter((base) => !isArticle(base)).map(numberOf);
}

/**
 * The words of a text as one number, the same for texts that differ in articles, inflection and names alone (and, seldom, for others).
 * @param spans the words of its spans, by `wordNumbers`
 */
export function wordingOf(spans: Iterable<readonly number[]>): number {
  let hash = FIRST;
  for (const words of spans) for (const word of words) hash = Math.imul(hash ^ word, FACTOR);
  return hash >>> 0;
}

function numberOf(text: string): number {
  let hash = FIRST;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FACTOR);
  return hash;
}

/** Of the hash of Fowler, Noll and Vo. */
const [FIRST, FACTOR] = [0x811c9dc5, 0x01000193];

/** The number of a name. */
const NAMED: readonly number[] = [1];

/** How two texts compare that say the same words in the same order. */
export interface Likeness {
  /** They name the same in the same places. */
  readonly same: boolean;
  /** What stands in a place in the one, and in the other: where they name the same in other places. */
  readonly moved: readonly (readonly [Span, Span])[];
  /** Names of the one that stand where the other names somebody else. */
  readonly others: readonly Span[];
}

/** Compares two texts word for word; undefined where they differ in more than names. */
export function likenessOf(a: readonly Span[], b: readonly Span[], isArticle: IsArticle): Likeness | undefined {
  const [mine, theirs] = [tokensOf(a, isArticle), tokensOf(b, isArticle)];
  if (mine.length !== theirs.length) return undefined;
  const moved: [Span, Span][] = [];
  for (let i = 0; i < mine.length; i++) {
    const [token, other] = [mine[i]!, theirs[i]!];
    if (typeof token === 'string' || typeof other === 'string') {
      if (token !== other) return undefined;
    } else if (!meansSame(token, other)) moved.push([token, other]);
  }
  const isThere = ([token]: readonly [Span, Span]) => moved.some(([, other]) => meansSame(token, other));
  const others = moved.filter((pair) => !isThere(pair)).map(([token]) => token);
  return { same: moved.length === 0, moved: others.length === 0 ? moved : [], others };
}

function meansSame(a: Span, b: Span): boolean {
  return a.meanings.some((m) => isNaming(m) && b.meanings.includes(m));
}

function tokensOf(spans: readonly Span[], isArticle: IsArticle): (string | Span)[] {
  return spans.flatMap((span): (string | Span)[] =>
    isName(span) ? [span] : span.bases.filter((base) => !isArticle(base)),
  );
}

function isName(span: Said): boolean {
  return span.meanings.some(isNaming);
}

/** An entity or a document, or somebody of whom the store knows nothing. */
function isNaming(meaning: Meaning): boolean {
  return meaning.startsWith('e:') || meaning.startsWith('d:') || meaning.startsWith('s:');
}
