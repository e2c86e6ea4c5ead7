/** "A, B, C: which of these did NAME not mention?", "who said it: A or B?": the options that the matching fact holds, or the others. */
import { SLOTS, type SlotName, type Store, slotValues } from '../../facts/index.ts';
import { means } from '../../lookup/index.ts';
import {
  type Candidate,
  featuresOf,
  holdsAny,
  keysOf,
  type Matches,
  onlyWith,
  type Profile,
  probability,
} from '../../matching/index.ts';
import type { Form, Option, Question, Wanted } from '../../question/index.ts';
import type { Composition, Kind, Task } from '../task.ts';
import { listed, sayOthers, sentence } from '../wording.ts';
import { single } from './single.ts';

/** Forms whose answer is no choice between names, or that have kinds of their own. */
const ELSEWHERE: ReadonlySet<Form> = new Set(['order', 'compare', 'timeline', 'when', 'yes-no']);

/** Values that are asked for beside the option that is meant. */
const VALUES: ReadonlySet<Wanted> = new Set(['date', 'number', 'reason', 'manner']);

/** A fact that holds all that is asked is taken from this probability on, as it also holds some of the options and not all. */
const LEAST = 0.2;

/** Of facts this close to the best, the one that holds most of the options is meant. */
const CLOSE = 2.5;

/** A fact this close to the best that holds another option leaves it open which one is meant. */
const RIVAL = 1.2;

/** Whether a fact names an option. */
type Holds = (profile: Profile, item: Option) => boolean;

export const choose: Kind = (task) => {
  const { options, asked } = task.question;
  if (!options || ELSEWHERE.has(asked.form)) return undefined;
  const found = task.understood(options.rest);
  const pick = options.negated ? fullest : clearest;
  const deeds = deedsIn(found.question);
  // What a fact leaves to its event it names too, where no fact names it itself.
  for (const holds of [holdsIn(deeds), holdsIn(deeds, task.store)]) {
    const chosen = pick(task, found.matches, options.items, holds);
    if (!chosen) continue;
    const held = options.items.filter((item) => holds(chosen.profile, item));
    // What another fact of the same account holds was not left out.
    const told = toldWith(task, found.matches, chosen);
    const others = options.items.filter((item) => !told.some((p) => holds(p, item)));
    if (options.negated && others.length === 0) return undefined;
    const [names, rest] = [held, others].map((items) => items.map((item) => item.text));
    return composed(task, found, chosen, options.negated ? sayOthers(rest!, names!) : sentence(listed(names!)));
  }
  return undefined;
};

/** The options that are meant, and what the fact says; no names but theirs are asked for. */
function composed(task: Task, { question, matches }: Found, chosen: Candidate, text: string): Composition {
  const answer = single({ ...task, question, matches: onlyWith(matches, chosen) }, chosen);
  const says = task.composer.says(chosen.profile.fact, 'lead');
  const names = !question.asked.wants.some((w) => VALUES.has(w)) && answer.clauses[1]?.text === says.text;
  const clauses = names ? answer.clauses.slice(1) : answer.clauses;
  return { clauses: [{ text, notes: says.notes, role: 'lead' }, ...clauses], facts: answer.facts };
}

type Found = ReturnType<Task['understood']>;

/** Whether a fact can settle what a question chooses from: it does not where it names all of the options. */
export function settles(question: Question, profile: Profile): boolean {
  const { options, asked } = question;
  if (!options || ELSEWHERE.has(asked.form)) return true;
  const holds = holdsIn(deedsIn(question));
  return !options.items.every((item) => holds(profile, item));
}

/** How many options a fact holds, where it holds some and not all. */
function heldBy(items: readonly Option[], { profile }: Candidate, holds: Holds): number {
  const count = items.filter((item) => holds(profile, item)).length;
  return count < items.length ? count : 0;
}

