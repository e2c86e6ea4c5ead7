/** The HTTP side: health pages on both transports, and over HTTP a guard before Bolt's receiver. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FootnoteError } from '../facts/index.ts';

/** What the health pages say. */
export interface Health {
  /** Whether questions can be answered now. */
  readonly ready: boolean;
  /** More, for whoever looks: state of the store, of the connection. */
  readonly [detail: string]: unknown;
}

/** How far a request's clock may be ahead, in seconds. Bolt refuses old timestamps, but takes any from the future. */
const AHEAD = 300;
const TYPES = new Set(['application/json', 'application/x-www-form-urlencoded']);

/** A server that runs. */
export interface RunningServer {
  readonly port: number;
  /** Takes no new connections and closes those that are idle. */
  readonly stopListening: () => Promise<void>;
  readonly closeAll: () => void;
}

/**
 * Starts the server.
 * @param slack takes the requests of Slack; without it there are only the health pages
 * @throws {FootnoteError} when the port cannot be used
 */
export async function startServer(options: {
  port: number;
  host: string;
  health: () => Health;
  now: () => Date;
  slack?: RequestListener;
}): Promise<RunningServer> {
  const server = createServer((req, res) => {
    res.once('finish', () => drain(req));
    const path = (req.url ?? '/').split('?')[0];
    if (path === '/healthz') return json(res, 200, { alive: true });
    if (path === '/readyz') {
      const health = options.health();
      return json(res, health.ready ? 200 : 503, health);
    }
    if (!options.slack) return json(res, 404, { error: 'not found' });
    const refused = path === '/slack/events' ? guard(req, options.now()) : undefined;
    if (refused) return json(res, refused.status, { error: refused.error });
    try {
      options.slack(req, res);
    } catch {
      // Bolt throws for a path that it does not know.
      json(res, 404, { error: 'not found' });
    }
  });
  await listen(server, options.port, options.host);
  return {
    port: (server.address() as AddressInfo).port,
    stopListening: async () => {
      server.close();
      server.closeIdleConnections();
    },
    closeAll: () => server.closeAllConnections(),
  };
}

/** Refuses what cannot come from Slack before its body is read. */
function guard(req: IncomingMessage, now: Date): { status: number; error: string } | undefined {
  if (req.method !== 'POST') return { status: 405, error: 'Slack sends POST' };
  const type = (req.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (!TYPES.has(type))
    return { status: 415, error: 'the content type must be application/json or application/x-www-form-urlencoded' };
  // Bolt compares the whole header, and a charset behind the type would make it refuse a good request.
  req.headers['content-type'] = type;
  const stamp = Number(req.headers['x-slack-request-timestamp']);
  if (stamp - now.getTime() / 1000 > AHEAD) return { status: 401, error: 'the timestamp lies in the future' };
  return undefined;
}

/** A refused body is read on for a moment, so that the sender sees the answer and the connection can be used again; then it is cut. */
function drain(req: IncomingMessage): void {
  if (req.complete) return;
  req.resume();
  setTimeout(() => {
    if (!req.complete) req.destroy();
  }, 1000).unref();
}

function json(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const what =
        cause.code === 'EADDRINUSE'
          ? 'is in use by another program: set PORT to a free one'
          : `cannot be used (${cause.code ?? cause.message})`;
      reject(new FootnoteError('port-unusable', `Port ${port} on ${host} ${what}.`, { cause }));
    });
    server.listen(port, host, resolve);
  });
}
