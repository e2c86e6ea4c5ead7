/** What a digest says: pure, from the store, the day and what the channel has had. */
import type { Citation } from '../answer/index.ts';
import { yearsAgo } from './on-this-day.ts';
import type { DigestSource, Footnote } from './source.ts';
import { sayAnniversary, sayUnanswered } from './wording.ts';

/** Where an item stands in the digest, in this order. */
export type Section = 'corrected' | 'new' | 'on-this-day' | 'record' | 'unanswered';

/** One item with the numbers of its footnotes; only a count of questions has none. */
export interface DigestItem {
  /** "fact:ID" or "event:ID"; "unanswered" for the count. */
  readonly key: string;
  readonly section: Section;
  /** What stands before the text ("4 years ago"), or null. */
  readonly lead: string | null;
  readonly text: string;
  readonly notes: readonly number[];
}

/** What to make a digest from. */
export interface DigestInput {
  readonly source: DigestSource;
  /** The local day, "2026-05-24". */
  readonly day: string;
  /** New and corrected is what came with `from < at <= to`, epoch ms. */
  readonly from: number;
  readonly to: number;
  /** Ids of entities and kinds; empty means everything. */
  readonly topics: readonly string[];
  /** Keys of items the channel has had. */
  readonly seen: ReadonlySet<string>;
  /** Refused questions in the window, by the kind of the reason. */
  readonly unanswered: Readonly<Record<string, number>>;
}

/** The content of a digest. */
export interface DigestContent {
  readonly items: readonly DigestItem[];
  readonly citations: readonly Citation[];
  /** New and corrected facts that found no room, by the name of their document. */
  readonly more: Readonly<Record<string, number>>;
  /** Whether there is nothing in it that the channel has not had: a count of questions alone is no news. */
  readonly empty: boolean;
}

/** A digest has no more items than this. */
const MOST_ITEMS = 8;
const MOST: Readonly<Record<Section, number>> = { corrected: 3, new: 4, 'on-this-day': 2, record: 1, unanswered: 1 };
/** Room for all items and their sources; Slack advises 4,000 characters for a whole text. */
const MOST_CHARACTERS = 3000;

interface Draft extends Omit<DigestItem, 'notes'> {
  readonly footnotes: readonly Footnote[];
  readonly documentName: string | null;
}

/** Composes the content of one digest. The same input gives the same content. */
export function composeDigest(input: DigestInput): DigestContent {
  const wanted = (topics: readonly string[]) =>
    input.topics.length === 0 || topics.some((topic) => input.topics.includes(topic));
  const drafts = [...newsOf(input, wanted), ...anniversariesOf(input, wanted), ...recordOf(input, wanted)];
  const questions = sayUnanswered(input.unanswered);
  if (questions)
    drafts.push({
      key: 'unanswered',
      section: 'unanswered',
      lead: null,
      text: questions,
      footnotes: [],
      documentName: null,
    });

  const kept: Draft[] = [];
  const more: Record<string, number> = {};
  const used: Partial<Record<Section, number>> = {};
  let room = MOST_CHARACTERS;
  for (const draft of drafts) {
    // An event that is an anniversary today is not told a second time from the record.
    if (kept.some((other) => other.key === draft.key)) continue;
    const size = sizeOf(draft);
    const fits =
      kept.length < MOST_ITEMS &&
      (used[draft.section] ?? 0) < MOST[draft.section] &&
      (size <= room || kept.length === 0);
    if (fits) {
      kept.push(draft);
      used[draft.section] = (used[draft.section] ?? 0) + 1;
      room -= size;
    } else if (draft.documentName !== null) more[draft.documentName] = (more[draft.documentName] ?? 0) + 1;
  }
  return { ...numbered(kept), more, empty: kept.every((draft) => draft.section === 'unanswered') };
}

function sizeOf({ text, footnotes }: Draft): number {
  return text.length + footnotes.reduce((sum, note) => sum + note.quote.length + 60, 20);
}

function newsOf({ source, from, to }: DigestInput, wanted: (topics: readonly string[]) => boolean): Draft[] {
  const within = (at: number | null) => at !== null && at > from && at <= to;
  const corrected: Draft[] = [];
  const fresh: Draft[] = [];
  for (const fact of source.facts) {
    if (!wanted(fact.topics)) continue;
    const common = { key: `fact:${fact.id}`, footnotes: fact.footnotes, documentName: fact.documentName };
    const text = fact.inferred ? `${fact.says} (Inferred.)` : fact.says;
    if (within(fact.firstLoaded)) {
      if (fact.withdrawn === null) fresh.push({ ...common, section: 'new', lead: null, text });
    } else if (within(fact.corrected)) {
      const lead = fact.withdrawn === null ? 'Now reads' : `Withdrawn (${fact.withdrawn})`;
      corrected.push({ ...common, section: 'corrected', lead, text });
    }
  }
  return [...corrected, ...fresh];
}

function anniversariesOf({ source, day }: DigestInput, wanted: (topics: readonly string[]) => boolean): Draft[] {
  const found = source.events.flatMap((event) => {
    const years = wanted(event.topics) ? yearsAgo(event.when, day) : null;
    return years === null ? [] : [{ event, years }];
  });
  // The longest ago last: what is nearer concerns more readers.
  found.sort((a, b) => a.years - b.years || b.event.weight - a.event.weight || (a.event.id < b.event.id ? -1 : 1));
  return found.map(({ event, years }) => ({
    key: `event:${event.id}`,
    section: 'on-this-day' as const,
    lead: sayAnniversary(years),
    text: `${event.says}${event.inferred ? ' (Inferred.)' : event.dayInferred ? ' (The day is inferred.)' : ''}`,
    footnotes: event.footnotes,
    documentName: null,
  }));
}

function recordOf({ source, seen }: DigestInput, wanted: (topics: readonly string[]) => boolean): Draft[] {
  return source.events
    .filter((event) => wanted(event.topics) && !seen.has(`event:${event.id}`))
    .sort((a, b) => (b.when ?? '').localeCompare(a.when ?? '', 'en') || (a.id < b.id ? -1 : 1))
    .map((event) => ({
      key: `event:${event.id}`,
      section: 'record' as const,
      lead: null,
      text: event.inferred ? `${event.says} (Inferred.)` : event.says,
      footnotes: event.footnotes,
      documentName: null,
    }));
}

/** Numbers footnotes in the order of the text; the same place has one number. */
function numbered(drafts: readonly Draft[]): Pick<DigestContent, 'items' | 'citations'> {
  const citations: Citation[] = [];
  const numberOf = (note: Footnote): number => {
    const same = (c: Footnote) =>
      c.document === note.document && c.paragraph === note.paragraph && c.quote === note.quote;
    const known = citations.find(same);
    if (known) return known.n;
    citations.push({ n: citations.length + 1, ...note });
    return citations.length;
  };
  const items = drafts.map(({ key, section, lead, text, footnotes }) => ({
    key,
    section,
    lead,
    text,
    notes: [...new Set(footnotes.map(numberOf))].sort((a, b) => a - b),
  }));
  return { items, citations };
}
