/** The edtf package ships no types; this is the part of it that we use. */
declare module 'edtf' {
  /** Parses EDTF text. @throws SyntaxError when it is not EDTF */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
