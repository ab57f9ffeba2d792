/** Reads the keys that sign the heads of the record, and checks which keys are trusted and what they signed (R3). */
import type { Reads } from '#db/core/db.ts';
import { isSignedBy, keyIdOf, type SigningKey } from '#db/core/installation/signing-key.ts';
import { isoOf } from '#db/core/sql-values.ts';
import { listRecordKeys } from '#db/record/record-keys.ts';
import { headText, keyText, type RecordKey, type SignedHead } from '#rules/record/signed-text.ts';
import type { Head } from './verify-record.ts';

/** Reads all keys, oldest first. */
export async function readRecordKeys(db: Reads): Promise<RecordKey[]> {
  const rows = await db.readOutside((reads) => reads.run(listRecordKeys, {}));
  const keys = rows.map((row) => ({ ...row, x: row.publicKey.toString('base64url') }));
  return keys.map(({ x, number, since, signature, previousSignature }, i) => {
    const before = keys[i - 1];
    return {
      kty: 'OKP',
      crv: 'Ed25519',
      kid: keyIdOf(x),
      x,
      number,
      since: isoOf(since),
      previous: before ? keyIdOf(before.x) : null,
      signature: signature.toString('hex'),
      previousSignature: previousSignature?.toString('hex') ?? null,
    };
  });
}

/** Signs the heads of a day. */
export function signHeads(key: SigningKey, day: string, heads: Readonly<Record<string, Head>>): SignedHead[] {
  return Object.entries(heads).map(([brandId, { number, link }]) => {
    const head = { brandId, number, link, day, kid: key.kid };
    return { ...head, signature: key.sign(headText(head)).toString('hex') };
  });
}

/**
 * `missing` means that the number does not exist. `edited` means that a signature, the id or the reference to the key
 * before is wrong. `another_secret` means that the newest key does not belong to OTO_SECRET.
 */
export interface KeyFault {
  readonly number: number;
  readonly kind: 'missing' | 'edited' | 'another_secret';
}

/** The trusted keys by id. `until` is the instant at which another key replaced it; null for the newest. */
export type TrustedKeys = ReadonlyMap<string, { readonly x: string; readonly until: string | null }>;

/**
 * Trusts the key of OTO_SECRET, and each key that a trusted key names as its predecessor, up to the first fault. Keys
 * before a fault are not trusted, because anybody could have inserted them.
 */
export function trustKeys(own: Pick<SigningKey, 'kid' | 'x'>, keys: readonly RecordKey[]) {
  const trusted = new Map([[own.kid, { x: own.x, until: null as string | null }]]);
  let fault: KeyFault | null = null;
  const newest = keys.at(-1);
  if (newest?.kid !== own.kid) fault = { number: newest?.number ?? 0, kind: 'another_secret' };
  for (let at = keys.length - 1; at >= 0 && fault === null; at -= 1) {
    const key = keys[at] as RecordKey;
    fault = faultOf(key, at === 0 ? null : (keys[at - 1] as RecordKey), at + 1);
    if (fault !== null) break;
    if (!trusted.has(key.kid)) trusted.set(key.kid, { x: key.x, until: keys[at + 1]?.since ?? null });
  }
  return { trusted: trusted as TrustedKeys, fault };
}

function faultOf(key: RecordKey, before: RecordKey | null, number: number): KeyFault | null {
  if (key.number !== number) return { number, kind: 'missing' };
  const text = keyText(key);
  const isSigned =
    key.kid === keyIdOf(key.x) &&
    isSignedBy(key.x, text, key.signature) &&
    key.previous === (before?.kid ?? null) &&
    (before === null ? key.previousSignature === null : isSignedBy(before.x, text, key.previousSignature ?? ''));
  return isSigned ? null : { number, kind: 'edited' };
}

/** `late` means that the head is of a day after its key was replaced, as a person with an old secret could sign it. */
export type SignatureFault = 'unknown_key' | 'wrong_signature' | 'late';

export function signatureFault(head: SignedHead, trusted: TrustedKeys): SignatureFault | null {
  const key = trusted.get(head.kid);
  if (!key) return 'unknown_key';
  if (!isSignedBy(key.x, headText(head), head.signature)) return 'wrong_signature';
  return key.until !== null && head.day > key.until.slice(0, 10) ? 'late' : null;
}
