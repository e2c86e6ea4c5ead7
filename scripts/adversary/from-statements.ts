/** Questions about what was said, from the clause that a fact gives a speaker: who said it, did they say it, what did they say. */
import type { StoredFact } from '../../src/facts/index.ts';
import type { Drawer } from './case.ts';
import { answerable, typed } from './from-annotations.ts';
import { replaceMention } from './names.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** A statement with its clause: "China-Russia cooperation is not targeted at any third party". */
export interface Statement {
  readonly fact: StoredFact;
  readonly speaker: string;
  readonly clause: string;
}

/** The statements whose text reads "<speaker> said (that) <clause>". */
export function statementsOf(world: World): Statement[] {
  return world.facts.flatMap((fact) => {
    if (!fact.speaker) return [];
    const clause = /^[^,;]{3,80}? said (?:that )?(?!what\b)([^;"]+?)[.;]?$/u.exec(
      fact.says.split(/(?<=\.) (?=\p{Lu})/u)[0]!.trim(),
    )?.[1];
    return clause && clause.split(' ').length >= 4
      ? [{ fact, speaker: fact.speaker, clause: clause.split(', ')[0]! }]
      : [];
  });
}

/** "who said that …", "did Wang say that …", "according to whom …". */
export function drawStatement(world: World, random: Random): Drawer {
  const statements = statementsOf(world);
  return () => {
    const statement = random.pick(statements);
    if (!statement) return undefined;
    const { fact, speaker } = statement;
    let clause = statement.clause;
    const mention = random.pick(world.names.mentionsIn(clause));
    const other = mention && world.names.another(mention.entity, mention.text, mention.adjective, random);
    const how = mention && other && random.chance(0.4) ? ', alias' : '';
    if (how) clause = replaceMention(clause, mention!, other!);
    const name = world.names.another(speaker, '', false, random)!;
    const [sort, text] = random.pick([
      ['who said', `who said that ${clause}`],
      ['who said', `who says ${clause}`],
      ['who said', `according to whom ${clause}`],
      ['yes/no, said', `did ${name} say that ${clause}`],
      ['yes/no, said', `is it true that ${name} said ${clause}`],
    ] as const)!;
    const same = statements.filter((s) => s.clause === statement.clause).map((s) => s.fact);
    const values = sort === 'who said' ? [world.store.entities.get(speaker)!.name.replace(/^the /u, '')] : [];
    return answerable(sort + how, typed(text, random), [fact, ...same], values);
  };
}

/** "what did Lavrov say", "what did Zhao say about the US": all of one speaker, or those that mention an entity. */
export function drawSaid(world: World, random: Random): Drawer {
  const spoken = world.facts.filter((f) => f.speaker);
  return () => {
    const fact = random.pick(spoken)!;
    const speaker = fact.speaker!;
    const about = random.pick(world.names.mentionsIn(fact.says).filter((m) => !world.isKin(m.entity, speaker)));
    const name = world.names.another(speaker, '', false, random)!;
    const own = spoken.filter((f) => f.speaker === speaker);
    if (!about || random.chance(0.4))
      return answerable(
        'said',
        typed(
          random.pick([`what did ${name} say`, `what were the words of ${name}`, `what has ${name} said`])!,
          random,
        ),
        own,
      );
    const topic = about.adjective ? undefined : world.names.another(about.entity, '', false, random);
    if (!topic) return undefined;
    const facts = own.filter((f) => world.occurs(f).has(about.entity));
    return answerable('said about', typed(`what did ${name} say about ${topic}`, random), facts);
  };
}
