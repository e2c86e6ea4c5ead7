/**
 * "which sea does the minister's account leave out that the ministry's has?", "what do both name?": the values that two who speak give of
 * one thing, held against each other.
 */
import type { SlotName, Value } from '../../facts/index.ts';
import { closure, type Profile } from '../../matching/index.ts';
import type { Wanted } from '../../question/index.ts';
import { sayValue } from '../compose.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { sayBoth, sayOnlyOne } from '../wording.ts';
import { OF_THE_OTHER_SIDE } from './compare.ts';

/** The slots whose values stand in a list, and what asks for them. */
const LISTS: readonly (readonly [SlotName, readonly Wanted[]])[] = [
  ['where', ['place', 'thing']],
  ['who', ['person', 'country', 'organisation', 'thing']],
];

/** At most so many statements of one who speaks are looked at. */
const LOOKED_AT = 200;

/** Gates that an account may fail, since the question names the other one too, and counts what both give. */
const MAY_FAIL: ReadonlySet<string> = new Set(
  ['slot', ...OF_THE_OTHER_SIDE].filter((kind) => kind !== 'date' && kind !== 'finer-date'),
);

/** What one account gives. */
interface Account {
  readonly profile: Profile;
  readonly speaker: string;
  readonly values: readonly Value[];
}

export const accounts: Kind = (task) => {
  const { contrast, asked } = task.question;
  if (contrast === null || asked.form === 'yes-no' || asked.form === 'how-many') return undefined;
  for (const [slot, wants] of LISTS) {
    if (asked.wants.length > 0 && !asked.wants.some((w) => wants.includes(w))) continue;
    const pair = pairOf(task, slot);
    const answer = pair && isOfSpeakers(task, pair) ? held(task, contrast, pair) : undefined;
    if (answer) return answer;
  }
  return undefined;
};

/** Where somebody's words are asked for, one of the accounts must be theirs, or of one who belongs to them. */
function isOfSpeakers({ store, question: { speakers } }: Task, pair: readonly Account[]): boolean {
  const heard = new Set(pair.flatMap(({ speaker }) => [...closure(store, [speaker])]));
  return speakers.length === 0 || speakers.some((n) => n.entities.some((id) => heard.has(id)));
}

/** The accounts of two who are named, of the same event, the nearest first. */
function pairOf(task: Task, slot: SlotName): readonly [Account, Account] | undefined {
  const { question, index, matches } = task;
  const ranked = new Map([...matches.clean, ...matches.barred].map((c) => [c.profile, c]));
  const worth = (a: Account) => ranked.get(a.profile)?.score ?? 0;
  const told = question.names.flatMap(({ entities }) => {
    const own = index
      .heard(entities)
      .slice(0, LOOKED_AT)
      .map(index.profile)
      .flatMap((profile): Account[] => {
        const speaker = profile.fact.speaker ?? profile.fact.reported_by;
        const values = (profile.fact[slot] ?? []).filter((v) => v.entity !== undefined);
        const fits = ranked.get(profile)?.conflicts.every((k) => MAY_FAIL.has(k.kind));
        return speaker && values.length > 1 && fits ? [{ profile, speaker, values }] : [];
      });
    return own.length > 0 ? [own] : [];
  });
  const pairs = told.flatMap((own, i) =>
    told
      .slice(i + 1)
      .flatMap((others) =>
        own.flatMap((a) =>
          others.flatMap((b): [Account, Account][] =>
            a.speaker !== b.speaker && a.profile.fact.of === b.profile.fact.of ? [[a, b]] : [],
          ),
        ),
      ),
  );
  return pairs.sort((x, y) => worth(y[0]) + worth(y[1]) - worth(x[0]) - worth(x[1]))[0];
}

/** What the accounts share, or what only one of them has; undefined where there is none, or each has something of its own. */
function held(task: Task, contrast: 'apart' | 'shared', [a, b]: readonly [Account, Account]): Composition | undefined {
  const { store, composer } = task;
  const name = ({ values }: Account, kept: (id: string) => boolean) =>
    values.filter((v) => kept(v.entity!)).map((v) => store.entities.get(v.entity!)?.name ?? sayValue(store, v));
  const has =
    ({ values }: Account) =>
    (id: string) =>
      values.some((v) => v.entity === id);
  const [inA, inB] = [has(a), has(b)];
  const [ofA, ofB] = [name(a, (id) => !inB(id)), name(b, (id) => !inA(id))];
  const who = ({ speaker }: Account) => store.entities.get(speaker)?.name ?? speaker;
  const shared = name(a, inB);
  const said =
    contrast === 'shared'
      ? shared.length > 0 && sayBoth(shared)
      : ofA.length > 0 !== ofB.length > 0 &&
        (ofA.length > 0 ? sayOnlyOne(ofA, who(a), who(b)) : sayOnlyOne(ofB, who(b), who(a)));
  if (!said) return undefined;
  const lines = [a, b].map(({ profile }) => composer.says(profile.fact, 'line'));
  const notes = [...new Set(lines.flatMap((l) => l.notes))];
  return { clauses: [{ text: said, notes, role: 'lead' }, ...lines], facts: [a.profile, b.profile] };
}
