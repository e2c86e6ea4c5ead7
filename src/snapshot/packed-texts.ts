/** Many texts as one run of bytes; each is read when it is asked for. */
import type { Texts } from '../matching/index.ts';

/** Text `i` is the bytes (UTF-8) from `starts[i]` up to, not including, `starts[i + 1]`. */
export interface TextRun {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** So many texts are brought to bytes at once: a string has a greatest length. */
const TOGETHER = 10_000;

/** Puts texts one after the other. @throws when one is no Unicode, or when all together are too long for a run */
export function packTexts(texts: readonly string[]): TextRun {
  const starts = new Uint32Array(texts.length + 1);
  const pieces: Buffer[] = [];
  let length = 0;
  for (let from = 0; from < texts.length; from += TOGETHER) {
    const group = texts.slice(from, from + TOGETHER);
    const joined = group.join('');
    // Half a pair would come back as another character.
    if (/\p{Surrogate}/u.test(joined)) throw new RangeError('A text holds half a character');
    group.forEach((text, i) => {
      length += Buffer.byteLength(text);
      starts[from + i + 1] = length;
    });
    pieces.push(Buffer.from(joined));
  }
  if (length > 0xffff_ffff) throw new RangeError('The texts are too long for a snapshot');
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, starts };
}

/** The text of some of the bytes of a run. */
export function textIn(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString();
}

/** Texts of a run, kept once they have been read. */
export class PackedTexts implements Texts {
  readonly #run: TextRun;
  readonly #read: (string | undefined)[];

  constructor(run: TextRun) {
    this.#run = run;
    this.#read = new Array(run.starts.length - 1);
  }

  get size(): number {
    return this.#run.starts.length - 1;
  }

  textOf(id: number): string {
    const { bytes, starts } = this.#run;
    return (this.#read[id] ??= textIn(bytes, starts[id]!, starts[id + 1]!));
  }
}
