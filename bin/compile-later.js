/**
 * Tells V8 to compile less eagerly. A question runs a thousand functions a few times each; at V8's own budget most of them are
 * optimised within the first thousands of questions, some twice, and that takes as much time as the questions do. Functions that are
 * hot reach six times the budget soon enough.
 */
import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs before V8 thinks of optimising it (its own figure is 67,584). */
export const COMPILE_LATER = '--interrupt-budget=400000';

/** Sets it for the code that is loaded from now on. */
export function compileLater() {
  setFlagsFromString(COMPILE_LATER);
}
