/** A tiny engine with the contract of the real one, so that these tests need no fact store; a stand-in, not a mock of it. */
import type { Answer, Ask, Citation, Clause, ThreadContext } from '../../../src/answer/index.ts';
import type { CitedList, Library, ReloadState } from '../../../src/slack/index.ts';

export const STORE = 'a'.repeat(64);

/** A footnote to the invented document of these tests. */
export function cite(n: number, more: Partial<Citation> = {}): Citation {
  return {
    n,
    document: 'pti-2022-05-24',
    file: 'report.txt',
    paragraph: n + 3,
    quote: `fragment ${n}`,
    title: null,
    publisher: 'PTI',
    published: '2022-05-24',
    covers: '2022-05-24',
    ...more,
  };
}

const NOWHERE: ThreadContext = { facts: [], entities: [], events: [], asked: null, concepts: [], date: null };

/** Makes an answer; what is not said is empty. */
export function answerOf(question: string, clauses: readonly Clause[], more: Partial<Answer> = {}): Answer {
  const notes = [...new Set(clauses.flatMap((c) => c.notes))];
  return {
    question,
    status: 'answered',
    text: clauses.map((c) => `${c.text}${c.notes.map((n) => ` [${n}]`).join('')}`).join(' '),
    clauses,
    citations: notes.map((n) => cite(n)),
    provenance: Object.fromEntries(notes.map((n) => [n, { speaker: null, basis: 'stated' as const, rule: null }])),
    reading: 'who · patrol',
    reason: null,
    nearest: [],
    suggestions: [],
    thread: NOWHERE,
    store: STORE,
    ...more,
  };
}

const lead = (text: string, ...notes: number[]): Clause => ({ text, notes, role: 'lead' });

/** What the engine knows: a pattern for the question, and the answer. Follow-ups need the event of the thread. */
const KNOWN: readonly [RegExp, (question: string, thread: ThreadContext | undefined) => Answer][] = [
  [
    /who .*patrol/i,
    (q) =>
      answerOf(
        q,
        [
          lead('China and Russia flew the patrol.', 1),
          { text: 'It went over the Sea of Japan.', notes: [2], role: 'context' },
        ],
        {
          suggestions: ['When was the patrol?', 'Where was the patrol?'],
          thread: { ...NOWHERE, events: ['patrol'], facts: ['f1'], asked: 'who' },
        },
      ),
  ],
  [
    /when .*patrol/i,
    (q) =>
      answerOf(q, [lead('On 24 May 2022.', 1)], {
        reading: 'when · patrol',
        provenance: { 1: { speaker: null, basis: 'inferred', rule: 'the Tuesday of the summit' } },
        thread: { ...NOWHERE, events: ['patrol'], asked: 'when' },
      }),
  ],
  [
    /where .*patrol/i,
    (q) =>
      answerOf(q, [lead('Over the Sea of Japan.', 2)], {
        reading: 'where · patrol',
        thread: { ...NOWHERE, events: ['patrol'], asked: 'where' },
      }),
  ],
  [
    /^and where\??$/i,
    (q, thread) =>
      thread?.events.includes('patrol')
        ? answerOf(q, [lead('The patrol went over the Sea of Japan.', 2)], {
            reading: 'where · patrol (from the thread)',
            thread,
          })
        : unknown(q),
  ],
  [
    /what did kishi say/i,
    (q) =>
      answerOf(q, [lead('Japan has “grave concerns”.', 1)], {
        citations: [cite(1, { quote: 'grave concerns', paragraph: 5 })],
        provenance: { 1: { speaker: 'Nobuo Kishi', basis: 'stated', rule: null } },
        reading: 'what was said · Kishi',
      }),
  ],
  [
    /how many bombers/i,
    (q) =>
      answerOf(q, [
        lead('The accounts differ:'),
        { text: 'Two Chinese bombers, says Kishi.', notes: [1], role: 'line' },
        { text: 'Four, says Moscow.', notes: [2], role: 'line' },
      ]),
  ],
  [
    /list everything/i,
    (q) =>
      answerOf(q, [
        lead('All of it:'),
        ...Array.from(
          { length: 200 },
          (_, i): Clause => ({ text: `Event ${i} happened somewhere in the region.`, notes: [i + 1], role: 'line' }),
        ),
      ]),
  ],
  [
    /hostile/i,
    (q) =>
      answerOf(q, [lead('<!channel> & <@U1> said *so*.', 1)], {
        citations: [cite(1, { quote: '<!here> & <https://evil.example|click>' })],
        reading: '<!everyone>',
      }),
  ],
  [
    /break/i,
    () => {
      throw new Error('the engine broke, with a secret in it');
    },
  ],
];

function unknown(question: string): Answer {
  return answerOf(
    question,
    [
      { text: "The documents don't say: the speed is not recorded in them.", notes: [], role: 'remark' },
      { text: 'The closest they come:', notes: [], role: 'remark' },
      { text: 'China and Russia flew the patrol.', notes: [1], role: 'line' },
    ],
    {
      status: 'abstained',
      reason: { kind: 'not-recorded', failed: 'speed' },
      nearest: [{ text: 'China and Russia flew the patrol.', citations: [cite(1)], question: 'Who flew the patrol?' }],
      suggestions: ['Who flew the patrol?'],
      reading: 'speed · patrol',
    },
  );
}

/** The engine of these tests. `store` is the hash it names. */
export function createFixtureAsk(store = STORE): Ask {
  return (question, options) => {
    const make = KNOWN.find(([pattern]) => pattern.test(question))?.[1];
    return { ...(make ? make(question, options.thread) : unknown(question)), store };
  };
}

/** The library of these tests. */
export function createFixtureLibrary(more: { passage?: string; reload?: ReloadState } = {}): Library {
  const list = (title: string): CitedList => ({
    title,
    clauses: [
      { text: 'Patrol, 24 May 2022.', notes: [1], role: 'line' },
      { text: 'Summit, 24 May 2022.', notes: [2], role: 'line' },
    ],
    citations: [cite(1), cite(2)],
  });
  return {
    storeHash: () => STORE,
    reload: () => more.reload ?? { ok: true },
    documents: () => [
      {
        id: 'pti-2022-05-24',
        file: 'report.txt',
        title: null,
        publisher: 'PTI',
        published: '2022-05-24',
        paragraphs: 12,
      },
    ],
    passage: async () => more.passage ?? null,
    prompts: () => ['Who flew the patrol?', 'When was the patrol?'],
    timeline: () => list('Timeline'),
    profile: (name) => (/kishi/i.test(name) ? list('Nobuo Kishi') : undefined),
  };
}
