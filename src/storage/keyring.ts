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
 * Makes a keyring of keys in the order of `TOKEN_KEYS`: the first seals, all open. Throws a `FootnoteError` with the code
 * `token-keys-invalid` that names what is wrong, never a key.
 */
export function keyringOf(keys: readonly { readonly id: string; readonly key: Uint8Array }[]): Keyring {
  const [first] = keys;
  if (!first) throw keyError('TOKEN_KEYS is empty; without a key no token can be stored');
  const byId = new Map<string, Uint8Array>();
  for (const { id, key } of keys) {
    if (byId.has(id)) throw keyError(`TOKEN_KEYS has the id ${id} twice`);
    if (key.length !== KEY_BYTES) {
      throw keyError(
        `TOKEN_KEYS: key ${id} has ${key.length} bytes, not ${KEY_BYTES}; make one with: openssl rand -base64 32`,
      );
    }
    byId.set(id, key);
  }
  return { current: first.id, keys: byId };
}

function keyError(message: string): FootnoteError {
  return new FootnoteError('token-keys-invalid', message);
}
