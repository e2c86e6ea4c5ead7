/** Follow-ups: a full question about one event, then a bare slot or a pronoun. */
import type { StoredFact } from '../../src/facts/index.ts';
import type { Drawer } from './case.ts';
import { answerable, formOf, typed } from './from-annotations.ts';
import { drawAlias, hasDay, isSpoken } from './from-events.ts';
import type { Random } from './random.ts';
import { slotTexts, textsOf, type World } from './world.ts';

const ASK = {
  when: ['when?', 'and when?', 'when was that?'],
  day: ['when?', 'and when?', 'when was that?', 'on what day did that happen?', 'what date was it?'],
  where: ['where?', 'and where?', 'where was that?', 'where did it take place?'],
  who: ['who?', 'and who took part?', 'who was involved in it?', 'who were they?'],
  why: ['why?', 'and why?', 'why was that?', 'for what reason?'],
} as const;

/** Whether the reason that a fact gives is why its event was, as its own ways to ask show: not why somebody in it thinks so, or reacted. */
function tellsWhy(event: World['events'][number], fact: StoredFact): boolean {
  const aliases = (event.aliases ?? []).map((a) => a.toLowerCase());
  const asksWhy = (asked: string) => formOf(asked) === 'why' && aliases.some((a) => asked.toLowerCase().includes(a));
  return Boolean(fact.reason?.length && fact.answers === undefined && fact.asked_as?.some(asksWhy));
}

/** Draws a follow-up whose slot one of the event's facts fills. */
export function drawFollowUp(world: World, random: Random): Drawer {
  return () => {
    const drawn = drawAlias(world, random);
    if (drawn?.meant.length !== 1) return undefined;
    const { event, phrase } = drawn;
    const all = world.factsOf(event.id);
    const told = all.filter((f) => tellsWhy(event, f));
    const opening = isSpoken(world, event) ? `who made ${phrase}?` : `who took part in ${phrase}?`;
    const [slot, first, values] = random.pick([
      [hasDay(world, event) ? 'day' : 'when', opening, event.when ? textsOf(world.store, event.when) : []],
      ['where', `when was ${phrase}?`, event.when ? (event.where ?? []).flatMap((v) => textsOf(world.store, v)) : []],
      [
        'who',
        `when was ${phrase}?`,
        event.when ? (event.participants ?? []).flatMap((v) => textsOf(world.store, v)) : [],
      ],
      ['why', opening, told.flatMap((f) => slotTexts(world.store, f, 'reason'))],
    ] as const)!;
    const facts = slot === 'why' ? told : all;
    if (values.length === 0 || facts.length === 0) return undefined;
    if (slot === 'who' && isSpoken(world, event)) return undefined;
    const one = answerable(
      `follow-up, ${slot}`,
      typed(random.pick(ASK[slot])!.replace(/\?$/u, ''), random),
      facts,
      values,
      slot !== 'why',
    );
    return { ...one, context: [first] };
  };
}
