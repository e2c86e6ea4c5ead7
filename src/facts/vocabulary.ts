/**
 * Words are data: the shape of the files in `seeds/vocabulary/`. Every file holds some of these keys; the loader merges them.
 * Words are written in their base form (the lookup folds case, inflection and British/American spelling); phrases of several
 * words are allowed everywhere.
 */
import { z } from 'zod';

const words = z.array(z.string().min(1));
const classOf = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), words);

export const vocabularySchema = z.strictObject({
  predicates: classOf
    .optional()
    .describe('classes of verbs, their nominalisations and phrases: what happens in a fact'),
  topics: classOf.optional().describe('classes of nouns and adjectives: what a fact is about'),
  asks: z
    .record(z.string(), words)
    .optional()
    .describe(
      'nouns a question asks for ("which city"), by slot: person country organisation place date vessel agency number reason manner thing',
    ),
  offices: classOf.optional().describe('offices a person can hold, by what they are'),
  light: words.optional().describe('words that carry no constraint in a question'),
  contrast: words.optional().describe('words that must be in the fact: next, first, only, other …'),
  antonyms: z
    .array(z.array(words).length(2))
    .optional()
    .describe('pairs of groups: a fact that has one side contradicts the other'),
  one_of: z
    .array(z.array(words))
    .optional()
    .describe('closed sets of groups of which a fact holds one: ordinals, weekdays, months'),
  never: z
    .array(z.strictObject({ attribute: z.string(), words }))
    .optional()
    .describe('attributes people ask for that reports seldom give; a fact that has one says so in its own words'),
  strangers: z
    .array(z.strictObject({ kind: z.string(), names: words }))
    .optional()
    .describe(
      'well-known names of the world, so that a question about one that no document names is told apart from a typo',
    ),
  offtopic: z
    .array(z.strictObject({ subject: z.string(), words }))
    .optional()
    .describe('what is asked of any bot and has nothing to do with documents'),
  small_talk: z
    .array(z.strictObject({ kind: z.string(), words, reply: z.string() }))
    .optional()
    .describe('whole messages that are greetings, thanks, help …, with the reply'),
  chatter: words.optional().describe('phrases around a question that are cut off before it is read'),
  texting: z
    .record(z.string(), z.string())
    .optional()
    .describe('texting forms and common misspellings of common words: from → to'),
  irregular: z.record(z.string(), z.string()).optional().describe('irregular forms: form → base'),
  spelling_kept: words
    .optional()
    .describe('words that look like the British spelling of another word and are not: promise, hour'),
  grammar: classOf
    .optional()
    .describe('function words by the part they play in a question: auxiliary, wh, compare, before …'),
  numbers: z.record(z.string(), z.number()).optional().describe('number words and their values'),
  event_kinds: z
    .array(z.strictObject({ id: z.string(), name: z.string(), words, asked_as: words.optional() }))
    .optional()
    .describe('kinds of events, the words that name one, and the ways to ask that serve every event of the kind'),
});

export type Vocabulary = z.infer<typeof vocabularySchema>;