/** Of the facts that are about what is asked, or of the same account as the nearest, the one that holds most of the options: a list of them. */
function fullest(task: Task, matches: Matches, items: readonly Option[], holds: Holds): Candidate | undefined {
  const best = matches.clean.first;
  if (!best) return undefined;
  const told = ({ profile: { fact } }: Candidate) =>
    fact.of === best.profile.fact.of && fact.speaker === best.profile.fact.speaker;
  const near = matches.clean.where((c) => (best.score - c.score < CLOSE || told(c)) && heldBy(items, c, holds) > 0);
  const [chosen] = [...near].sort((a, b) => heldBy(items, b, holds) - heldBy(items, a, holds) || b.score - a.score);
  if (!chosen) return undefined;
  return answers(task, matches, chosen) || (told(chosen) && answers(task, matches, best)) ? chosen : undefined;
}

/** The fact that is what is asked, where it holds some of the options and none about as near holds others. */
function clearest(task: Task, matches: Matches, items: readonly Option[], holds: Holds): Candidate | undefined {
  const best = matches.clean.first;
  if (!best) return undefined;
  const near = matches.clean.where((c) => best.score - c.score < RIVAL);
  const chosen = near.find((c) => heldBy(items, c, holds) > 0);
  if (!chosen || !answers(task, matches, chosen)) return undefined;
  // A fact that says what is asked in its own words is meant before one of which it is only known.
  const { content } = matches.weighed.question;
  const inWords = ({ profile }: Candidate) => content.filter((s) => s.bases.every((b) => profile.words.has(b))).length;
  const differs = (c: Candidate) =>
    inWords(c) >= inWords(chosen) && items.some((i) => holds(c.profile, i) && !holds(chosen.profile, i));
  return near.some(differs) ? undefined : chosen;
}

function answers({ store }: Task, matches: Matches, c: Candidate): boolean {
  const p = probability(featuresOf(matches, c), store.decision);
  return p >= store.decision.threshold || (p >= LEAST && explainsAll(c));
}

function explainsAll({ evidence }: Candidate): boolean {
  return evidence.fits !== false && evidence.explained.every((e) => e.strength >= 0.7 || e.span.meanings.includes('l'));
}

/** The fact, what the same speaker says of the same, and what else is about all that is asked. */
function toldWith({ index }: Task, { clean }: Matches, { profile, evidence }: Candidate): readonly Profile[] {
  const { speaker, of } = profile.fact;
  const asMuch = clean.where((c) => c.evidence.coverage > evidence.coverage - 0.15).map((c) => c.profile);
  return [profile, ...asMuch, ...(speaker ? index.about(of).filter((p) => p.fact.speaker === speaker) : [])];
}

/** The predicate classes of all that a question says is done; none where it asks who said it, whatever was said. */
function deedsIn({ content, speechVerb }: Question): ReadonlySet<string> {
  const verbs = speechVerb ? [] : content.flatMap((s) => s.meanings.filter((m) => m.startsWith('p:')));
  return new Set(verbs.map((m) => m.slice(2)));
}

/**
 * Whether a fact names an option: as a value or in its words, or as its speaker where nobody else does what is asked (`store`: as a value
 * that it leaves to its event).
 */
function holdsIn(deeds: ReadonlySet<string>, store?: Store): Holds {
  const values = (fact: Profile['fact'], slot: SlotName) =>
    store ? slotValues(store, fact, slot) : (fact[slot] ?? []);
  return ({ fact, words, frames, speakers, concepts }, { spans }) => {
    const ids = spans.flatMap((s) => s.meanings.filter((m) => m.startsWith('e:')).map((m) => m.slice(2)));
    if (ids.length === 0) return spans.every((s) => s.telling.every((b) => words.has(b)));
    // "a NAME missile": what it is must be in the fact too.
    const things = spans.filter((s) => !means(s, 'e:') && !s.meanings.includes('l'));
    if (!things.every((s) => keysOf(s).some((key) => concepts.has(key)))) return false;
    const named = new Set([fact.of, ...SLOTS.flatMap((slot) => values(fact, slot).map((v) => v.entity))]);
    if (ids.some((id) => named.has(id))) return true;
    const doing = frames.filter((f) => f.agents.size > 0 && [...deeds].some((d) => f.classes.has(d)));
    const does = doing.length === 0 || doing.some((f) => ids.some((id) => f.agents.has(id)));
    return does && holdsAny(speakers, ids);
  };
}
