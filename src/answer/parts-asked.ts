/** The parts of one question: several kinds of answer ask for the same, and each is understood and matched once. */
import { leansOn, type Matches, type ThreadState } from '../matching/index.ts';
import type { Question } from '../question/index.ts';

/** A text taken as a question of its own; what matches it is found when it is asked for. */
export interface Asked {
  readonly asked: Question;
  readonly found: Matches;
}

/** What a part is read with. */
interface Means {
  readonly understand: (text: string) => Question;
  readonly match: (question: Question, thread: ThreadState | undefined) => Matches;
}

/** Makes the reader of the parts of one question; what inherits from the same thread must be given the same object. */
export function createPartReader({ understand, match }: Means): (text: string, thread?: ThreadState) => Asked {
  const questions = new Map<string, Question>();
  const matches = new Map<ThreadState | undefined, Map<Question, Matches>>();
  return (text, thread) => {
    const asked = questions.get(text) ?? understand(text);
    questions.set(text, asked);
    return {
      asked,
      get found() {
        // What stands for itself finds the same after anything.
        const inherited = leansOn(asked, thread) ? thread : undefined;
        const known = matches.get(inherited) ?? new Map<Question, Matches>();
        matches.set(inherited, known);
        const found = known.get(asked) ?? match(asked, inherited);
        known.set(asked, found);
        return found;
      },
    };
  };
}
