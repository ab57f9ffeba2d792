/** A number as the stop list knows it: a keyed hash, so that a stop outlives the row and tells nobody the number (D2). */
import { createHmac } from 'node:crypto';

/** `e164` like `+5511900000000`; `key` from the installation's secret. 32 bytes. */
export function numberHash(key: Uint8Array, e164: string): Buffer {
  return createHmac('sha256', key).update(e164).digest();
}
