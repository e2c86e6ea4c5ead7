/** A strict Slack on loopback for the sending of digests: chat.postMessage and conversations.history over HTTP. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message that is in a channel. */
interface Message {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly { readonly type: string }[];
  readonly metadata: { readonly event_type: string; readonly event_payload: { readonly slot: string } } | undefined;
  /** What follows the workspace in the token: the process that sent it. */
  readonly sender: string;
}

/** What a test may do when a message arrives. */
export interface Hooks {
  /** Before anything was done; what it gives is answered instead of doing anything, `hang` for no answer at all. */
  readonly received?: (request: {
    team: string;
    channel: string;
    sender: string;
  }) => Promise<Refusal | 'hang' | 'late' | null>;
  /** After the message is in the channel; `hang` for no answer. */
  readonly stored?: (message: Message) => Promise<'hang' | null>;
}

interface Refusal {
  readonly status?: number;
  readonly error: string;
  readonly retryAfter?: number;
}

export interface StrictSlack {
  readonly url: string;
  readonly messages: Message[];
  /** Requests that broke a rule of Slack's; a test expects none. */
  readonly broken: string[];
  /** Scopes of the tokens. */
  readonly scopes: Set<string>;
  /** Tokens that were revoked, by workspace. */
  readonly revoked: Set<string>;
  close(): Promise<void>;
}

/** How long after a request without an answer a `late` message appears, in ms. */
const LATE = 200;

/** Starts a Slack whose workspaces T… have tokens "xoxb-T….sender" and whose channels are "C…" of any workspace. */
export async function strictSlack(clock: () => number, hooks: () => Hooks): Promise<StrictSlack> {
  const messages: Message[] = [];
  const broken: string[] = [];
  const scopes = new Set(['chat:write', 'channels:history']);
  const revoked = new Set<string>();
  let count = 0;

  const server = createServer((request, response) => {
    void handle(request, response).catch((error) => {
      broken.push(String(error));
      response.destroy();
    });
  });
  const answer = (response: ServerResponse, body: object, status = 200, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const token = /^Bearer xoxb-(T\w+)\.(\w+)$/.exec(request.headers.authorization ?? '');
    if (!token) return answer(response, { ok: false, error: 'invalid_auth' });
    const [, team, sender] = token as unknown as [string, string, string];
    if (revoked.has(team)) return answer(response, { ok: false, error: 'token_revoked' });
    const channel = form.get('channel') ?? '';
    if (request.url === '/api/chat.postMessage') return post(response, form, team, sender, channel);
    if (request.url === '/api/conversations.history') return history(response, form, team, channel);
    broken.push(`unknown method ${request.url}`);
    answer(response, { ok: false, error: 'unknown_method' });
  }

  async function post(response: ServerResponse, form: URLSearchParams, team: string, sender: string, channel: string) {
    const blocks = JSON.parse(form.get('blocks') ?? '[]') as { type: string }[];
    if (!form.get('text')) broken.push('no top-level text');
    if ((form.get('text') ?? '').length > 4000) broken.push('text longer than advised');
    if (blocks.length > 50) broken.push('too many blocks');
    if (form.get('unfurl_links') !== 'false') broken.push('links unfurl');
    if (!/^[CUDW]\w+$/.test(channel)) broken.push(`no channel id: ${channel}`);
    const metadata = form.get('metadata') ? (JSON.parse(form.get('metadata')!) as Message['metadata']) : undefined;
    if (channel.startsWith('C') && !/^\d{4}-\d\d-\d\d$/.test(metadata?.event_payload.slot ?? ''))
      broken.push('no slot in the metadata');
    const refusal = await hooks().received?.({ team, channel, sender });
    if (refusal === 'hang') return;
    if (refusal === 'late') await new Promise((resolve) => setTimeout(resolve, LATE));
    else if (refusal) {
      const headers = refusal.retryAfter ? { 'retry-after': String(refusal.retryAfter) } : undefined;
      return answer(response, { ok: false, error: refusal.error }, refusal.status ?? 200, headers);
    }
    const ts = `${Math.floor(clock() / 1000)}.${String(++count).padStart(6, '0')}`;
    const message = { team, channel, ts, text: form.get('text') ?? '', blocks, metadata, sender };
    messages.push(message);
    if (refusal === 'late' || (await hooks().stored?.(message)) === 'hang') return;
    answer(response, { ok: true, channel, ts });
  }

  function history(response: ServerResponse, form: URLSearchParams, team: string, channel: string) {
    if (!scopes.has('channels:history')) return answer(response, { ok: false, error: 'missing_scope' });
    if (form.get('include_all_metadata') !== 'true') broken.push('history without metadata');
    if (Number(form.get('limit')) > 15) broken.push('more than 15 messages of history at once');
    const [oldest, latest] = [Number(form.get('oldest')), Number(form.get('latest'))];
    const found = messages.filter(
      (m) => m.team === team && m.channel === channel && Number(m.ts) >= oldest && Number(m.ts) <= latest,
    );
    const from = Number(form.get('cursor') ?? 0);
    const page = found.reverse().slice(from, from + 15);
    const more = found.length > from + 15;
    answer(response, {
      ok: true,
      messages: page,
      has_more: more,
      response_metadata: { next_cursor: more ? String(from + 15) : '' },
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    messages,
    broken,
    scopes,
    revoked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
