import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFixtureAsk, createFixtureLibrary } from './support/engine.ts';
import { quiet, type Running, run, until } from './support/run.ts';

let r: Running;
beforeEach(async () => {
  r = await run('http');
});
afterEach(() => r.stop());

const asked = async (question: string) => {
  const before = r.fake.ephemerals().length;
  await r.fake.command('/ask', question);
  return until(() => r.fake.ephemerals()[before]);
};
const modal = (n = 0) => until(() => r.fake.team().views[n]?.view);

describe('Share', () => {
  test('posts the answer anew in the name of who clicked, and takes the button away', async () => {
    const answer = await asked('who flew the patrol?');
    await r.fake.click(answer, 'share_answer');
    const post = await until(() => r.fake.posts()[0]);
    expect(post.text).toMatch(/^<@U1> shared: who flew the patrol\?\n/);
    expect(post.thread_ts).toBeUndefined();
    await until(() => answer.updates === 1);
    expect(JSON.stringify(answer.blocks)).not.toContain('share_answer');
    expect(answer.text).toContain('You shared this answer');
  });

  test('clicked twice posts once', async () => {
    const answer = await asked('who flew the patrol?');
    await Promise.all([r.fake.click(answer, 'share_answer'), r.fake.click(answer, 'share_answer')]);
    await quiet(r);
    expect(r.fake.posts()).toHaveLength(1);
  });

  test('in a channel that the bot is not in says how to invite it, and works afterwards', async () => {
    await r.fake.command('/ask', 'who flew the patrol?', { channel: 'C2' });
    const answer = await until(() => r.fake.ephemerals()[0]);
    await r.fake.click(answer, 'share_answer');
    expect((await until(() => r.fake.ephemerals()[1])).text).toContain('/invite @footnote');
    r.fake.team().channels.get('C2')!.members.add(r.fake.team().botUser);
    await r.fake.click(answer, 'share_answer');
    expect((await until(() => r.fake.posts()[0])).channel).toBe('C2');
  });
});

describe('Show Sources', () => {
  test('opens each footnote with who said it and whether it is stated', async () => {
    await r.fake.click(await asked('what did Kishi say?'), 'show_sources');
    const text = JSON.stringify(await modal());
    for (const part of [
      'grave concerns',
      'PTI · 24 May 2022 · paragraph 5',
      'Said by Nobuo Kishi',
      'stated in the document',
      'held by its publisher (PTI)',
    ])
      expect(text).toContain(part);
  });

  test('names the rule of what is inferred', async () => {
    await r.fake.click(await asked('when was the patrol?'), 'show_sources');
    expect(JSON.stringify(await modal())).toContain('inferred: the Tuesday of the summit');
  });

  test('a click that came too late is told to try again', async () => {
    const answer = await asked('who flew the patrol?');
    r.fake.trouble.hook = (method) => {
      if (method === 'views.open') r.fake.clock.advance(4000);
      return undefined;
    };
    await r.fake.click(answer, 'show_sources');
    expect((await until(() => r.fake.ephemerals()[1])).text).toContain('click Show Sources again');
  });

  test('answers with the thread that the question had', async () => {
    const first = await r.fake.mention('{bot} who flew the patrol?');
    await until(() => r.fake.posts()[0]);
    await r.fake.mention('{bot} and where?', {}, { thread_ts: first.ts });
    await r.fake.click(await until(() => r.fake.posts()[1]), 'show_sources');
    expect(JSON.stringify(await modal())).toContain('paragraph 5');
  });
});

test('Show Sources gives the whole passage when the documents are at hand', async () => {
  const passage = 'Before it. Then Japan voiced “grave concerns” over the sorties. After it.';
  const full = await run('http', { library: createFixtureLibrary({ passage }) });
  await full.fake.command('/ask', 'what did Kishi say?');
  await full.fake.click(await until(() => full.fake.ephemerals()[0]), 'show_sources');
  const blocks = (await until(() => full.fake.team().views[0])).view.blocks as Record<string, unknown>[];
  const quote = JSON.stringify(blocks);
  expect(quote).toContain('Then Japan voiced “');
  expect(quote).toContain('{"type":"text","text":"grave concerns","style":{"bold":true}}');
  expect(quote).not.toContain('held by its publisher');
  await full.stop();
});

