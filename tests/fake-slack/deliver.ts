/** Delivers to the app as Slack does: signed over HTTP or in an envelope over a socket, again when it is not acknowledged in 3 s. */
import { createHmac } from 'node:crypto';
import type { Socket } from './websocket.ts';
import { type Json, newId } from './workspace.ts';

/** What is delivered. Events are JSON over HTTP; the others are forms. */
export interface Delivery {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive';
  readonly body: Json;
}

/** How the app took it. */
export interface Taken {
  /** HTTP status, or 200 for an acknowledged envelope; 0 when there was no answer in time. */
  readonly status: number;
  readonly ackMs: number;
  /** What the acknowledgement carried (errors of a form). */
  readonly payload: string;
  /** How often it was sent. */
  readonly sent: number;
}

/** Slack waits this long for an acknowledgement, in milliseconds. */
const PATIENCE = 3000;

/** Sends one delivery once. */
export type Send = (
  delivery: Delivery,
  retry: { num: number; reason: string } | undefined,
) => Promise<Omit<Taken, 'sent'>>;

/** The headers with which Slack proves itself. */
export function signed(secret: string, body: string, seconds: number): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'X-Slack-Request-Timestamp': String(seconds), 'X-Slack-Signature': `v0=${signature}` };
}

/** Over HTTP: events as JSON, commands as a form, interactions as JSON in a form. */
export function overHttp(secret: string, target: () => string): Send {
  return async ({ kind, body }, retry) => {
    const isEvent = kind === 'events_api';
    const form = kind === 'slash_commands' ? (body as Record<string, string>) : { payload: JSON.stringify(body) };
    const text = isEvent ? JSON.stringify(body) : new URLSearchParams(form).toString();
    const retried: Record<string, string> = retry
      ? { 'X-Slack-Retry-Num': String(retry.num), 'X-Slack-Retry-Reason': retry.reason }
      : {};
    const headers = {
      'Content-Type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      ...signed(secret, text, Math.floor(Date.now() / 1000)),
      ...retried,
    };
    const started = performance.now();
    try {
      const res = await fetch(target(), { method: 'POST', headers, body: text, signal: AbortSignal.timeout(PATIENCE) });
      return { status: res.status, payload: await res.text(), ackMs: performance.now() - started };
    } catch {
      return { status: 0, payload: '', ackMs: performance.now() - started };
    }
  };
}

/** Over Socket Mode: any open connection gets the envelope; without one it waits. */
export function overSocket(sockets: ReadonlySet<Socket>, waiting: Map<string, (payload: Json) => void>): Send {
  return async ({ kind, body }, retry) => {
    const until = Date.now() + 15_000;
    while (sockets.size === 0 && Date.now() < until) await new Promise((r) => setTimeout(r, 20));
    const all = [...sockets];
    const socket = all[Math.floor(Math.random() * all.length)];
    const started = performance.now();
    if (!socket) return { status: 0, payload: '', ackMs: 0 };
    const envelope_id = newId('envelope');
    const acknowledged = new Promise<Json | undefined>((resolve) => {
      const timer = setTimeout(() => resolve(undefined), PATIENCE);
      waiting.set(envelope_id, (payload) => {
        clearTimeout(timer);
        resolve(payload);
      });
    });
    const again = retry ? { retry_attempt: retry.num, retry_reason: retry.reason } : {};
    socket.send(
      JSON.stringify({
        type: kind,
        envelope_id,
        payload: body,
        accepts_response_payload: kind !== 'events_api',
        ...again,
      }),
    );
    const payload = await acknowledged;
    waiting.delete(envelope_id);
    return {
      status: payload ? 200 : 0,
      payload: payload ? JSON.stringify(payload) : '',
      ackMs: performance.now() - started,
    };
  };
}

/** Sends until it is acknowledged; events are sent up to three times more, as Slack does. */
export async function deliver(send: Send, delivery: Delivery): Promise<Taken> {
  const tries = delivery.kind === 'events_api' ? 4 : 1;
  for (let sent = 1; ; sent += 1) {
    const retry = sent === 1 ? undefined : { num: sent - 1, reason: 'http_error' };
    const taken = await send(delivery, retry);
    if ((taken.status >= 200 && taken.status < 300) || sent >= tries) return { ...taken, sent };
  }
}
