/** Near-misses of place, number, document, of what is never recorded, and of names that no document holds. */
import type { Drawer } from './case.ts';
import { typed } from './from-annotations.ts';
import { drawAlias, drawCount, isSpoken } from './from-events.ts';
import { replaceMention } from './names.ts';
import { nearMiss, readable } from './near-miss.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** "did the Tokyo summit take place in Seoul": no event that may be meant has to do with the place. */
export function drawWrongPlace(world: World, random: Random): Drawer {
  const places = [...world.store.entities.values()].filter((e) => e.kind === 'place' || e.kind === 'country');
  const ask = [
    'did {} take place in {x}',
    'was {} held in {x}',
    'who took part in {} in {x}',
    'when was {} in {x}',
    'why was {} held in {x}',
  ];
  return () => {
    const drawn = drawAlias(world, random);
    const place = random.pick(places);
    if (!drawn || !place || drawn.meant.some((e) => !e.where?.length || isSpoken(world, e))) return undefined;
    const kinds = new Set(drawn.meant.map((e) => e.kind));
    const facts = drawn.meant.flatMap((e) => world.factsOf(e.id));
    const near = world.events.filter((e) => kinds.has(e.kind)).flatMap((e) => world.factsOf(e.id));
    if (
      [...near, ...facts].some((f) =>
        world.story(f).some((g) => [...world.occurs(g)].some((id) => world.isKin(id, place.id))),
      )
    )
      return undefined;
    const name = place.name;
    const text = random.pick(ask)!.replace('{}', drawn.phrase).replace('{x}', name);
    return nearMiss(
      'place',
      typed(text, random),
      facts,
      ['false-premise', 'no-such-event', 'not-recorded'],
      `→ ${place.id}`,
    );
  };
}

/** "is it true that nine leaders attended the summit": neither counted so nor summing to it. */
export function drawWrongNumber(world: World, random: Random): Drawer {
  const count = drawCount(world, random);
  const words = [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ];
  return () => {
    const one = count();
    const fact = one && world.facts.find((f) => f.id === one.of);
    if (!one || !fact) return undefined;
    const n = 2 + random.below(11);
    const story = world.story(fact);
    const counts = story.flatMap((f) => (f.number ?? []).flatMap((v) => v.number ?? []));
    const sums = new Set(counts.flatMap((a, i) => [a, ...counts.slice(i + 1).map((b) => a + b)]));
    const said = new RegExp(`\\b(?:${n}|${words[n]})\\b`, 'u');
    if (sums.has(n) || story.some((f) => said.test(readable(f)))) return undefined;
    const text = `is it true that ${random.chance(0.5) ? n : words[n]} ${one.rest}`;
    return nearMiss('number', typed(text, random), [fact], ['false-premise'], `→ ${n}`);
  };
}

/** "according to the PTI report, when was the roadmap signed": that document has neither the event nor one of its kind. */
export function drawWrongDocument(world: World, random: Random): Drawer {
  const ask = [
    'according to {d}, when was {}',
    'according to {d}, what happened at {}',
    'what does {d} say about {}',
    'does {d} mention {}',
  ];
  return () => {
    const drawn = drawAlias(world, random);
    const facts = drawn?.meant.flatMap((e) => world.factsOf(e.id)) ?? [];
    const holding = new Set(facts.flatMap((f) => [f.document, ...f.evidence.map((e) => e.document)]));
    const other = random.pick([...world.store.documents.values()].filter((d) => !holding.has(d.id)));
    const alias = random.pick(other?.aliases ?? []);
    if (!drawn || !other || !alias || facts.length === 0) return undefined;
    const theirs = world.facts.filter((f) => f.document === other.id);
    const kinds = new Set(drawn.meant.map((e) => e.kind));
    const foreign = world.names
      .mentionsIn(drawn.alias)
      .some((m) => !theirs.some((f) => [...world.occurs(f)].some((id) => world.isKin(id, m.entity))));
    const isKnown = theirs.some((f) => kinds.has(world.store.events.get(f.of)?.kind ?? ''));
    const isSaid =
      drawn.alias
        .toLowerCase()
        .match(/\p{L}{5,}/gu)
        ?.every((w) => theirs.some((f) => readable(f).includes(w))) ?? true;
    if (!foreign && (isKnown || isSaid)) return undefined;
    const document = /^(?:the|doc|document|file)\b/iu.test(alias) ? alias : `the ${alias}`;
    const text = random.pick(ask)!.replace('{}', drawn.phrase).replace('{d}', document);
    return nearMiss(
      'document',
      typed(text, random),
      facts,
      ['not-recorded', 'no-such-event', 'false-premise'],
      `→ ${other.id}`,
    );
  };
}

/** "what was the altitude of the joint flight": no fact of the store says the word. */
export function drawNeverRecorded(world: World, random: Random): Drawer {
  const words = world.store.vocabulary.never.flatMap(({ attribute, words }) =>
    words.map((word) => ({ attribute, word })),
  );
  return () => {
    const drawn = drawAlias(world, random);
    const never = random.pick(words);
    if (!drawn || !never || !/^[a-z][a-z -]{3,}$/u.test(never.word)) return undefined;
    if (world.facts.some((f) => readable(f).includes(never.word.slice(0, Math.max(5, never.word.length - 2)))))
      return undefined;
    const facts = drawn.meant.flatMap((e) => world.factsOf(e.id));
    if (facts.length === 0) return undefined;
    const { word } = never;
    const text = /^how (?:fast|high|far|long)/u.test(word)
      ? `${word} was ${drawn.phrase}`
      : /^(?:how|what|which|whose|who)\b/u.test(word)
        ? `${word} for ${drawn.phrase}`
        : random.pick([
            `what was the ${word} of ${drawn.phrase}`,
            `what is said about the ${word} at ${drawn.phrase}`,
            `${drawn.alias} ${word}`,
          ])!;
    return nearMiss('never recorded', typed(text, random), facts, ['not-recorded'], `→ ${never.attribute}`);
  };
}

const KIND_OF_STRANGER: Readonly<Record<string, string>> = {
  country: 'country',
  city: 'place',
  place: 'place',
  person: 'person',
  organisation: 'organisation',
  warship: 'vessel',
  'news outlet': 'agency',
};

/** "when did France sign the roadmap": a well-known name that no fact, entity or question of the store holds. */
export function drawStranger(world: World, random: Random): Drawer {
  const everything = JSON.stringify([
    [...world.store.entities.values()],
    world.facts,
    [...world.store.documents.values()],
  ]).toLowerCase();
  const strangers = world.store.vocabulary.strangers.flatMap(({ kind, names }) =>
    names.map((name) => ({ kind: KIND_OF_STRANGER[kind], name })),
  );
  return () => {
    const fact = random.pick(world.facts)!;
    const asked = random.pick(fact.asked_as ?? []);
    const mention = asked && random.pick(world.names.mentionsIn(asked).filter((m) => !m.adjective));
    // Of "Tokyo or Beijing" one may be answered.
    if (!asked || !mention || / or /u.test(asked)) return undefined;
    const { kind } = world.store.entities.get(mention.entity)!;
    const stranger = random.pick(strangers.filter((s) => s.kind === kind && !everything.includes(s.name)));
    if (!stranger) return undefined;
    const name = stranger.name.replace(/(?<!\p{L})\p{L}/gu, (l) => l.toUpperCase());
    return nearMiss(
      'stranger',
      typed(replaceMention(asked, mention, name), random),
      world.holders(asked),
      ['unknown-name'],
      `${mention.text} → ${name}`,
    );
  };
}
