/** What a question was understood to be: data only, made by `understand`, read by matching and by the say-back. */
import type { Interval } from '../facts/index.ts';
import type { Span, Word } from '../lookup/index.ts';
import type { Amendments } from './amendments.ts';
import type { AnotherEvent } from './another-event.ts';
import type { Reckoning } from './arithmetic.ts';
import type { DateMention } from './date-mentions.ts';
import type { Headed } from './headed.ts';
import type { Matter } from './matters.ts';
import type { Pairing } from './one-and-same.ts';
import type { Options } from './options.ts';
import type { Whole } from './wholes.ts';

/** The kinds of values a question can want. */
export const WANTED = [
  'person',
  'country',
  'organisation',
  'agency',
  'vessel',
  'place',
  'date',
  'number',
  'reason',
  'manner',
  'thing',
] as const;

/** What kind of value a question wants. */
export type Wanted = (typeof WANTED)[number];

/** The form in which a question asks. */
export type Form =
  | 'who'
  | 'whom'
  | 'when'
  | 'where'
  | 'why'
  | 'how'
  | 'how-many'
  | 'what'
  | 'which'
  | 'yes-no'
  | 'define'
  | 'list'
  | 'said'
  | 'compare'
  | 'timeline'
  | 'order'
  | 'any';

/** The asked slot: the form, what values it wants, and the asked noun if it has one. */
export interface Asked {
  readonly form: Form;
  readonly wants: readonly Wanted[];
  /** Asked noun as written ("sea areas"). */
  readonly noun: string | null;
  /** The noun that is asked for, as a span: the fact must know the word, or its kind. */
  readonly head: Span | null;
  /** Index range of the words that only ask; they are no content. */
  readonly words: ReadonlySet<number>;
}

/** A date the fact must fit; `anchor` is the event it was counted from. */
export interface DateConstraint {
  readonly text: string;
  /** Index of its first word. */
  readonly start: number;
  readonly interval?: Interval;
  readonly anyYear?: string;
  readonly orInterval?: Interval;
  readonly weekday?: number;
  readonly relative?: boolean;
  /** What a date counts from today, for documents that count the same from their own day. */
  readonly counts?: DateMention['counts'];
  /** Bases of its words: a document may count in the same words from its own day. */
  readonly bases?: readonly string[];
  /** All days before, or after, the one that is named. */
  readonly open?: boolean;
  readonly anchor?: string;
}

/** Who did what to whom, as far as the question's grammar says it beyond doubt. */
export interface Role {
  /** Entities the agent may be (one mention, several readings). */
  readonly agent?: readonly string[];
  readonly patient?: readonly string[];
  /** The patient stands after "with": it may act too. */
  readonly beside?: boolean;
  /** The agent stands right after an auxiliary ("did NAME …"), or opens the question. */
  readonly subject?: boolean;
  /** Who and what, as written. */
  readonly said: string;
  /** Predicate classes of the verb or noun. */
  readonly classes: readonly string[];
}

/** A name in the question and the entities it may mean. */
export interface NameMention {
  readonly span: Span;
  readonly entities: readonly string[];
}

/** People whom a question asks for by their number, and the offices that they hold; no offices where it says only who they are. */
export interface Holders {
  readonly count: number;
  readonly offices: readonly string[];
}

/** A part of a message that asks for itself. */
export interface Part {
  /** As written. */
  readonly text: string;
  /** As questions of its own with the words that it leaves to another part, the likeliest first. */
  readonly whole: readonly string[];
  /** A pronoun in it, with the text around. */
  readonly pronoun: {
    readonly person: boolean;
    /** "his rank", not "he". */
    readonly owns: boolean;
    readonly before: string;
    readonly after: string;
  } | null;
  /** Where what it asks of stands, if it only asks: in the next part, or in a topic that all parts have. */
  readonly shares: 'next' | 'topic' | null;
  /** It only asks ("and in what words?"), of what the part before it says. */
  readonly asksOn?: boolean;
}

/** Two parts of a question that it sets against each other, each as written. */
export interface Sides {
  /** Compared, so much time apart, one before or after the other (asked, or said of them), on one day, or one of both. */
  readonly relation: 'compare' | 'apart' | 'before-or-after' | 'before' | 'after' | 'same-day' | 'or';
  /** The side named first; null where it is what was spoken of before. */
  readonly first: string | null;
  readonly second: string;
  /** Of sides that are apart, the unit of time that is asked for. */
  readonly unit?: 'day' | 'week' | 'month' | 'year' | null;
}

