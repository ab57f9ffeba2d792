/** Shapes of the record's public keys, and of the file that contains the signed heads of one day (R3). */
import { z } from 'zod';

const Signature = z.string().regex(/^[0-9a-f]{128}$/);
/** 32 bytes in base64url, which are 43 characters. */
const Bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A public key as a JSON Web Key (RFC 8037), with how it was created. `RecordKey` in the rules explains the fields. */
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

/** A JSON Web Key Set (RFC 7517), oldest key first. */
export const RecordKeys = z.object({ keys: z.array(RecordKey) });

export const SignedHead = z.object({
  brandId: z.uuid(),
  number: z.int().nonnegative(),
  link: z.string().regex(/^[0-9a-f]{64}$/),
  day: z.iso.date(),
  kid: Bytes32,
  signature: Signature,
});

/** The file of one day. It contains the keys of that day, so that readers need no database. */
export const HeadsFile = z.object({
  format: z.literal('oto-heads/1'),
  keys: z.array(RecordKey),
  heads: z.array(SignedHead),
});
