/** Turns facts into clauses: the asked thing first, then what the fact says, then what completes it. */
import {
  type Evidence,
  intervalOf,
  type Place,
  type SlotName,
  type Store,
  type StoredFact,
  slotValues,
  type Value,
} from '../facts/index.ts';
import { closure } from '../matching/index.ts';
import type { Question, Wanted } from '../question/index.ts';
import type { Clause, Provenance } from './answer.ts';
import type { Footnotes } from './footnotes.ts';
import { listed, sayInterval, sayNumber, sayPart, sentence } from './wording.ts';

/** The slots that hold each kind of wanted value, most specific first. */
const SLOTS_FOR: Readonly<Partial<Record<Wanted, readonly SlotName[]>>> = {
  date: ['when'],
  place: ['where'],
  number: ['number'],
  reason: ['reason'],
  manner: ['manner'],
  agency: ['agency'],
};

/** A slot that holds more values than this is said in part. */
const VALUES = 20;

/** How a value reads. */
export function sayValue(store: Store, value: Value): string {
  if (value.as) return value.as;
  if (value.entity) return store.entities.get(value.entity)?.name ?? value.entity;
  if (value.number !== undefined)
    return `${value.approximate ? 'about ' : ''}${sayNumber(value.number)}${value.unit ? ` ${value.unit}` : ''}`;
  const interval = value.edtf ? intervalOf(value.edtf) : undefined;
  return interval ? sayInterval(interval) : '';
}

/** Who said a fact and whether it is stated, for its footnotes. */
export function provenanceOf(store: Store, fact: StoredFact, value?: Value): Provenance {
  // What follows by a rule of the curator was said by nobody, also where the fact is what somebody said.
  const said = value?.basis === 'inferred' ? undefined : fact.speaker;
  const speaker = said ? (store.entities.get(said)?.name ?? null) : null;
  const basis = value?.basis ?? fact.basis ?? 'stated';
  return { speaker, basis, rule: value?.rule ?? fact.rule ?? null };
}

/** Writes clauses with their footnotes. */
export interface Composer {
  /** What the fact says. */
  readonly says: (fact: StoredFact, role: Clause['role']) => Clause;
  /** The values of the asked slot, or undefined when the fact says it best itself. */
  readonly lead: (fact: StoredFact, question: Question) => Clause | undefined;
  /** The day of the fact, unless it is said already. */
  readonly dated: (fact: StoredFact, said: string) => Clause | undefined;
  /** What the fact says, on a line of its own, with its day unless that is said already. */
  readonly datedLine: (fact: StoredFact) => readonly Clause[];
  /** A text of the store with its own evidence (the gist of an entity). */
  readonly cited: (text: string, evidence: readonly Evidence[], role: Clause['role']) => Clause;
  readonly remark: (text: string) => Clause;
}