/** Names that a question takes off a list, to ask for the others. */
export interface Remainder {
  readonly out: readonly Span[];
  /** What is asked, without them. */
  readonly rest: string;
}

/** Words or a deed that a question gives to somebody. */
export interface Attribution {
  /** Whom: names of the store, or of the world. */
  readonly to: readonly Span[];
  /** Several are offered, of which one is meant ("was it A or B who …"). */
  readonly chooses: boolean;
  /** To nobody else ("it was NAME that …"). */
  readonly alone: boolean;
  /** What asks for who it was. */
  readonly rest: string;
  /** The offices that it says in passing the one named has ("it was NAME, as defence minister, who …"); undefined where it says nothing of the kind. */
  readonly as?: readonly string[] | undefined;
}

/** Words of a question, from one index up to another, that describe somebody: by a clause, or as who else took part in an event. */
export type Description = {
  readonly from: number;
  readonly to: number;
} & (
  | { readonly noun: string; readonly clause: string }
  /** Ids of entities and events. */
  | { readonly besides: readonly string[]; readonly events: readonly string[] }
);

/** The question as understood. */
export interface Question {
  /** Normalised text. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly spans: readonly Span[];
  /** The spans that say what it is about: not asking, not dates, not pure padding. */
  readonly content: readonly Span[];
  /** Spans that are set aside ("besides X") or offered as a choice ("X or Y"): they restrict nothing. */
  readonly asides: ReadonlySet<Span>;
  /** Spans that place the matter ("before the signing", "on the roadmap") without being it. */
  readonly scenes: ReadonlySet<Span>;
  /** Of the scenes, those right after "in": where it took place. */
  readonly within: ReadonlySet<Span>;
  /** What whoever is asked for is to have said ("who held that …"): what it names must be in the fact itself. */
  readonly saidClause: ReadonlySet<Span>;
  /** Spans right after "about": what is spoken of. */
  readonly about: ReadonlySet<Span>;
  /** The events during which what is asked for took place ("during the summit"). */
  readonly meanwhile: readonly Span[];
  /** Of the asides, those of a clause that only says when ("while X was in Y", "before the signing by X"). */
  readonly setting: ReadonlySet<Span>;
  /** Of the asides, those that are only guessed at ("or what", "maybe a submarine"). */
  readonly guesses: ReadonlySet<Span>;
  /** Of the asides, those after "besides" and the like. */
  readonly excluded: ReadonlySet<Span>;
  /** Contrastive words that a fact may leave out ("other", "only"): they count as evidence, not as a gate. */
  readonly softContrasts: ReadonlySet<Span>;
  readonly asked: Asked;
  readonly names: readonly NameMention[];
  /** Of the names, those that must have said it ("according to X", "what did X say"). */
  readonly speakers: readonly NameMention[];
  /** Asks for somebody's own words ("the words NAME used", "verbatim"): that they condemned it is not what they said. */
  readonly verbatim: boolean;
  /** What stands between quotation marks: the fact that holds these very words is meant. */
  readonly quoted: ReadonlySet<Span>;
  /** Of the names, those right after an auxiliary ("did NAME …"): the fact itself must be about them. */
  readonly subjects: readonly NameMention[];
  /** Of the names, those said to be the only ones, each with the word that says so. */
  readonly alone: readonly { readonly name: NameMention; readonly word: Span }[];
  readonly dates: readonly DateConstraint[];
  /** A date that can be read two ways. */
  readonly ambiguousDate: DateMention | null;
  /** Ids of documents it names; empty for any. */
  readonly documents: readonly string[];
  /** Speaks of a text at all ("the article", "the report"), or names one. */
  readonly namesText: boolean;
  /** Asks of a text or of a part of it ("the headline", "the photo"): what else it names may only tell which. */
  readonly ofText: boolean;
  /** "both documents", "across the articles": asked of each. */
  readonly allDocuments: boolean;
  readonly numbers: readonly { readonly value: number; readonly span: Span }[];
  /** Bodies said to be of a country that is not theirs ("Russia's defence ministry" where only China's is known). */
  readonly foreign: readonly Span[];
  /** Offices that stand without their holder's name, and the country or body they are said to be of. */
  readonly offices: readonly {
    readonly span: Span;
    readonly ids: readonly string[];
    readonly of: readonly string[] | null;
    /** Who holds it is said to say something. */
    readonly says: boolean;
  }[];
  /** The asked noun, where it only classes what a verb of its own asks for ("which practices will they oppose"). */
  readonly classing: Span | null;
  /** The verb or noun of action that the question turns on. */
  readonly mainVerb: Span | null;
  readonly roles: readonly Role[];
  /** The unit of time that is asked for ("in which month"): a date known less finely is no answer. */
  readonly unitAsked: 'day' | 'month' | null;
  /** Words that are units of time ("months"). */
  readonly timeUnits: ReadonlySet<number>;
  /** "before NAME", where who held an office before or after a person is asked for; null otherwise. */
  readonly succession: string | null;
  /** At whose head stands the one who is asked for ("who commands NAME"); null where no head is asked for. */
  readonly headed: Headed | null;
  /** "who at NAME": whom it asks for belongs to NAME; null where it does not say so. */
  readonly inside: NameMention | null;
  /** How many people it asks for ("the two ministers"); null where it does not count them. */
  readonly holders: Holders | null;
  /** It asks for somebody beside those it names: among those who do it, or in any part. */
  readonly others: 'doers' | 'any' | null;
  /** That it asks for what somebody spoke of; null where it does not. */
  readonly matter: Matter | null;
  /** The event that it puts before or after others of its kind; null where it does to none. */
  readonly anotherEvent: AnotherEvent | null;
  /** Whom a reply that is asked about goes to. */
  readonly addressed: readonly NameMention[];
  /** Of which place a part is asked for ("where in NAME"); null where none is. */
  readonly whole: Whole | null;
  readonly negated: boolean;
  /** Asks who or what did not ("which country did not attend"). */
  readonly denies: boolean;
  /** What it claims not to have been so ("NAME never said it, right?"), as the claim that it was; null where it claims no such thing. */
  readonly deniedClaim: string | null;
  /** Holds numbers against each other ("more, A or B", "the same number"). */
  readonly compares: boolean;
  /** What it has reckoned from two numbers ("in all", "minus"); null where nothing is. */
  readonly reckons: Reckoning | null;
  /** The sentences in it that it wants put right; null where it wants none put right. */
  readonly amends: Amendments | null;
  /** Offers a choice ("a frigate or a destroyer"), which no "yes" answers. */
  readonly chooses: boolean;
  /** What it takes off a list before it asks for the others; null where it takes off nothing. */
  readonly remainder: Remainder | null;
  /** What it asks of two who hold an office, or are named; null where it holds none against each other. */
  readonly pairing: Pairing | null;
  /** Of two accounts it asks for what only one of them has, or for what both have. */
  readonly contrast: 'apart' | 'shared' | null;
  /** Asks for what several events have in common. */
  readonly inCommon: boolean;
  /** Asks who took part in an event, and for nothing else about it. */
  readonly asksParticipants: boolean;
  /** Whom it describes without a name; null where it describes nobody. */
  readonly described: Description | null;
  /** What it calls new ("the first", "unprecedented"), says to have been before ("already"), or asks which; null where it does neither. */
  readonly novelty: { readonly of: string; readonly called: 'new' | 'old' | 'either' } | null;
  /** Of the names, those where a way begins ("from A") and those where it ends ("to B"). */
  readonly route: { readonly starts: readonly NameMention[]; readonly ends: readonly NameMention[] };
  /** What it chooses from ("A, B, C: which of these …"); null where it offers no list. */
  readonly options: Options | null;
  /** Whom it gives words or a deed to, to be told whether it was they; null where it does not. */
  readonly attribution: Attribution | null;
  /** The questions in it that stand for themselves, as text; one for most. */
  readonly parts: readonly Part[];
  /** The sides it sets against each other, in every way that its words can be parted. */
  readonly sides: readonly Sides[];
  /** The things it wants put in order of time, in every way that its words can be parted. */
  readonly items: readonly (readonly string[])[];
  /** Of things in order, the latest is asked for, or comes first. */
  readonly latestFirst: boolean;
  /** "what did he say": who was named before must be the speaker. */
  readonly pronounSpeaks: boolean;
  /** A verb of saying stands in it. */
  readonly speechVerb: boolean;
  /** Refers back: pronouns, "and …", a bare slot. */
  readonly refersBack: boolean;
  readonly pronouns: readonly string[];
}
