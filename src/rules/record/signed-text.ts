/** The texts that the record's signing keys sign: a day's head and the keys themselves (R3). */

/** A brand's head at the end of a day so far: how many receipts there are, and the last link. */
export interface DayHead {
  readonly brandId: string;
  readonly number: number;
  /** 64 hexadecimal digits, in small letters. */
  readonly link: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** The id of the key that signs. */
  readonly kid: string;
}

/** `signature`: Ed25519 over `headText` in UTF-8, as 128 hexadecimal digits in small letters. */
export interface SignedHead extends DayHead {
  readonly signature: string;
}

/** The public half of a signing key, as a JSON Web Key (RFC 8037), and how the key came to be. */
export interface RecordKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** The key's thumbprint (RFC 7638), base64url. */
  readonly kid: string;
  /** 32 bytes, base64url. */
  readonly x: string;
  /** The first key of the installation is 1; each change of the secret adds one. */
  readonly number: number;
  /** RFC 3339, UTC, with milliseconds. */
  readonly since: string;
  /** The `kid` of the key before; null for the first. */
  readonly previous: string | null;
  /** Over `keyText`, by this key. */
  readonly signature: string;
  /** Over `keyText`, by the key before; null for the first. */
  readonly previousSignature: string | null;
}

type KeyFacts = Pick<RecordKey, 'number' | 'kid' | 'x' | 'since' | 'previous'>;

export function headText({ brandId, number, link, day, kid }: DayHead): string {
  return JSON.stringify(['head/1', brandId, number, link, day, kid]);
}

/**
 * What a key and the key before it both sign. The signature of the key before tells those who trust it to trust the new
 * one; the new key's own names the key before as genuine to those who know the new one alone.
 */
export function keyText({ number, kid, x, since, previous }: KeyFacts): string {
  return JSON.stringify(['record-key/1', number, kid, x, since, previous]);
}
