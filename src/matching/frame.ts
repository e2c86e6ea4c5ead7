/** Frames, as the curator writes them: "condemn, oppose : china russia > us". */
import type { Store } from '../facts/index.ts';
import { closure } from './belonging.ts';
import type { Frame } from './profile.ts';

/** What stands in the text of a frame. */
interface WrittenFrame {
  readonly classes: string;
  /** Who does it, and to whom. */
  readonly roles: string;
}

/** Splits the text of a frame. */
export function splitFrame(text: string): WrittenFrame {
  const [classes = '', roles = ''] = text.split(':');
  return { classes, roles };
}

/** Who does it, of the roles of a frame. */
export function agentsIn(roles: string): readonly string[] {
  return namesIn(roles.split('>')[0]!);
}

/** The names that stand in a part of a frame, in order. */
export function namesIn(part: string): readonly string[] {
  return part.match(/[^\s,>]+/gu) ?? [];
}

/** Reads a frame. */
export function frameOf(store: Store, text: string): Frame {
  const frame = splitFrame(text);
  const classes = namesIn(frame.classes);
  const agents = agentsIn(frame.roles);
  return {
    classes: new Set(classes),
    agents: closure(store, agents),
    doers: new Set(agents),
    patients: closure(store, namesIn(frame.roles.split('>')[1] ?? '')),
  };
}
