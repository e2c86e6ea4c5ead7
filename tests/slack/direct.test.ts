import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quiet, type Running, run, until } from './support/run.ts';

describe.each(['http', 'socket'] as const)('direct messages over %s', (transport) => {
  let r: Running;
  beforeEach(async () => {
    r = await run(transport);
  });
  afterEach(() => r.stop());

  test('every message is answered in its thread, with a status that is set and cleared', async () => {
    const asked = await r.fake.direct('who flew the patrol?');
    expect(await until(() => r.fake.posts()[0])).toMatchObject({ channel: 'D1', thread_ts: asked.ts });
    await until(() => r.fake.team().statuses.length === 2);
    expect(r.fake.team().statuses).toEqual([
      { channel: 'D1', thread: asked.ts, status: 'processing' },
      { channel: 'D1', thread: asked.ts, status: 'active' },
    ]);
  });

  test('delivered again it is left alone, its status too', async () => {
    const { delivery } = await r.fake.direct('who flew the patrol?');
    await r.fake.redeliver(delivery);
    await until(() => r.log.some((l) => l.msg === 'delivered before: left alone'));
    await quiet(r);
    expect(r.fake.posts()).toHaveLength(1);
    expect(r.fake.team().statuses).toHaveLength(2);
  });

  test('a follow-up in the thread needs no mention', async () => {
    const asked = await r.fake.direct('who flew the patrol?');
    await r.fake.direct('and where?', {}, { thread_ts: asked.ts });
    expect((await until(() => r.fake.posts()[1])).text).toContain('Sea of Japan');
  });

  test('without the paid agent features it is answered all the same, and they are not asked for again', async () => {
    r.fake.team().agents = false;
    await r.fake.direct('who flew the patrol?');
    await until(() => r.fake.posts()[0]);
    await quiet(r);
    await r.fake.direct('when was the patrol?');
    await until(() => r.fake.posts()[1]);
    await quiet(r);
    expect(r.fake.callsOf('agents.sessions.setStatus').length).toBeLessThanOrEqual(2);
    expect(r.log.filter((l) => Number(l.level) >= 50)).toEqual([]);
  });

  test('an edited message has its answer updated', async () => {
    const asked = await r.fake.direct('who flew the patrol?');
    await until(() => r.fake.posts()[0]);
    await r.fake.editDirect(asked.ts, 'when was the patrol?', 'who flew the patrol?');
    expect((await until(() => r.fake.posts()[0]!.updates === 1 && r.fake.posts()[0]!)).text).toContain(
      'On 24 May 2022',
    );
  });

  test('a change that is not of its words changes nothing', async () => {
    const asked = await r.fake.direct('who flew the patrol?');
    await until(() => r.fake.posts()[0]);
    await r.fake.editDirect(asked.ts, 'who flew the patrol?', 'who flew the patrol?');
    await quiet(r);
    expect(r.fake.posts()[0]!.updates).toBe(0);
  });

  test.each([
    ['a deleted message', { subtype: 'message_deleted' }],
    ['a message of a bot', { bot_id: 'B9' }],
    ['a message of the bot itself', { user: 'UBOTT1', bot_id: 'BT1' }],
    ['a message in a channel', { channel_type: 'channel' }],
  ])('%s is ignored', async (_, more) => {
    await r.fake.direct('who flew the patrol?', {}, more);
    await quiet(r);
    expect(r.fake.posts()).toEqual([]);
    expect(r.fake.team().statuses).toEqual([]);
  });

  test('help is answered with usage', async () => {
    await r.fake.direct('help');
    expect((await until(() => r.fake.posts()[0])).text).toContain('/ask QUESTION');
  });

  test('opening the Messages tab offers what the store can answer', async () => {
    await r.fake.event('app_home_opened', {
      type: 'app_home_opened',
      user: 'U1',
      channel: 'D1',
      tab: 'messages',
      event_ts: '1.1',
    });
    expect(await until(() => r.fake.team().prompts[0])).toEqual([
      { title: 'Who flew the patrol?', message: 'Who flew the patrol?' },
      { title: 'When was the patrol?', message: 'When was the patrol?' },
    ]);
  });

  test('the stop button clears the status', async () => {
    await r.fake.event('agent_session_stopped', {
      type: 'agent_session_stopped',
      user: 'U1',
      channel: 'D1',
      thread_ts: '9.9',
      streaming_message_ts: [],
      event_ts: '1.1',
    });
    expect(await until(() => r.fake.team().statuses[0])).toEqual({ channel: 'D1', thread: '9.9', status: 'active' });
  });

  test('the Home tab explains itself, and its questions open in a modal', async () => {
    await r.fake.event('app_home_opened', {
      type: 'app_home_opened',
      user: 'U1',
      channel: 'D1',
      tab: 'home',
      event_ts: '1.1',
    });
    const home = await until(() => r.fake.team().views[0]);
    expect(home.user).toBe('U1');
    const blocks = home.view.blocks as { elements?: { action_id?: string; value?: string }[] }[];
    const button = blocks.flatMap((b) => b.elements ?? []).find((e) => e.action_id === 'home_ask:0')!;
    await r.fake.clickHome('home_ask:0', button.value!);
    expect(JSON.stringify((await until(() => r.fake.team().views[1])).view)).toContain(
      'China and Russia flew the patrol.',
    );
  });
});

test('a workspace that removes the app is told of to whoever stores it', async () => {
  const gone: string[] = [];
  const r = await run('http', { onUninstall: async (team) => void gone.push(team) });
  await r.fake.event('tokens_revoked', { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] }, event_ts: '1.1' });
  await r.fake.event('tokens_revoked', {
    type: 'tokens_revoked',
    tokens: { oauth: [], bot: ['UBOTT1'] },
    event_ts: '1.1',
  });
  await r.fake.event('app_uninstalled', { type: 'app_uninstalled', event_ts: '1.1' });
  await until(() => gone.length === 2);
  expect(gone).toEqual(['T1', 'T1']);
  await r.stop();
});
