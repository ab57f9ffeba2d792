/**
 * Hashes a number for the stop list with a key, so that a stop outlives the customer's row and does not reveal the
 * number (D2).
 */
import { createHmac } from 'node:crypto';

/** Returns 32 bytes. `e164`: like `+5511900000000`; `key`: derived from the installation's secret. */
export function numberHash(key: Uint8Array, e164: string): Buffer {
  return createHmac('sha256', key).update(e164).digest();
}
