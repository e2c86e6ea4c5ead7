import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quiet, type Running, run, until } from './support/run.ts';

describe.each(['http', 'socket'] as const)('a mention over %s', (transport) => {
  let r: Running;
  beforeEach(async () => {
    r = await run(transport);
  });
  afterEach(() => r.stop());

  test('is answered in its thread with footnotes, once; the log shows the ack and one post', async () => {
    const asked = await r.fake.mention('{bot} who flew the patrol?');
    expect(asked.status).toBe(200);
    const post = await until(() => r.fake.posts()[0]);
    expect(post).toMatchObject({ channel: 'C1', thread_ts: asked.ts });
    expect(post.text).toContain('China and Russia flew the patrol. [1]');
    expect(post.text).toContain('[1] PTI, 24 May 2022, paragraph 4: “fragment 1”');
    expect(post.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    const line = await until(() => r.log.find((l) => l.msg === 'answered'));
    expect(line).toMatchObject({ surface: 'mention', channel: 'C1', ts: asked.ts, posts: 1, status: 'answered' });
    expect(line.ack_ms).toBeLessThan(100);
    await quiet(r);
    expect(r.fake.posts()).toHaveLength(1);
    expect(JSON.stringify(r.log)).not.toContain('who flew');
  });

  test('the mention may stand anywhere, and other mentions stay in the question', async () => {
    await r.fake.mention('hey <@U2|bob>, {bot}: who flew the patrol?');
    expect((await until(() => r.fake.posts()[0])).text).toContain('China and Russia');
  });

  test('a follow-up by mention in the thread knows what it follows', async () => {
    const first = await r.fake.mention('{bot} who flew the patrol?');
    await until(() => r.fake.posts()[0]);
    const second = await r.fake.mention('{bot} and where?', {}, { thread_ts: first.ts });
    expect(await until(() => r.fake.posts()[1])).toMatchObject({
      thread_ts: first.ts,
      text: expect.stringContaining('The patrol went over the Sea of Japan'),
    });
    expect(second.ts).not.toBe(first.ts);
  });

  test('the same follow-up elsewhere does not', async () => {
    await r.fake.mention('{bot} who flew the patrol?');
    await until(() => r.fake.posts()[0]);
    await r.fake.mention('{bot} and where?');
    expect((await until(() => r.fake.posts()[1])).text).toContain("don't say");
  });

  test('two questions at once in one thread are answered in order', async () => {
    const first = await r.fake.mention('{bot} who flew the patrol?');
    await Promise.all([
      r.fake.mention('{bot} when was the patrol?', {}, { thread_ts: first.ts }),
      r.fake.mention('{bot} and where?', {}, { thread_ts: first.ts }),
    ]);
    const posts = await until(() => r.fake.posts().length === 3 && r.fake.posts());
    expect(posts.map((p) => p.thread_ts)).toEqual([first.ts, first.ts, first.ts]);
    expect(posts.filter((p) => p.text.includes("don't say"))).toEqual([]);
  });

  test('delivered again it is left alone, with the same event id and with a new one', async () => {
    const { ts, delivery } = await r.fake.mention('{bot} who flew the patrol?');
    await r.fake.redeliver(delivery);
    await r.fake.mention('{bot} who flew the patrol?', {}, { ts });
    await until(() => r.fake.posts()[0]);
    await quiet(r);
    expect(r.fake.posts()).toHaveLength(1);
  });

  test('an edited question has its answer updated, with what the thread knew before it', async () => {
    const first = await r.fake.mention('{bot} who flew the patrol?');
    await until(() => r.fake.posts()[0]);
    const second = await r.fake.mention('{bot} when was the patrol?', {}, { thread_ts: first.ts });
    await until(() => r.fake.posts()[1]);
    await r.fake.mention(
      '{bot} and where?',
      {},
      { ts: second.ts, thread_ts: first.ts, edited: { user: 'U1', ts: '1.2' } },
    );
    const post = await until(() => r.fake.posts()[1]!.updates === 1 && r.fake.posts()[1]!);
    expect(post.text).toContain('Sea of Japan');
    expect(r.fake.posts()).toHaveLength(2);
  });

  test('an edit that brings the mention is answered as a new question', async () => {
    await r.fake.mention('{bot} who flew the patrol?', {}, { edited: { user: 'U1', ts: '5.6' } });
    expect((await until(() => r.fake.posts()[0])).updates).toBe(0);
  });

  test.each([
    ['another bot', { bot_id: 'B9' }],
    ['the bot itself', { user: 'UBOTT1' }],
    ['a join', { subtype: 'channel_join' }],
    ['a bot message', { subtype: 'bot_message', bot_id: 'B9', user: undefined }],
    ['a broadcast of a reply', { subtype: 'reply_broadcast' }],
  ])('of %s is ignored', async (_, more) => {
    await r.fake.mention('{bot} who flew the patrol?', {}, more);
    await quiet(r);
    expect(r.fake.callsOf('chat.postMessage')).toEqual([]);
  });

  test('also sent to the channel it is answered once, in its thread', async () => {
    const first = await r.fake.mention('{bot} who flew the patrol?');
    await r.fake.mention('{bot} and where?', {}, { thread_ts: first.ts, subtype: 'thread_broadcast' });
    expect((await until(() => r.fake.posts()[1])).thread_ts).toBe(first.ts);
  });

  test('without words gets usage', async () => {
    await r.fake.mention('{bot}');
    expect((await until(() => r.fake.posts()[0])).text).toContain('/footnote timeline');
  });

  test('in a channel that the bot is not in is answered with an invitation, to who asked', async () => {
    await r.fake.mention('{bot} who flew the patrol?', { channel: 'C2' });
    const post = await until(() => r.fake.posts()[0]);
    expect(post.channel).toBe('D1');
    expect(post.text).toContain('/invite @footnote');
  });
});
