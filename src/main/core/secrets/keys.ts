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

/**
 * What sign-in looks with: the key in use first, then the one before it, while that secret is still given. Nobody need
 * sign in again, and no PIN is lost, because the secret is another.
 */
export function signInKeys(secret: string, previous: string | null) {
  const [now, ...before] = [keysOf(secret), ...(previous === null ? [] : [keysOf(previous)])] as const;
  return {
    sessions: [now.sessions, ...before.map(({ sessions }) => sessions)],
    pins: [now.pins, ...before.map(({ pins }) => pins)],
  } as const;
}
