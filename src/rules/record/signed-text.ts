/** Defines the texts that the record's signing keys sign: a day's head and the keys themselves (R3). */

/** The head of a brand's chain on a day: the number of receipts so far, and the last link. */
export interface DayHead {
  readonly brandId: string;
  readonly number: number;
  /** 64 lower-case hexadecimal digits. */
  readonly link: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** The id of the key that signs. */
  readonly kid: string;
}

/** A signed head. `signature`: Ed25519 over `headText` in UTF-8, as 128 lower-case hexadecimal digits. */
export interface SignedHead extends DayHead {
  readonly signature: string;
}

/**
 * The public part of a signing key, as a JSON Web Key (RFC 8037), and the signatures that connect it with the key
 * before.
 */
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
  /** The signature of this key over `keyText`. */
  readonly signature: string;
  /** The signature of the key before over `keyText`; null for the first key. */
  readonly previousSignature: string | null;
}

type KeyFacts = Pick<RecordKey, 'number' | 'kid' | 'x' | 'since' | 'previous'>;

export function headText({ brandId, number, link, day, kid }: DayHead): string {
  return JSON.stringify(['head/1', brandId, number, link, day, kid]);
}

/**
 * Returns the text that a key and the key before both sign. The earlier key's signature lets those who trust the
 * earlier key trust the new one; the new key's signature confirms the earlier key to those who know only the new one.
 */
export function keyText({ number, kid, x, since, previous }: KeyFacts): string {
  return JSON.stringify(['record-key/1', number, kid, x, since, previous]);
}
