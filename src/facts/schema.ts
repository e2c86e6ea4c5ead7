/**
 * The shape of the curated fact store, as it is written in `seeds/`. These schemas validate the YAML on loading and are
 * exported as JSON Schema for editors (`npm run schema`). All dates are EDTF (https://www.loc.gov/standards/datetime/).
 */
import { z } from 'zod';

/** The longest verbatim fragment the editorial rules allow, in words. */
export const LONGEST_FRAGMENT = 15;

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower-case letters, digits and hyphens');

/** Where a value stands: a paragraph (the n-th non-blank line) and a short verbatim fragment that identifies the place. */
export const evidenceSchema = z.strictObject({
  document: id.optional().describe('id of the document; without it, the document of this file'),
  p: z.int().positive().describe('paragraph: the n-th non-blank line of the document'),
  quote: z.string().min(1).describe(`verbatim fragment of at most ${LONGEST_FRAGMENT} words`),
});

const basis = {
  basis: z.enum(['stated', 'inferred']).optional().describe('stated unless said otherwise'),
  rule: z.string().optional().describe('for an inferred value: the rule, in words'),
  premises: z
    .array(z.string())
    .optional()
    .describe('for an inferred value: what it follows from (ids of facts, events or documents)'),
};

/** One value of a slot: an entity, a number, a date or words, each with its own evidence when the fact's does not hold it. */
export const valueSchema = z.strictObject({
  entity: id.optional(),
  edtf: z.string().optional().describe('a date or interval in EDTF'),
  number: z.number().optional(),
  unit: z.string().optional().describe('what is counted, in the plural'),
  approximate: z.boolean().optional(),
  as: z.string().optional().describe('how the value reads in an answer'),
  evidence: z.array(evidenceSchema).optional(),
  ...basis,
});

/** The names of the slots a fact can fill; each is what one kind of question asks for. */
export const SLOTS = ['who', 'whom', 'when', 'where', 'number', 'reason', 'manner', 'thing', 'agency'] as const;

const slots = Object.fromEntries(SLOTS.map((name) => [name, z.array(valueSchema).optional()])) as Record<
  (typeof SLOTS)[number],
  z.ZodOptional<z.ZodArray<typeof valueSchema>>
>;

/** One clause of knowledge, in our own words, about an event, a statement, an entity or a document. */
export const factSchema = z.strictObject({
  id,
  of: id.describe('the event, entity or document that the fact is about'),
  says: z
    .string()
    .min(1)
    .describe('the fact as one or two full sentences in our own words; names its speaker if it has one'),
  evidence: z.array(evidenceSchema).min(1),
  speaker: id.optional().describe('who said it, for an attributed fact'),
  stance: z.string().optional().describe('announces, condemns, denies, praises, warns, explains …'),
  polarity: z.enum(['affirmed', 'denied']).optional(),
  answers: id.optional().describe('id of the fact or event that the statement responds to'),
  reported_by: id.optional().describe('the agency or outlet through which the document has it'),
  ...slots,
  frames: z
    .array(z.string().regex(/^[^:>]+(:[^:>]*)?(>[^:>]*)?$/, 'write "classes : agents > patients"'))
    .optional()
    .describe('predicate classes with their roles: "condemn, oppose : china russia > us"'),
  topics: z.array(z.string()).optional().describe('topic classes of the vocabulary that the fact is about'),
  excludes: z
    .array(z.string())
    .optional()
    .describe('words that the fact contradicts: a yes/no question with one is answered no'),
  asked_as: z.array(z.string()).optional().describe('ways in which a reader may ask for this fact'),
  context: z.array(id).optional().describe('facts that belong into a full answer after this one'),
  rank: z.int().optional().describe('of two facts that fit equally, the higher goes first (0 unless said otherwise)'),
  ...basis,
  superseded: z.strictObject({ by: id.optional(), reason: z.string() }).optional(),
});

/** Something that happened, or was planned, denied or cancelled; several documents may report it. */
export const eventSchema = z.strictObject({
  id,
  kind: id.describe('a kind declared in the vocabulary'),
  name: z.string().describe('as a noun phrase, with article: "the joint air patrols of 24 May 2022"'),
  aliases: z.array(z.string()).optional().describe('noun phrases by which a question may name it'),
  status: z.enum(['occurred', 'planned', 'denied', 'cancelled']),
  when: valueSchema.optional(),
  where: z.array(valueSchema).optional(),
  participants: z.array(valueSchema.extend({ role: z.string(), count: z.int().optional() })).optional(),
  part_of: id.optional(),
  same_day_as: z.array(id).optional(),
  response_to: id.optional(),
  before: z.array(id).optional(),
});

/** A person, country, organisation, place, vessel … */
export const entitySchema = z.strictObject({
  id,
  kind: z.enum(['person', 'country', 'organisation', 'agency', 'group', 'place', 'vessel', 'exercise', 'publication']),
  name: z.string(),
  aliases: z.array(z.string()).optional(),
  adjectives: z.array(z.string()).optional().describe('demonyms and the like'),
  misspellings: z.array(z.string()).optional(),
  of: z.array(id).optional().describe('what it belongs to: the country of a person, the place that contains a place'),
  stands_for: z.array(id).optional().describe('what its name can mean beside itself: a capital stands for its country'),
  members: z.array(id).optional().describe('a closed list of members'),
  offices: z.array(z.strictObject({ title: z.string(), document: id })).optional(),
  gist: z
    .string()
    .optional()
    .describe('one line that says who or what it is, in our own words, only from the documents'),
  evidence: z.array(evidenceSchema).optional(),
});

/** A document and what it says of itself. The text is never in the repository. */
export const documentSchema = z.strictObject({
  id,
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  paragraphs: z.int().positive(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable().describe('the day the document bears (EDTF), or null'),
  covers: z.string().describe('the time its news is about (EDTF)'),
  aliases: z.array(z.string()).optional().describe('how a question may name the document'),
  no_fact: z.array(z.strictObject({ p: z.int().positive(), reason: z.string() })).optional(),
});

/** A file of `seeds/documents/`: one document with its events and facts. */
export const documentFileSchema = z.strictObject({
  document: documentSchema,
  events: z.array(eventSchema),
  facts: z.array(factSchema),
});

/** The file `seeds/entities.yaml`. */
export const entityFileSchema = z.strictObject({ entities: z.array(entitySchema) });

export type Evidence = z.infer<typeof evidenceSchema>;
export type Value = z.infer<typeof valueSchema>;
export type SlotName = (typeof SLOTS)[number];
export type Fact = z.infer<typeof factSchema>;
export type StoredEvent = z.infer<typeof eventSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type DocumentRecord = z.infer<typeof documentSchema>;
