/** Sealing: AES-256-GCM, bound to the installation a secret belongs to, so that no row can stand in for another. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { FootnoteError } from '../facts/index.ts';
import type { Keyring } from './keyring.ts';

/** A sealed text and the id of the key that opens it. */
export interface Sealed {
  readonly keyId: string;
  /** "v1.iv.ciphertext.tag", each part base64url. */
  readonly sealed: string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals `secret` with the current key. `boundTo` is not secret, but has to be the same on opening ("enterprise|team").
 * The nonce is random: under one key, 2^32 seals stay safe, a workspace makes two a day. `random` is for tests only.
 */
export function seal(keyring: Keyring, secret: string, boundTo: string, random = randomBytes): Sealed {
  const iv = random(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyring.keys.get(keyring.current)!, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(bound(keyring.current, boundTo));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  const parts = [iv, text, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return { keyId: keyring.current, sealed: ['v1', ...parts].join('.') };
}

/**
 * Opens what `seal` made. Throws a `FootnoteError`: `token-key-missing` when the keyring lacks the key, `token-unreadable`
 * when the text was changed, belongs to another installation, or another key has the id.
 */
export function unseal(keyring: Keyring, { keyId, sealed }: Sealed, boundTo: string): string {
  const key = keyring.keys.get(keyId);
  if (!key) {
    throw new FootnoteError(
      'token-key-missing',
      `The token of ${boundTo} is sealed with key ${keyId}; add it to TOKEN_KEYS.`,
    );
  }
  try {
    const [version, iv, text, tag] = sealed.split('.');
    if (version !== 'v1' || !iv || text === undefined || !tag) throw new Error('not sealed text');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES });
    decipher.setAAD(bound(keyId, boundTo));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new FootnoteError(
      'token-unreadable',
      `The token of ${boundTo} cannot be opened: its row was changed, or key ${keyId} in TOKEN_KEYS is another one. Install the app there again.`,
      { cause },
    );
  }
}

function bound(keyId: string, boundTo: string): Buffer {
  return Buffer.from(`footnote token v1|${keyId}|${boundTo}`, 'utf8');
}
