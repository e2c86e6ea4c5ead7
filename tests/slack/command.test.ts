import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFixtureLibrary } from './support/engine.ts';
import { type Running, run, until } from './support/run.ts';

describe.each(['http', 'socket'] as const)('commands over %s', (transport) => {
  let r: Running;
  beforeEach(async () => {
    r = await run(transport);
  });
  afterEach(() => r.stop());

  const reply = (n = 0) => until(() => r.fake.ephemerals()[n]);

  test('/ask answers privately, with buttons for what comes next', async () => {
    const taken = await r.fake.command('/ask', 'who flew the patrol?');
    expect(taken).toMatchObject({ status: 200, sent: 1 });
    const answer = await reply();
    expect(answer).toMatchObject({ ephemeralTo: 'U1', channel: 'C1' });
    const labels = JSON.stringify(answer.blocks);
    for (const label of ['Share', 'Show Sources', 'When was the patrol?', 'Where was the patrol?', 'feedback_buttons'])
      expect(labels).toContain(label);
    expect(r.fake.posts()).toEqual([]);
  });

  test('/ask works in a channel that the bot is not in', async () => {
    await r.fake.command('/ask', 'who flew the patrol?', { channel: 'C2' });
    expect(await reply()).toMatchObject({ channel: 'C2', text: expect.stringContaining('China and Russia') });
  });

  test.each(['', '  ', 'help', 'HELP'])('/ask with “%s” shows usage', async (text) => {
    await r.fake.command('/ask', text);
    expect((await reply()).text).toContain('/ask QUESTION');
  });

  test('/ask that the documents do not answer says what failed and offers what they do say', async () => {
    await r.fake.command('/ask', 'what speed had the bombers?');
    const answer = await reply();
    expect(answer.text).toContain("don't say");
    expect(JSON.stringify(answer.blocks)).toContain('Ask this instead:');
    expect(JSON.stringify(answer.blocks)).not.toContain('"Share"');
    expect(await until(() => r.state.kept.unanswered[0])).toMatchObject({
      team: 'T1',
      reason: 'not-recorded',
      reading: 'speed · patrol',
      question: null,
      failed: null,
    });
    await r.fake.click(answer, 'ask_again:0');
    expect((await reply(1)).text).toContain('China and Russia flew');
  });

  test.each([
    ['', '/footnote profile NAME'],
    ['help', 'Try: Who flew the patrol?'],
    ['timeline', '• Patrol, 24 May 2022. [1]'],
    ['TIMELINE', 'Sources:'],
    ['profile kishi', 'Nobuo Kishi'],
    ['profile', 'Whose profile?'],
    ['profile nobody', "don't mention “nobody”"],
    ['sources', 'PTI, 24 May 2022'],
    ['digest', 'not set up'],
    ['dance', "I don't know “dance”"],
  ])('/footnote %s', async (text, expected) => {
    await r.fake.command('/footnote', text);
    expect((await reply()).text).toContain(expected);
  });
});

test('/footnote digest is handed to the digest, with what it needs', async () => {
  const seen: unknown[] = [];
  const r = await run('http', {
    digest: {
      command: async (request) => {
        seen.push({ ...request, client: undefined, reply: undefined });
        await request.reply({ text: 'the digest answers', blocks: [] });
      },
    },
  });
  await r.fake.command('/footnote', 'digest pause', { user: 'U2' });
  expect((await until(() => r.fake.ephemerals()[0])).text).toBe('the digest answers');
  expect(seen).toMatchObject([
    { text: 'pause', team: 'T1', channel: 'C1', user: 'U2', triggerId: expect.stringMatching(/^trigger/) },
  ]);
  await r.stop();
});

test('a store that could not be reloaded is said, and the good one goes on answering', async () => {
  const reload = { ok: false, at: '2026-01-01T00:00:00Z', problem: 'seeds/x.yaml:3 facts: no evidence' } as const;
  const r = await run('http', { library: createFixtureLibrary({ reload }) });
  await r.fake.command('/footnote', 'sources');
  expect((await until(() => r.fake.ephemerals()[0])).text).toContain(
    'could not be reloaded at 2026-01-01T00:00:00Z: seeds/x.yaml:3 facts: no evidence. Answers come from the last good one.',
  );
  const ready = await fetch(`http://127.0.0.1:${r.app.port}/readyz`);
  expect([ready.status, ((await ready.json()) as { reload: unknown }).reload]).toEqual([200, reload]);
  await r.stop();
});

test('a used-up response address gives way to an ephemeral message', async () => {
  const r = await run('http');
  r.fake.trouble.hook = (method) => (method === 'response_url' ? { status: 404 } : undefined);
  await r.fake.command('/ask', 'who flew the patrol?');
  await until(() => r.fake.ephemerals()[0]);
  expect(r.fake.callsOf('chat.postEphemeral')).toHaveLength(1);
  await r.stop();
});

test('the words of what was not answered are kept only where it is allowed', async () => {
  const r = await run('http', { settings: { keepQuestions: true } });
  await r.fake.command('/ask', 'what speed had the bombers?');
  expect(await until(() => r.state.kept.unanswered[0])).toMatchObject({
    question: 'what speed had the bombers?',
    failed: 'speed',
  });
  await r.stop();
});

describe('the message shortcut', () => {
  test('looks a message up, seen only by who clicked', async () => {
    const r = await run('http');
    await r.fake.shortcut('look_this_up', 'Who flew the <https://x.example|patrol>?', { channel: 'C2', user: 'U2' });
    expect(await until(() => r.fake.ephemerals()[0])).toMatchObject({
      ephemeralTo: 'U2',
      channel: 'C2',
      text: expect.stringContaining('China and Russia'),
    });
    await r.stop();
  });

  test('says so when the message has no text', async () => {
    const r = await run('http');
    await r.fake.shortcut('look_this_up', '');
    expect((await until(() => r.fake.ephemerals()[0])).text).toContain('no text');
    await r.stop();
  });
});
