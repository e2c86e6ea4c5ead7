/** The server side of a WebSocket (RFC 6455), as much of it as Socket Mode needs: text frames, ping, pong and close. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** One open connection. */
export interface Socket {
  readonly send: (text: string) => void;
  readonly close: () => void;
  /** Cuts the connection without a word, as a broken network does. */
  readonly destroy: () => void;
  readonly isOpen: () => boolean;
}

const frame = (opcode: number, payload: Buffer): Buffer => {
  const length = payload.length;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 126, length >> 8, length & 255])
        : Buffer.concat([
            Buffer.from([0x80 | opcode, 127]),
            (() => {
              const b = Buffer.alloc(8);
              b.writeBigUInt64BE(BigInt(length));
              return b;
            })(),
          ]);
  return Buffer.concat([head, payload]);
};

/** Reads whole frames from the front of a buffer; a client masks every frame. */
function* frames(state: { rest: Buffer }): Generator<{ opcode: number; payload: Buffer }> {
  for (;;) {
    const { rest } = state;
    if (rest.length < 2) return;
    const short = rest[1]! & 127;
    const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
    const start = 2 + extra + 4;
    if (rest.length < start) return;
    const length = short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short;
    if (rest.length < start + length) return;
    const mask = rest.subarray(start - 4, start);
    const payload = Buffer.from(rest.subarray(start, start + length).map((byte, i) => byte ^ mask[i % 4]!));
    state.rest = rest.subarray(start + length);
    yield { opcode: rest[0]! & 15, payload };
  }
}

/** Answers an upgrade request and gives the connection. */
export function acceptSocket(
  req: IncomingMessage,
  stream: Duplex,
  on: { message: (text: string) => void; close: () => void },
): Socket {
  const accept = createHash('sha1')
    .update(`${req.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const state = { rest: Buffer.alloc(0) };
  let open = true;
  const ended = () => {
    if (!open) return;
    open = false;
    on.close();
  };
  stream.on('data', (chunk: Buffer) => {
    state.rest = Buffer.concat([state.rest, chunk]);
    for (const { opcode, payload } of frames(state)) {
      if (opcode === 1) on.message(payload.toString());
      else if (opcode === 9) stream.write(frame(10, payload));
      else if (opcode === 8) {
        if (!stream.writableEnded) stream.end(frame(8, payload.subarray(0, 2)));
        ended();
      }
    }
  });
  stream.on('close', ended);
  stream.on('error', ended);
  return {
    send: (text) => void stream.write(frame(1, Buffer.from(text))),
    close: () => void stream.write(frame(8, Buffer.from([3, 232]))),
    destroy: () => void stream.destroy(),
    isOpen: () => open,
  };
}
