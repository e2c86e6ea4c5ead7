/** What may be asked instead, or next: questions of the curator's that the store answers. */
import { type Store, wordClass } from '../facts/index.ts';
import type { FactIndex, Profile } from '../matching/index.ts';
import type { NearFact } from './answer.ts';
import { createComposer } from './compose.ts';
import { createFootnotes } from './footnotes.ts';

/** What was said of facts before: it is the same for every question. */
const said = new WeakMap<Profile, NearFact>();
const suggested = new WeakMap<Profile, string>();

/** A fact near to a question that was refused: what it says, its sources, and a question that it answers. */
export function nearFact(store: Store, profile: Profile): NearFact {
  const near = said.get(profile) ?? sayNear(store, profile);
  said.set(profile, near);
  return near;
}

function sayNear(store: Store, profile: Profile): NearFact {
  const footnotes = createFootnotes(store);
  const composer = createComposer(store, footnotes);
  const says = composer.says(profile.fact, 'lead');
  const dated = composer.dated(profile.fact, says.text);
  return {
    text: [says, dated].flatMap((c) => c?.text ?? []).join(' '),
    citations: footnotes.citations(),
    question: questionFor(store, profile),
  };
}

/** A question of the curator's that this fact answers, for a button. */
function questionFor(store: Store, profile: Profile): string {
  const question = suggested.get(profile) ?? firstAsk(store, profile);
  suggested.set(profile, question);
  return question;
}

/** A suggestion is no longer than this, so that a button holds it. */
const LONGEST = 74;

function firstAsk(store: Store, profile: Profile): string {
  const opening = wordClass(store, 'opens-suggestion');
  const opens = (text: string) => opening.has(/^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '');
  const asked = profile.asks.find((text) => text.length <= LONGEST && opens(text));
  if (!asked) return '';
  return `${asked.charAt(0).toUpperCase()}${asked.slice(1).replace(/\?*$/u, '?')}`;
}

/** Questions that other facts of the same event answer: what to ask after an answer. */
export function followUps(index: FactIndex, facts: readonly Profile[]): string[] {
  const main = facts[0];
  if (!main) return [];
  const others = index.postings(`v:${main.fact.of}`, 3 + facts.length).filter((p) => !facts.includes(p));
  return others
    .slice(0, 3)
    .map((p) => questionFor(index.store, p))
    .filter(Boolean);
}
