/** JSON on one line, as `JSON.stringify` gives it, with what it leaves in: control and format characters, line separators. */

/** Writes a value as one line of JSON that is safe on a terminal and for readers that split at every Unicode line end. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, escaped);
}

function escaped(character: string): string {
  let text = '';
  for (let i = 0; i < character.length; i++) text += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return text;
}
