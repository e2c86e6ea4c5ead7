/**
 * How this app calls Slack: node:http with connections that are kept. Node's own fetch takes three times the work for the same small
 * request, which for a mention is as much as all the rest.
 */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** Milliseconds after which a call to Slack is given up. */
export const TIMEOUT = 8000;

/** An idle connection is closed after so many milliseconds, before Slack closes it: a request on a connection that just went is lost. */
const IDLE = 4000;

const http = { request: httpRequest, agent: new HttpAgent({ keepAlive: true, timeout: IDLE }) };
const https = { request: httpsRequest, agent: new HttpsAgent({ keepAlive: true, timeout: IDLE }) };

/**
 * A fetch for what the Web API client and Bolt ask of it: an address, plain headers, and a body of text. It gives up in time, also for
 * response_urls, for which Bolt sets no limit, and follows no redirects.
 * @throws the error of the connection, with its code ("ECONNREFUSED"), or a TimeoutError
 */
export const timedFetch: typeof fetch = (input, init) =>
  new Promise((resolve, reject) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { request, agent } = url.protocol === 'https:' ? https : http;
    const headers = init?.headers as Record<string, string> | undefined;
    const body = init?.body as string | undefined;
    const length = body === undefined ? undefined : { 'Content-Length': String(Buffer.byteLength(body)) };
    const call = request(url, {
      method: init?.method ?? 'GET',
      headers: { ...headers, ...length },
      agent,
      ...(init?.signal ? { signal: init.signal } : {}),
    });
    const timer = setTimeout(
      () => call.destroy(new DOMException(`no answer in ${TIMEOUT} ms`, 'TimeoutError')),
      TIMEOUT,
    );
    const settled = () => clearTimeout(timer);
    call.on('error', reject);
    call.on('close', settled);
    call.on('response', (answer) => collect(answer, resolve, reject));
    call.end(body);
  });

/** Reads an answer to its end; an answer that breaks off is an error. */
function collect(answer: IncomingMessage, resolve: (response: Response) => void, reject: (error: Error) => void): void {
  let text = '';
  answer.setEncoding('utf8');
  answer.on('data', (chunk: string) => {
    text += chunk;
  });
  answer.on('error', reject);
  answer.on('end', () => resolve(new TextResponse(answer, text) as unknown as Response));
}

/** The part of a Response that the Web API client and Bolt read; a whole one costs as much as the request itself. */
class TextResponse {
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly url: string;
  readonly headers: Pick<Headers, 'get' | 'entries'>;
  readonly #text: string;

  constructor(answer: IncomingMessage, text: string) {
    this.status = answer.statusCode!;
    this.statusText = answer.statusMessage ?? '';
    this.ok = this.status >= 200 && this.status < 300;
    this.url = answer.url ?? '';
    const { headers } = answer;
    this.headers = {
      get: (name) => headers[name.toLowerCase()]?.toString() ?? null,
      entries: () => new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)])).entries(),
    };
    this.#text = text;
  }

  async text(): Promise<string> {
    return this.#text;
  }
}
