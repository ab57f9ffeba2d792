/** Derives a key for each purpose from OTO_SECRET with HKDF, so that no key reveals another. */
import { hkdfSync } from 'node:crypto';

export interface Keys {
  /** Links the receipts into a chain (R3). */
  readonly receipts: Uint8Array;
  /** Hashes the numbers on the stop list (D2). */
  readonly numbers: Uint8Array;
  /** Digests PINs. */
  readonly pins: Uint8Array;
  /** Signs the tokens with which mails are switched off. */
  readonly mails: Uint8Array;
  /** Signs session cookies. */
  readonly sessions: string;
}

/** Derives the keys; `secret` is OTO_SECRET, at least 32 characters. */
export function keysOf(secret: string): Keys {
  const key = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, 'oto', purpose, 32));
  return {
    receipts: key('receipts'),
    numbers: key('numbers'),
    pins: key('pins'),
    mails: key('mails'),
    sessions: Buffer.from(key('sessions')).toString('base64url'),
  };
}

/**
 * Returns the keys that sign-in accepts: the key of `secret` first, then that of `previous`, if given. Sessions, PINs and
 * links in mails made with the previous secret so stay valid after the secret was changed.
 */
export function signInKeys(secret: string, previous: string | null) {
  const [now, ...before] = [keysOf(secret), ...(previous === null ? [] : [keysOf(previous)])] as const;
  return {
    sessions: [now.sessions, ...before.map(({ sessions }) => sessions)],
    pins: [now.pins, ...before.map(({ pins }) => pins)],
    mails: [now.mails, ...before.map(({ mails }) => mails)],
  } as const;
}
