/** One thing that is wrong with the store: where it stands and what to write instead. */
export interface StoreProblem {
  /** File, relative to the store's folder. */
  readonly file: string;
  /** Line of the value, from 1. */
  readonly line: number;
  /** Path of the value inside the file ("facts[3].evidence[0].quote"). */
  readonly path: string;
  /** What is wrong and what to write. */
  readonly message: string;
}

/** Gives a problem as `file:line path: message`. */
export function sayProblem(problem: StoreProblem): string {
  return `${problem.file}:${problem.line} ${problem.path}: ${problem.message}`;
}

/** Base of all errors that Footnote throws on purpose: a stable `code`, and a message that says what to do. */
export class FootnoteError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FootnoteError';
    this.code = code;
  }
}

/** The store cannot be used; holds every problem that was found. */
export class StoreError extends FootnoteError {
  readonly problems: readonly StoreProblem[];

  constructor(folder: string, problems: readonly StoreProblem[]) {
    const list = problems.map(sayProblem).join('\n');
    super(
      'store-invalid',
      `The fact store in ${folder} has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${list}`,
    );
    this.problems = problems;
  }
}
