/** One secret, a key for each purpose: HKDF, so that no key tells of another. */
import { hkdfSync } from 'node:crypto';

export interface Keys {
  /** R3: the receipts' chain. */
  readonly receipts: Uint8Array;
  /** D2: numbers on the stop list. */
  readonly numbers: Uint8Array;
  /** PIN look-up within a store. */
  readonly pins: Uint8Array;
  /** Session cookies' signature. */
  readonly sessions: string;
}

/** `secret` is OTO_SECRET, at least 32 characters. */
export function keysOf(secret: string): Keys {
  const key = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, 'oto', purpose, 32));
  return {
    receipts: key('receipts'),
    numbers: key('numbers'),
    pins: key('pins'),
    sessions: Buffer.from(key('sessions')).toString('base64url'),
  };
}
