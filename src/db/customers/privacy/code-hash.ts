/** Hashes an erased customer's code with a key, so that an import recognises the code and nobody reads it. */
import { createHmac } from 'node:crypto';

/** Returns 32 bytes. `code`: normalised by `codeKey`; `key`: the key of the stop list's hashes. */
export function codeHash(key: Uint8Array, code: string): Buffer {
  return createHmac('sha256', key).update(`code ${code}`).digest();
}
