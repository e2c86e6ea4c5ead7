/** Questions from what a curator wrote under `asked_as`: as written, and with other names for the same entities. */
import type { SlotName, StoredFact } from '../../src/facts/index.ts';
import type { Case, Drawer } from './case.ts';
import { replaceMention } from './names.ts';
import type { Random } from './random.ts';
import { placesOf, slotTexts, type World } from './world.ts';

/** The kind of question that a text is, by its first words. */
export function formOf(text: string): string {
  const forms: readonly [string, RegExp][] = [
    ['whom', /^(?:(?:to|with|by|from|against|about|at|for) )?whom\b|^who .* with whom/iu],
    ['who', /^(?:who|whose|which (?:country|countries|minister|agency|person|leader|official))\b/iu],
    ['when', /^(?:when|(?:on|in) (?:what|which) (?:day|date|month|year)|what (?:day|date|year|month))\b/iu],
    [
      'where',
      /^(?:where|(?:in|over|through|at) (?:what|which) (?:place|city|sea|waters|country)|which (?:sea|city|place|waters))/iu,
    ],
    ['how many', /^how many\b/iu],
    ['why', /^(?:why|what (?:reason|justification|was the reason))\b/iu],
    ['said', /^what did .+ (?:say|call|claim|demand|announce|warn)\b/iu],
    ['yes/no', /^(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could)\b/iu],
    ['what', /^(?:what|which|how)\b/iu],
  ];
  return forms.find(([, pattern]) => pattern.test(text))?.[0] ?? 'fragment';
}

const SLOT_OF: Readonly<Record<string, SlotName>> = {
  who: 'who',
  whom: 'whom',
  when: 'when',
  where: 'where',
  'how many': 'number',
  why: 'reason',
};

/** Forms that curators write seldom, and readers ask often. */
const RARE = ['when', 'where', 'why', 'how many', 'whom', 'said'] as const;

/** Ends a question as people type: with or without capital and question mark. */
export function typed(text: string, random: Random): string {
  if (random.chance(0.4)) return text;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}

/** An answerable case whose gold is a list of facts. */
export function answerable(
  sort: string,
  question: string,
  facts: readonly StoredFact[],
  values: readonly string[] = [],
  needsValue = false,
): Case {
  return {
    group: 'answerable',
    sort,
    question,
    facts: facts.map((f) => f.id),
    places: placesOf(facts),
    values,
    needsValue,
    placesSuffice: false,
    reasons: [],
  };
}

/** Draws a way to ask of any fact; half of those that name an entity name it otherwise. */
export function drawAnnotation(world: World, random: Random): Drawer {
  const { documents } = world.store;
  const all = world.facts.flatMap((fact) =>
    (fact.asked_as ?? []).map((asked) => ({ fact, asked, form: formOf(asked) })),
  );
  return () => {
    const any = random.pick(world.facts)!;
    const rare = random.chance(0.4)
      ? random.pick(random.pick(RARE.map((form) => all.filter((a) => a.form === form)))!)
      : undefined;
    const fact = rare?.fact ?? any;
    const asked = rare?.asked ?? random.pick(fact.asked_as ?? []);
    if (!asked) return undefined;
    const gold = world.holders(asked);
    const form = formOf(asked);
    const slot = SLOT_OF[form];
    const values = slot ? gold.flatMap((f) => slotTexts(world.store, f, slot)) : [];
    let text = asked;
    let how = '';
    const lower = asked.toLowerCase();
    const titles = [...documents.values()]
      .flatMap((d) => d.aliases ?? [])
      .filter((a) => lower.includes(a.toLowerCase()));
    const inTitle = (at: number) =>
      titles.some((a) => at >= lower.indexOf(a.toLowerCase()) && at < lower.indexOf(a.toLowerCase()) + a.length);
    const mention = random.pick(world.names.mentionsIn(asked).filter((m) => !inTitle(m.start)));
    const other = mention && world.names.another(mention.entity, mention.text, mention.adjective, random);
    if (mention && other && random.chance(0.5)) {
      text = replaceMention(asked, mention, other);
      how = ', alias';
    }
    const document = documents.get(fact.of);
    if (document) {
      const named = (document.aliases ?? []).find((a) => text.toLowerCase().includes(a.toLowerCase()));
      const alias = random.pick(document.aliases ?? []);
      if (named && alias) {
        const at = text.toLowerCase().indexOf(named.toLowerCase());
        text = text.slice(0, at) + alias + text.slice(at + named.length);
        text = text.replace(/\bthe the\b/u, 'the');
      }
    }
    const one = answerable(`${document ? 'document' : form}${how}`, typed(text, random), gold, values);
    // "who is Shi Yi": the entity's own line, with a place that a gold fact has too, is as right.
    return { ...one, placesSuffice: /^(?:who|what) (?:is|was) \p{Lu}[\p{L} -]*$/u.test(text) };
  };
}

/** Draws a way to ask that serves a kind of event ("who signed what"): any event of the kind may be meant. */
export function drawKindAnnotation(world: World, random: Random): Drawer {
  const kinds = world.store.vocabulary.event_kinds.filter(
    (k) => k.asked_as?.length && world.events.some((e) => e.kind === k.id),
  );
  return () => {
    const kind = random.pick(kinds);
    const asked = random.pick(kind?.asked_as ?? []);
    if (!kind || !asked) return undefined;
    const isOfKind = (event: string | undefined) => world.store.events.get(event ?? '')?.kind === kind.id;
    // "was the transit lawful": what was said of an event in reply to it is about it.
    const gold = world.facts.filter((f) => isOfKind(f.of) || isOfKind(f.answers));
    return answerable('kind of event', typed(asked, random), [...gold, ...world.holders(asked)]);
  };
}
