/** The keys that seal tokens, as the operator sets them. */
import { FootnoteError } from '../facts/index.ts';

/** Keys by id; new secrets are sealed with `current`, old ones are opened with the key they name. */
export interface Keyring {
  readonly current: string;
  /** 32 bytes each. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

const KEY_BYTES = 32;

/**
 * Reads `TOKEN_KEYS`: "id:key" pairs joined by commas, each key 32 bytes in base64, the first the one in use, the others
 * kept to open what they sealed. Throws a `FootnoteError` that names the part that is wrong, never the key.
 */
export function parseKeyring(setting: string): Keyring {
  const keys = new Map<string, Uint8Array>();
  for (const [index, part] of setting.split(',').entries()) {
    const colon = part.indexOf(':');
    const id = part.slice(0, Math.max(colon, 0)).trim();
    const where = `TOKEN_KEYS, part ${index + 1}`;
    if (!/^[a-zA-Z0-9_-]{1,32}$/.test(id))
      throw keyError(`${where}: write "id:key", the id of letters, digits, - or _`);
    if (keys.has(id)) throw keyError(`${where}: the id ${id} is there twice`);
    const key = Buffer.from(part.slice(colon + 1).trim(), 'base64');
    if (key.length !== KEY_BYTES) {
      throw keyError(
        `${where}: the key is ${key.length} bytes in base64, not 32; make one with: openssl rand -base64 32`,
      );
    }
    keys.set(id, key);
  }
  const [current] = keys.keys();
  return { current: current!, keys };
}

function keyError(message: string): FootnoteError {
  return new FootnoteError('token-keys-invalid', message);
}
