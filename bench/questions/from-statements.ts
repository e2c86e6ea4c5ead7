/** Questions about what was said, and about who somebody is. */
import type { Random } from '../../scripts/adversary/random.ts';
import { type MadeEvent, sayDay } from '../store/generate.ts';
import type { Draw } from './from-events.ts';
import type { Truth } from './truth.ts';

/** Draws a statement with its event. */
function drawQuoted(truth: Truth, random: Random) {
  const quoted = truth.made.events.filter((e) => e.statements.length > 0);
  return (): { one: MadeEvent; statement: MadeEvent['statements'][number] } => {
    const one = random.pick(quoted)!;
    return { one, statement: one.statements[0]! };
  };
}

/** "what did Lena Orlan say about the Varn summit?", "who praised it?", "did Lena Orlan praise it?" */
export function drawSaid(truth: Truth, random: Random): Draw {
  const quoted = drawQuoted(truth, random);
  return () => {
    const { one, statement } = quoted();
    const { speaker, spec } = statement;
    const event = `the ${one.place.name} ${one.spec.noun}`;
    const all = truth.byAlias.get(`${one.spec.kind} ${one.place.id}`)!.flatMap((e) => e.statements);
    const [sort, text, fitting] = random.pick([
      ['said', `what did ${speaker.name} say about ${event}?`, all.filter((s) => s.speaker === speaker)],
      ['who said', `who ${spec.past} ${event} of ${sayDay(one.day)}?`, one.statements],
      [
        'yes/no, said',
        `did ${speaker.name} ${spec.base === 'warn' ? 'warn about' : spec.base} ${event}?`,
        all.filter((s) => s.speaker === speaker && s.spec === spec),
      ],
    ] as const)!;
    return { group: 'clean', sort, text, gold: fitting.map((s) => s.fact.id) };
  };
}

/** "who is Lena Orlan?": the line that the store has on an entity. */
export function drawDefinition(truth: Truth, random: Random): Draw {
  const described = [...truth.made.store.entities.values()].filter((e) => e.gist);
  return () => {
    const entity = random.pick(described)!;
    const text = `${entity.kind === 'person' ? 'who' : 'what'} is ${entity.name}?`;
    return { group: 'clean', sort: 'define', text, gold: [entity.id] };
  };
}