/** Makes the composer of one answer. */
export function createComposer(store: Store, footnotes: Footnotes): Composer {
  const cite = (fact: StoredFact, value?: Value) =>
    footnotes.cite(
      (value?.evidence as readonly Place[] | undefined) ?? fact.evidence,
      provenanceOf(store, fact, value),
    );
  const values = (fact: StoredFact, slot: SlotName): Clause | undefined => {
    const all = slotValues(store, fact, slot);
    const found = all.slice(0, VALUES);
    if (found.length === 0) return undefined;
    let text = listed([...new Set(found.map((v) => sayValue(store, v)))]);
    if (all.length > found.length) text += ` (${sayPart(found.length, all.length)})`;
    const counts = found.filter((v) => v.number !== undefined);
    if (slot === 'number' && counts.length > 1 && new Set(counts.map((v) => v.unit)).size === 1)
      text += ` (${sayNumber(counts.reduce((sum, v) => sum + v.number!, 0))} in all)`;
    const inferred = found.find((v) => v.basis === 'inferred');
    if (inferred?.rule) text += ` (inferred: ${inferred.rule.replace(/\.$/u, '')})`;
    return { text: sentence(text), notes: unique(found.flatMap((v) => cite(fact, v))), role: 'lead' };
  };
  const speakerOf = (fact: StoredFact): Clause => {
    const speaker = store.entities.get(fact.speaker!)!;
    const office = speaker.offices?.find((o) => o.document === fact.document)?.title;
    return {
      text: sentence(office ? `${speaker.name}, ${office}` : speaker.name),
      notes: unique(cite(fact)),
      role: 'lead',
    };
  };
  const isCountry = (id: string) => store.entities.get(id)?.kind === 'country';
  const isInCountry = (id: string) => [...closure(store, [id])].some(isCountry);
  const holds = (fact: StoredFact, slot: SlotName, fits: (id: string) => boolean) =>
    slotValues(store, fact, slot).some((v) => v.entity !== undefined && fits(v.entity));
  const says: Composer['says'] = (fact, role) => {
    const mark = fact.basis === 'inferred' && fact.rule ? ` (inferred: ${fact.rule.replace(/\.$/u, '')})` : '';
    return { text: sentence(`${fact.says.trim().replace(/\.$/u, '')}${mark}`), notes: unique(cite(fact)), role };
  };
  const dated: Composer['dated'] = (fact, said) => {
    const when = slotValues(store, fact, 'when')[0];
    if (!when) return undefined;
    const text = sayValue(store, when);
    const day = /\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{4}|\d{4}/u.exec(text)?.[0] ?? text;
    const inferred = when.basis === 'inferred' && when.rule ? when.rule.replace(/\.$/u, '') : undefined;
    if (said.includes(day) && (!inferred || said.includes('inferred'))) return undefined;
    const notes = unique(cite(fact, when));
    if (said.includes(day)) return { text: `The calendar day is inferred: ${inferred}.`, notes, role: 'context' };
    return { text: `When: ${text}${inferred ? ` (inferred: ${inferred})` : ''}.`, notes, role: 'context' };
  };
  return {
    says,
    dated,
    lead: (fact, question) => {
      const { wants } = question.asked;
      if (wants.includes('person') && asksSpeaker(question) && fact.speaker) return speakerOf(fact);
      // "which country" may be where it was, or who did it: a sea is no country.
      if (wants.includes('country') && !holds(fact, 'where', isInCountry) && holds(fact, 'who', isCountry))
        return values(fact, 'who');
      for (const wanted of wants) {
        for (const slot of SLOTS_FOR[wanted] ?? []) {
          const clause = values(fact, slot);
          if (clause) return clause;
        }
      }
      if (!wants.some((w) => w === 'person' || w === 'country' || w === 'organisation' || w === 'vessel'))
        return undefined;
      return values(fact, question.asked.form === 'whom' ? 'whom' : 'who');
    },
    datedLine: (fact) => {
      const said = says(fact, 'line');
      const day = dated(fact, said.text);
      return day ? [said, day] : [said];
    },
    cited: (text, evidence, role) => ({
      text: sentence(text),
      notes: unique(footnotes.cite(evidence, { speaker: null, basis: 'stated', rule: null })),
      role,
    }),
    remark: (text) => ({ text, notes: [], role: 'remark' }),
  };
}

/** "who said …": the asked person is the speaker, not who did what was said. */
function asksSpeaker(question: Question): boolean {
  return question.speechVerb && question.speakers.length === 0;
}

function unique(notes: readonly number[]): number[] {
  return [...new Set(notes)];
}

/** Joins clauses into the plain text of an answer with [n] marks; lines of several accounts or events stand on their own. */
export function plainText(clauses: readonly Clause[]): string {
  const parts: string[] = [];
  let onLine = false;
  for (const clause of clauses) {
    const marks = clause.notes.map((n) => `[${n}]`).join('');
    const text = clause.text + (marks ? ` ${marks}` : '');
    const ends: boolean = onLine && clause.role === 'remark';
    onLine = clause.role === 'line' || (onLine && !ends);
    parts.push(clause.role === 'line' ? `\n• ${text}` : ends ? `\n${text}` : parts.length > 0 ? ` ${text}` : text);
  }
  return parts.join('').trim();
}
