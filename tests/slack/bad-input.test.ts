import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FootnoteError } from '../../src/facts/index.ts';
import { createMemoryState, readManifest, startSlack } from '../../src/slack/index.ts';
import { signed } from '../fake-slack/index.ts';
import { createFixtureAsk, createFixtureLibrary } from './support/engine.ts';
import { logInto, quiet, type Running, run, settingsFor, until } from './support/run.ts';

describe('a request that does not come from Slack', () => {
  let r: Running;
  beforeAll(async () => {
    r = await run('http');
  });
  afterAll(() => r.stop());

  const body = new URLSearchParams({
    command: '/ask',
    text: 'who flew the patrol?',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    response_url: 'http://127.0.0.1:9/x',
    trigger_id: 't',
  }).toString();
  const seconds = () => Math.floor(Date.now() / 1000);
  const post = (headers: Record<string, string>, text = body, path = '/slack/events') =>
    fetch(`http://127.0.0.1:${r.app.port}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: text,
    });

  test.each([
    ['no signature', () => ({}), 401],
    ['a signature with another secret', () => signed('another-secret', body, seconds()), 401],
    ['a signature of another body', () => signed(r.fake.signingSecret, `${body}x`, seconds()), 401],
    ['a timestamp ten minutes old', () => signed(r.fake.signingSecret, body, seconds() - 600), 401],
    ['a timestamp an hour ahead', () => signed(r.fake.signingSecret, body, seconds() + 3600), 401],
    [
      'another content type',
      () => ({ ...signed(r.fake.signingSecret, body, seconds()), 'Content-Type': 'text/plain' }),
      415,
    ],
    [
      'a body that is not of its content type',
      () => ({ ...signed(r.fake.signingSecret, body, seconds()), 'Content-Type': 'application/json' }),
      400,
    ],
  ])('with %s is refused', async (_, headers, status) => {
    expect((await post(headers() as Record<string, string>)).status).toBe(status);
    expect(r.fake.callsOf('response_url')).toEqual([]);
  });

  test('a charset behind the content type does no harm', async () => {
    const res = await post({
      ...signed(r.fake.signingSecret, body, seconds()),
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    });
    expect(res.status).toBe(200);
  });

  test('more than Slack ever sends is refused', async () => {
    expect((await post(signed(r.fake.signingSecret, body, seconds()), 'x'.repeat(5_000_000))).status).toBe(413);
  });

  test('another path or method is not found', async () => {
    expect((await post({}, body, '/elsewhere')).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${r.app.port}/slack/events`)).status).toBe(405);
  });

  test('the health pages answer', async () => {
    expect((await fetch(`http://127.0.0.1:${r.app.port}/healthz`)).status).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${r.app.port}/readyz`)).json()).toMatchObject({
      ready: true,
      connected: true,
      reload: 'ok',
    });
  });

  test('a request that is replayed is acknowledged and left alone', async () => {
    const url = `${r.fake.apiUrl.replace('/api/', '')}/respond/none`;
    const text = `${body}&again=1`.replace('http%3A%2F%2F127.0.0.1%3A9%2Fx', encodeURIComponent(url));
    const headers = signed(r.fake.signingSecret, text, seconds());
    expect((await post(headers, text)).status).toBe(200);
    await quiet(r);
    const before = r.log.length;
    expect((await post(headers, text)).status).toBe(200);
    await quiet(r);
    expect(r.log.slice(before).map((l) => l.msg)).toEqual(['delivered before: left alone']);
  });
});

describe('whatever is typed', () => {
  let r: Running;
  afterEach(() => r.stop());

  test('a text that is far too long is answered, without buttons that could not hold it', async () => {
    r = await run('http');
    await r.fake.command(
      '/ask',
      Array.from({ length: 4000 }, (_, i) => ((i * 2654435761) % 4294967296).toString(36)).join(' '),
    );
    const answer = await until(() => r.fake.ephemerals()[0]);
    expect(JSON.stringify(answer.blocks)).not.toContain('feedback');
  });

  test('an error gives the user a reference and the log the error, never the other way round', async () => {
    r = await run('http');
    await r.fake.command('/ask', 'break it');
    expect((await until(() => r.fake.ephemerals()[0])).text).toContain('ref-1');
    await r.fake.mention('{bot} break it');
    expect((await until(() => r.fake.posts()[0])).text).toContain('ref-2');
    for (const m of [...r.fake.ephemerals(), ...r.fake.posts()]) expect(m.text).not.toContain('secret');
    expect(r.log.filter((l) => l.reference === 'ref-2')).toMatchObject([
      { msg: 'a listener failed', err: { message: expect.stringContaining('secret in it') } },
    ]);
  });

  test('a state that is gone for a moment is an error with a reference, and the next question works', async () => {
    const state = createMemoryState();
    let down = true;
    r = await run('http', {
      state: {
        ...state,
        threads: {
          ...state.threads,
          put: async (...args) => {
            if (down) throw new Error('no database');
            return state.threads.put(...args);
          },
        },
      },
    });
    await r.fake.mention('{bot} who flew the patrol?');
    expect((await until(() => r.fake.posts()[0])).text).toContain('reference');
    down = false;
    await r.fake.mention('{bot} who flew the patrol?');
    expect((await until(() => r.fake.posts()[1])).text).toContain('China and Russia');
  });
});

describe('sending', () => {
  let r: Running;
  afterEach(() => r.stop());

  test('waits for a rate limit as long as Slack says, and holds up nothing else', async () => {
    const slept: number[] = [];
    r = await run('http', {
      sleep: async (ms) => {
        slept.push(ms);
        await new Promise((resolve) => setTimeout(resolve, 100));
      },
    });
    let first = true;
    r.fake.trouble.hook = (method) => {
      if (method !== 'chat.postMessage' || !first) return undefined;
      first = false;
      return { status: 429, retryAfter: 7 };
    };
    await r.fake.mention('{bot} who flew the patrol?');
    await r.fake.mention('{bot} when was the patrol?');
    const posts = await until(() => r.fake.posts().length === 2 && r.fake.posts());
    expect(posts.map((p) => p.text.slice(0, 5))).toEqual(['On 24', 'China']);
    expect(slept).toEqual([7000]);
  });

  test('does not post again when only the reply was lost', async () => {
    r = await run('http');
    r.fake.trouble.hook = (method, args) =>
      method === 'chat.postMessage' && !String(args.text).includes('reference') ? { lost: true } : undefined;
    await r.fake.mention('{bot} who flew the patrol?');
    await until(() => r.fake.posts().length === 2);
    await quiet(r);
    expect(r.fake.posts().map((p) => p.text.includes('reference'))).toEqual([false, true]);
  });

  test.each([
    [1, 'section'],
    [2, undefined],
  ])('goes down to what Slack takes when it refuses the blocks %i times', async (times, kind) => {
    r = await run('http');
    let left = times;
    r.fake.trouble.hook = (method) =>
      method === 'chat.postMessage' && left-- > 0 ? { error: 'invalid_blocks' } : undefined;
    await r.fake.mention('{bot} who flew the patrol?');
    const post = await until(() => r.fake.posts()[0]);
    expect(post.blocks[0]?.type).toBe(kind);
    expect(post.text).toContain('[1] PTI');
  });

  test('goes down on a response address as well', async () => {
    r = await run('http');
    let left = 2;
    r.fake.trouble.hook = (method) => (method === 'response_url' && left-- > 0 ? { status: 400 } : undefined);
    await r.fake.command('/ask', 'who flew the patrol?');
    expect((await until(() => r.fake.ephemerals()[0])).blocks).toEqual([]);
  });

  test('into an archived channel fails with a log line and no noise', async () => {
    r = await run('http');
    await r.fake.mention('{bot} who flew the patrol?', { channel: 'C3' });
    await until(() => r.log.some((l) => l.slack === 'is_archived'));
    await quiet(r);
    expect(r.fake.posts()).toEqual([]);
  });
});

describe('starting', () => {
  const failing = async (transport: 'http' | 'socket', settings: object) => {
    const r = await run(transport);
    const state = createMemoryState();
    const parts = {
      ask: createFixtureAsk(),
      library: createFixtureLibrary(),
      state,
      logger: logInto([]),
      now: () => new Date(),
      sleep: async () => undefined,
      newReference: () => 'x',
    };
    const error = await startSlack({
      ...parts,
      manifest: readManifest(),
      config: settingsFor(r.fake, transport, settings),
    }).then(
      async (app) => {
        await app.stop();
        return undefined;
      },
      (e: unknown) => e,
    );
    await r.stop();
    return error;
  };

  test.each([
    ['a wrong bot token', 'http', { botToken: 'xoxb-wrong' }, /SLACK_BOT_TOKEN \(invalid_auth\): copy it again/],
    ['a wrong app token', 'socket', { appToken: 'xapp-wrong' }, /SLACK_APP_TOKEN \(invalid_auth\)/],
    [
      'nobody at the address of Slack',
      'http',
      { apiUrl: 'http://127.0.0.1:9/api/' },
      /cannot be reached at http:\/\/127\.0\.0\.1:9/,
    ],
  ] as const)('with %s says what to do', async (_, transport, settings, message) => {
    const error = await failing(transport, settings);
    expect(error).toBeInstanceOf(FootnoteError);
    expect((error as Error).message).toMatch(message);
  });

  test('on a port that is taken says so', async () => {
    const r = await run('http');
    const error = await failing('http', { port: r.app.port });
    expect((error as Error).message).toMatch(/is in use by another program/);
    await r.stop();
  });
});

describe('stopping', () => {
  test.each(['http', 'socket'] as const)(
    'over %s waits for what is in progress and takes nothing new',
    async (transport) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const state = createMemoryState();
      const r = await run(transport, {
        state: {
          ...state,
          threads: {
            ...state.threads,
            put: async (...args) => {
              await held;
              return state.threads.put(...args);
            },
          },
        },
      });
      await r.fake.mention('{bot} who flew the patrol?');
      await until(() => r.app.health().in_flight === 1);
      let stopped = false;
      const stopping = r.app.stop().then(() => {
        stopped = true;
      });
      await until(() => r.app.health().ready === false);
      if (transport === 'http') await expect(fetch(`http://127.0.0.1:${r.app.port}/healthz`)).rejects.toThrow();
      expect(stopped).toBe(false);
      release();
      await stopping;
      expect(r.fake.posts()).toHaveLength(1);
      await r.fake.stop();
    },
  );
});

test('a socket that Slack asks to reconnect, or that is cut, comes back and answers', async () => {
  const r = await run('socket');
  r.fake.askToReconnect();
  await until(() => r.fake.connections() === 0);
  const asked = await r.fake.mention('{bot} who flew the patrol?');
  expect(asked.status).toBe(200);
  await until(() => r.fake.posts()[0]);
  expect(r.app.health().ready).toBe(true);
  r.fake.cut();
  await until(() => r.app.health().ready === false);
  await r.fake.mention('{bot} when was the patrol?');
  await until(() => r.fake.posts()[1]);
  await r.stop();
}, 120_000);
