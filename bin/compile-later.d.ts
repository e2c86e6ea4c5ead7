/** V8 option: bytes of bytecode that a function runs before V8 thinks of optimising it. */
export const COMPILE_LATER: string;

/** Sets it for the code that is loaded from now on. */
export function compileLater(): void;
