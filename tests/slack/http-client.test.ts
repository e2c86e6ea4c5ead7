/** The way to Slack, against a server that answers, breaks off, or stays silent. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { timedFetch } from '../../src/slack/http-client.ts';

let server: Server;
const listening = (answer: RequestListener) =>
  new Promise<string>((resolve) => {
    server = createServer(answer).listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/x`),
    );
  });
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

test('gives status, headers and the whole text, and sends headers and body', async () => {
  const address = await listening(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    res.writeHead(429, { 'Retry-After': '3' });
    // A letter of several bytes that arrives in two parts.
    const text = Buffer.from(`${req.headers.authorization} ${body} “ß”`);
    res.write(text.subarray(0, text.length - 4));
    setTimeout(() => res.end(text.subarray(text.length - 4)), 20);
  });
  const answer = await timedFetch(address, { method: 'POST', headers: { Authorization: 'Bearer x' }, body: 'a=ä' });
  expect([answer.status, answer.ok, answer.headers.get('retry-after'), answer.headers.get('x-none')]).toEqual([
    429,
    false,
    '3',
    null,
  ]);
  expect(await answer.text()).toBe('Bearer x a=ä “ß”');
});

test('follows no redirect, which could take a token elsewhere', async () => {
  const address = await listening((_, res) => void res.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end());
  expect((await timedFetch(address)).status).toBe(302);
});

test('an answer that breaks off is an error, and so is a server that is not there', async () => {
  const address = await listening((_, res) => {
    res.writeHead(200, { 'Content-Length': '100' });
    res.write('half', () => res.destroy());
  });
  await expect(timedFetch(address)).rejects.toThrow();
  await expect(timedFetch('http://127.0.0.1:9/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a server that stays silent is given up after eight seconds', async () => {
  const address = await listening(() => {});
  const started = performance.now();
  await expect(timedFetch(address)).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(performance.now() - started).toBeGreaterThan(7500);
}, 30_000);
