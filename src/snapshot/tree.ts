/** Plain data that holds arrays of numbers, as a text of JSON and the arrays beside it. */
import { type Section, type SectionRef, SectionsWriter, sectionOf } from './sections.ts';

/** Stands in the JSON for an array; no name of a field of ours. */
const SECTION = '$section';

/** The JSON, and the bytes that it points to. */
export interface Tree {
  readonly json: string;
  readonly pieces: readonly Uint8Array[];
}

/** Writes data. @throws when it holds an array of numbers of a type that sections have not */
export function treeOf(data: unknown): Tree {
  const sections = new SectionsWriter();
  const json = JSON.stringify(data, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? { [SECTION]: sections.add(value as Section) } : value,
  );
  return { json, pieces: sections.pieces };
}

/**
 * Reads what `treeOf` wrote.
 * @param sections the bytes, beginning at a multiple of 8 of their buffer; the arrays are views of them
 */
export function dataOf(json: string, sections: Uint8Array): unknown {
  return JSON.parse(json, (_, value: unknown) =>
    typeof value === 'object' && value !== null && SECTION in value
      ? sectionOf(sections, value[SECTION] as SectionRef)
      : value,
  );
}
