/** Makes text comparable: one form per character, nothing invisible, bounded length. */

/** The longest question that is read, in characters; the rest of a longer text is never looked at. */
export const LONGEST_QUESTION = 1500;

/** The most words of one question: nearly twice the longest of all that blind authors asked. The work is bounded by it. */
const MOST_WORDS = 64;

/**
 * Letters of other scripts that look like Latin ones (a selection of Unicode's confusables, UTS #39), used only in words that
 * hold nothing else of their script.
 */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwЅSІIЈJУYАAВBЕEКKМMНHОOРPСCТTХXαaοoνvρpΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΧXΥYΖZ']
    .join('')
    .match(/../gu)!
    .map((pair) => [[...pair][0]!, [...pair][1]!]),
);

/** A terminal's control sequence (ECMA-48): what follows the escape is no text either. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const ANSI = /\u001b\[[0-?]*[ -/]*[@-~]/gu;

/** Text of which nothing has to be folded: printable ASCII with single blanks, which most text is. */
const PLAIN = /^(?:[!-_a-~]+(?: (?=[!-_a-~])|$))*$/u;

const INVISIBLE = /\p{Cf}|\p{Cc}|\p{Co}|\p{Cn}|\u034f|\u115f|\u1160|\u3164|\uffa0/gu;

/**
 * Whether the text has more characters, or more words, than are read as one question.
 * @param clean the text, normalised: what hides in it makes no words
 */
export function isTooLong(text: string, clean: string): boolean {
  if (text.length > LONGEST_QUESTION) return true;
  let words = 0;
  for (const _ of clean.matchAll(/[\p{L}\p{N}]+/gu)) if (++words > MOST_WORDS) return true;
  return false;
}

/**
 * Folds compatibility forms (NFKC), accents, quotes, dashes and look-alike letters; drops invisible characters; makes white
 * space single. Case is kept.
 */
export function normalise(text: string): string {
  if (PLAIN.test(text) && text.length <= LONGEST_QUESTION) return withQuotes(text);
  const folded = text
    .slice(0, LONGEST_QUESTION)
    .normalize('NFKC')
    .replace(ANSI, '')
    .replace(/[\r\n\t]+/gu, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/gu, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\p{L}+/gu, foldLookalikes)
    .replace(/\s+/gu, ' ')
    .trim();
  return withQuotes(folded);
}

/** Double quotes for single ones: the last would be read as an ending ("the states' view"), were it not for the first. */
function withQuotes(text: string): string {
  return text.includes("'") ? text.replace(SINGLE_QUOTED, '"$1"') : text;
}

/** Words between single quotes; an apostrophe within has a letter after it. */
const SINGLE_QUOTED = /(?<=^|[\s(:,/-])'((?:[^'"]|'\p{L}){2,120}?)'(?=$|[\s.,;:?!)/-])/gu;

function foldLookalikes(word: string): string {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) return word;
  const folded = [...word].map((c) => LOOKALIKES.get(c) ?? c).join('');
  return /^\p{Script=Latin}+$/u.test(folded) ? folded : word;
}
