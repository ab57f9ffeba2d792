/** Derives the key that signs the record's heads (R3) from OTO_SECRET. The key is never stored. */
import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

export interface SigningKey {
  /** RFC 7638: the SHA-256 of the public key as a JSON Web Key, base64url. */
  readonly kid: string;
  /** The public key, 32 bytes in base64url. */
  readonly x: string;
  /** Signs the text in UTF-8; returns 64 bytes of Ed25519. */
  sign(text: string): Buffer;
}

/**
 * Derives the key, which is the same on every server with this secret: its seed is 32 bytes of HKDF-SHA256 of the
 * secret with the salt `oto` and the info `record-signatures`. The private key stays inside the closure, so that
 * printing the key does not show it.
 */
export function signingKeyOf(secret: string): SigningKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, 'oto', 'record-signatures', 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const x = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
  return { kid: keyIdOf(x), x, sign: (text) => sign(null, Buffer.from(text), privateKey) };
}

export function keyIdOf(x: string): string {
  return createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
}

/** Whether the key `x` signed the text. `signature`: hexadecimal. Returns false for a malformed key or signature. */
export function isSignedBy(x: string, text: string, signature: string): boolean {
  const key = Buffer.from(x, 'base64url');
  if (key.length !== 32) return false;
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'));
}

/** The DER prefixes of the 32 bytes of an Ed25519 key (RFC 8410): first the private key's, then the public key's. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
