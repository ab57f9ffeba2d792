/** The public keys of the record on the wire, and the file in which a day's signed heads are kept (R3). */
import { z } from 'zod';

const Signature = z.string().regex(/^[0-9a-f]{128}$/);
/** The 43 characters that 32 bytes take in base64url. */
const Bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** As a JSON Web Key (RFC 8037), with how the key came to be: `RecordKey` of the rules says what each field means. */
export const RecordKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: Bytes32,
  x: Bytes32,
  number: z.int().positive(),
  since: z.iso.datetime({ precision: 3 }),
  previous: Bytes32.nullable(),
  signature: Signature,
  previousSignature: Signature.nullable(),
});

/** Oldest first. A JSON Web Key Set (RFC 7517). */
export const RecordKeys = z.object({ keys: z.array(RecordKey) });

export const SignedHead = z.object({
  brandId: z.uuid(),
  number: z.int().nonnegative(),
  link: z.string().regex(/^[0-9a-f]{64}$/),
  day: z.iso.date(),
  kid: Bytes32,
  signature: Signature,
});

/** One a day. The keys are those of that day, for readers who do not have the database. */
export const HeadsFile = z.object({
  format: z.literal('oto-heads/1'),
  keys: z.array(RecordKey),
  heads: z.array(SignedHead),
});