describe('a question to go on with', () => {
  test('below an open answer is answered in the thread, in the name of who clicked, once', async () => {
    const question = await r.fake.mention('{bot} who flew the patrol?');
    const post = await until(() => r.fake.posts()[0]);
    await r.fake.click(post, 'ask_again:0', { user: 'U2' });
    await r.fake.click(post, 'ask_again:0', { user: 'U2' });
    const next = await until(() => r.fake.posts()[1]);
    expect(next).toMatchObject({
      thread_ts: question.ts,
      text: expect.stringMatching(/^<@U2> asked: When was the patrol\?/),
    });
    await quiet(r);
    expect(r.fake.posts()).toHaveLength(2);
  });

  test('becomes the context of the thread', async () => {
    const question = await r.fake.mention('{bot} what speed had it?');
    await r.fake.click(await until(() => r.fake.posts()[0]), 'ask_again:0');
    await until(() => r.fake.posts()[1]);
    await r.fake.mention('{bot} and where?', {}, { thread_ts: question.ts });
    expect((await until(() => r.fake.posts()[2])).text).toContain('Sea of Japan');
  });
});

describe('stale controls', () => {
  test('work in another process with another store, which says that it changed', async () => {
    const answer = await asked('who flew the patrol?');
    const later = await run('http', { ask: createFixtureAsk('b'.repeat(64)) });
    later.fake.team().messages.push(answer);
    await later.fake.click(answer, 'show_sources');
    expect(JSON.stringify((await until(() => later.fake.team().views[0])).view)).toContain(
      'The fact store has changed',
    );
    await later.stop();
  });

  test.each(['show_sources', 'share_answer', 'ask_again:0', 'feedback'])(
    '%s with a value of another version says so',
    async (id) => {
      await r.fake.click(await asked('who flew the patrol?'), id, {}, { value: '["v0","old"]' });
      expect((await until(() => r.fake.ephemerals()[1])).text).toContain('older version');
    },
  );

  test('an unknown action is acknowledged and says so', async () => {
    const taken = await r.fake.click(
      await asked('who flew the patrol?'),
      'show_sources',
      {},
      { action_id: 'no_such_action' },
    );
    expect(taken.status).toBe(200);
    expect((await until(() => r.fake.ephemerals()[1])).text).toContain('older version');
  });
});

describe('feedback', () => {
  const feedback = (side: 'positive_button' | 'negative_button', blocks: Record<string, unknown>[]) => {
    const row = blocks.find((b) => b.type === 'context_actions')!;
    return { value: (row.elements as Record<string, Record<string, string>>[])[0]![side]!.value };
  };
  const filled = (fault: string, remark: string | null) => ({
    fault: { fault: { type: 'radio_buttons', selected_option: { value: fault } } },
    remark: { remark: { type: 'plain_text_input', value: remark } },
  });

  test('a good verdict is stored without the words of the question', async () => {
    const answer = await asked('who flew the patrol?');
    await r.fake.click(answer, 'feedback', {}, feedback('positive_button', answer.blocks));
    expect(await until(() => r.state.kept.feedback[0])).toEqual({
      team: 'T1',
      user: 'U1',
      at: expect.any(String),
      verdict: 'good',
      reading: 'who · patrol',
      status: 'answered',
      store: 'a'.repeat(64),
      reason: null,
      remark: null,
      question: null,
    });
  });

  test('a bad verdict asks what was wrong, and says what is stored', async () => {
    const answer = await asked('who flew the patrol?');
    await r.fake.click(answer, 'feedback', {}, feedback('negative_button', answer.blocks));
    expect(JSON.stringify(await modal())).toContain('not its words');
    expect(r.state.kept.feedback).toEqual([]);
    const sent = await r.fake.submit(filled('source', 'It is paragraph 6.'));
    expect(sent.payload).not.toContain('errors');
    expect(await until(() => r.state.kept.feedback[0])).toMatchObject({
      verdict: 'bad',
      reason: 'source',
      remark: 'It is paragraph 6.',
      question: null,
    });
  });

  test('a form of another version is refused with a message', async () => {
    const answer = await asked('who flew the patrol?');
    await r.fake.click(answer, 'feedback', {}, feedback('negative_button', answer.blocks));
    await modal();
    const sent = await r.fake.submit(filled('no-such-fault', null));
    expect(JSON.parse(sent.payload)).toMatchObject({ response_action: 'errors' });
    expect(r.state.kept.feedback).toEqual([]);
  });
});

test('feedback keeps the question where the workspace allows it', async () => {
  const open = await run('http', { settings: { keepQuestions: true } });
  await open.fake.command('/ask', 'who flew the patrol?');
  const answer = await until(() => open.fake.ephemerals()[0]);
  const value = JSON.stringify(answer.blocks).match(/"value":"(\+(?:[^"\\]|\\.)*)"/)![1]!;
  await open.fake.click(answer, 'feedback', {}, { value: JSON.parse(`"${value}"`) });
  expect((await until(() => open.state.kept.feedback[0])).question).toBe('who flew the patrol?');
  await open.stop();
});
