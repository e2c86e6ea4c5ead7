/** Reads one YAML file against a schema and says where each problem stands. */
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { StoreProblem } from './errors.ts';

/** A parsed file: its value, and a way to find the line of a path inside it. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** Line (from 1) of the value at `path`, or of its nearest parent. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Writes a path as `facts[3].says`. */
export function sayPath(path: readonly PropertyKey[]): string {
  let said = '';
  for (const step of path) said += typeof step === 'number' ? `[${step}]` : `${said ? '.' : ''}${String(step)}`;
  return said || '(file)';
}

/**
 * Parses `text` as YAML 1.2 and checks it against `schema`.
 * @returns the file, or undefined when it has problems, which are added to `problems`. Throws nothing.
 */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  problems: StoreProblem[],
): YamlFile<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const line = lines.linePos(error.pos[0]).line;
    problems.push({ file, line, path: '(yaml)', message: `${error.message}. Write valid YAML 1.2.` });
  }
  if (document.errors.length > 0) return undefined;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let end = path.length; end >= 0; end--) {
      const node = document.getIn(path.slice(0, end), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, lineOf };
  for (const issue of parsed.error.issues)
    problems.push({ file, line: lineOf(issue.path), path: sayPath(issue.path), message: issue.message });
  return undefined;
}
