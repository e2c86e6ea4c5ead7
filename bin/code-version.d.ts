/** sha256 over all code that runs from the repository at `root`; throws when a file cannot be read. */
export function codeVersion(root: string): string;
