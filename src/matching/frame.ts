/** Frames, as the curator writes them: "condemn, oppose : china russia > us". */
import type { Store } from '../facts/index.ts';
import { closure } from './belonging.ts';
import type { Frame } from './profile.ts';

/** What stands in the text of a frame. */
export interface WrittenFrame {
  readonly classes: readonly string[];
  readonly agents: readonly string[];
  readonly patients: readonly string[];
  /** Whoever it names. */
  readonly named: readonly string[];
}

/** Splits the text of a frame. */
export function splitFrame(text: string): WrittenFrame {
  const [classes = '', roles = ''] = text.split(':');
  const parts = roles.split('>').map(listOf);
  return { classes: listOf(classes), agents: parts[0]!, patients: parts[1] ?? [], named: parts.flat() };
}

function listOf(part: string): readonly string[] {
  return part.match(/[^\s,]+/gu) ?? [];
}

/** Reads a frame. */
export function frameOf(store: Store, text: string): Frame {
  const { classes, agents, patients } = splitFrame(text);
  return {
    classes: new Set(classes),
    agents: closure(store, agents),
    doers: new Set(agents),
    patients: closure(store, patients),
  };
}
