/** The network side of the fake: Web API, response addresses and Socket Mode connections, on loopback. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { blockProblems } from './blocks.ts';
import type { OAuth } from './oauth.ts';
import { callMethod, METHOD_SCOPES, type Reply, storeMessage, type Triggers } from './web-api.ts';
import { acceptSocket, type Socket } from './websocket.ts';
import { type Clock, type Json, newId, type Team } from './workspace.ts';

/** One call of the app to the Web API. */
export interface Call {
  readonly method: string;
  readonly team: string | undefined;
  readonly token: string | undefined;
  readonly args: Json;
  readonly reply: Reply | { readonly status: number };
  /** Milliseconds (the fake's clock). */
  readonly at: number;
}

/** A failure that a test wants: an HTTP answer instead of the real one, or a lost reply after the real one was carried out. */
export type Trouble =
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly lost: true }
  | { readonly error: string };

/** A response address: who asked, and how often it was used. */
interface ResponseAddress {
  readonly team: Team;
  readonly channel: string;
  readonly user: string;
  readonly at: number;
  readonly source: string | undefined;
  uses: number;
}

/** What the network side is made from. */
export interface Network {
  readonly oauth: OAuth;
  readonly clock: Clock;
  readonly triggers: Triggers;
  readonly scopes: ReadonlySet<string>;
  readonly appToken: string;
  readonly calls: Call[];
  /** Asked for every call of the Web API; undefined lets it through. */
  readonly trouble: { hook?: ((method: string, args: Json) => Trouble | undefined) | undefined };
  readonly onEnvelope: (envelopeId: string, payload: Json) => void;
}

/** The network side that runs. */
export interface RunningNetwork {
  readonly base: string;
  readonly sockets: Set<Socket>;
  readonly responseUrl: (team: Team, channel: string, user: string, source?: string) => string;
  readonly stop: () => Promise<void>;
}

/** Starts listening. */
export async function startNetwork(net: Network): Promise<RunningNetwork> {
  const addresses = new Map<string, ResponseAddress>();
  const sockets = new Set<Socket>();
  const tickets = new Set<string>();
  const server = createServer((req, res) => void serve(req, res));
  server.on('upgrade', (req, stream) => {
    const ticket = new URL(req.url ?? '/', 'http://x').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return stream.destroy();
    const socket: Socket = acceptSocket(req, stream, {
      message: (text) => {
        const { envelope_id, payload } = JSON.parse(text) as { envelope_id: string; payload: Json };
        net.onEnvelope(envelope_id, payload);
      },
      close: () => sockets.delete(socket),
    });
    sockets.add(socket);
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size, connection_info: { app_id: 'A1' } }));
  });

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await bodyOf(req);
    const path = req.url ?? '/';
    if (path.startsWith('/api/'))
      webApi(req, res, path.slice('/api/'.length), Object.fromEntries(new URLSearchParams(body)));
    else if (path.startsWith('/respond/')) respond(req, res, path.slice('/respond/'.length), body);
    else res.writeHead(404).end();
  }

  function webApi(req: IncomingMessage, res: ServerResponse, method: string, args: Json): ServerResponse {
    const token = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];
    const owner = net.oauth.teamOf(token ?? '');
    const team = typeof owner === 'string' ? undefined : owner;
    const trouble = net.trouble.hook?.(method, args);
    const log = (reply: Call['reply']) =>
      net.calls.push({ method, team: team?.id, token, args, reply, at: net.clock.now() });
    if (trouble && 'status' in trouble) {
      log({ status: trouble.status });
      return res
        .writeHead(
          trouble.status,
          trouble.retryAfter === undefined ? {} : { 'Retry-After': String(trouble.retryAfter) },
        )
        .end('{}');
    }
    const reply =
      trouble && 'error' in trouble ? { ok: false, error: trouble.error } : answer(method, args, token, owner);
    log(reply);
    if (trouble && 'lost' in trouble) {
      req.socket.destroy();
      return res;
    }
    return res.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(reply));
  }

  function answer(method: string, args: Json, token: string | undefined, owner: Team | string): Reply {
    // The app proves itself by its secret there.
    if (method === 'oauth.v2.access') return net.oauth.access(args);
    if (!token) return { ok: false, error: 'not_authed' };
    if (method === 'apps.connections.open') {
      if (token !== net.appToken) return { ok: false, error: 'invalid_auth' };
      const ticket = newId('ticket');
      tickets.add(ticket);
      return { ok: true, url: `${base.replace('http', 'ws')}/socket?ticket=${ticket}` };
    }
    if (typeof owner === 'string') return { ok: false, error: owner };
    const scope = METHOD_SCOPES[method];
    if (scope === undefined) return { ok: false, error: 'unknown_method' };
    if (scope !== null && !net.scopes.has(scope)) return { ok: false, error: 'missing_scope', needed: scope };
    return callMethod(owner, net.clock, net.triggers, method, args);
  }

  /** 5 uses in 30 minutes; works without membership, since Slack itself writes the message. */
  function respond(req: IncomingMessage, res: ServerResponse, id: string, body: string): ServerResponse {
    const address = addresses.get(id);
    const refuse = (status: number, error: string) => res.writeHead(status).end(error);
    if (!address) return refuse(404, 'no such address');
    if (net.clock.now() - address.at > 30 * 60_000) return refuse(404, 'expired_url');
    if (address.uses >= 5) return refuse(404, 'used_url');
    if (req.headers['content-type'] !== 'application/json') return refuse(400, 'invalid_payload');
    const message = JSON.parse(body) as Json;
    net.calls.push({
      method: 'response_url',
      team: address.team.id,
      token: undefined,
      args: message,
      reply: { status: 200 },
      at: net.clock.now(),
    });
    const trouble = net.trouble.hook?.('response_url', message);
    if (trouble && 'status' in trouble) return refuse(trouble.status, 'trouble');
    if (blockProblems(message.blocks ?? [], 'message').length > 0) return refuse(400, 'invalid_blocks');
    if (!message.response_type) return refuse(400, 'the fake wants the response_type to be said');
    address.uses += 1;
    const { team, channel, user, source } = address;
    const existing = message.replace_original && source ? team.index.get(`${channel}/${source}`) : undefined;
    if (existing)
      Object.assign(existing, {
        text: message.text,
        blocks: message.blocks ?? [],
        updates: existing.updates + 1,
      });
    else {
      const inside = { ...team, channels: new Map([[channel, { members: new Set([team.botUser]), archived: false }]]) };
      const reply = storeMessage(
        inside,
        net.clock,
        { ...message, channel },
        message.response_type === 'ephemeral' ? { ephemeralTo: user } : {},
      );
      if (!reply.ok) return refuse(400, reply.error!);
    }
    return res.writeHead(200).end('ok');
  }

  const base = await listening(server);
  return {
    base,
    sockets,
    responseUrl: (team, channel, user, source) => {
      const id = newId('r');
      addresses.set(id, { team, channel, user, at: net.clock.now(), source, uses: 0 });
      return `${base}/respond/${id}`;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );
}
