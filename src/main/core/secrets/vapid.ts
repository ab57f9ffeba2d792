/** The VAPID keys by which push services recognise this installation (RFC 8292): set by the operator, or drawn once for the demo. */
import { createECDH } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreateSecret } from './stored-secret.ts';

/**
 * A key pair in base64url. `publicKey`: an uncompressed point of P-256; `privateKey`: its scalar; `subject`: the operator's
 * contact, `mailto:` or `https:`.
 */
export interface Vapid {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly subject: string;
}

/**
 * Returns the demo's keys. The file `vapid` in `dir` keeps the private key, which is drawn on first use: any 32 random bytes
 * are one. The public key is computed from the private key at each start.
 */
export function readOrCreateVapid(dir: string): Vapid {
  const privateKey = Buffer.from(readOrCreateSecret(join(dir, 'vapid')), 'hex');
  return {
    publicKey: publicKeyOf(privateKey).toString('base64url'),
    privateKey: privateKey.toString('base64url'),
    subject: 'mailto:oto@oto.example',
  };
}

/** Returns every fault of the three settings, each beginning with its setting's name; no fault if none of the three is set. */
export function vapidFaults(given: { readonly [K in keyof Vapid]: string | null }): readonly string[] {
  const { publicKey, privateKey, subject } = given;
  if (publicKey === null && privateKey === null && subject === null) return [];
  const faults: string[] = [];
  const isPublic = publicKey !== null && bytesOf(publicKey)?.length === 65 && bytesOf(publicKey)?.[0] === 4;
  const isPrivate = privateKey !== null && bytesOf(privateKey)?.length === 32;
  if (!isPublic)
    faults.push('VAPID_PUBLIC_KEY is not a public key of P-256 in base64url. Try `npx web-push generate-vapid-keys`');
  if (!isPrivate) faults.push('VAPID_PRIVATE_KEY is not a private key of P-256 in base64url');
  if (isPublic && isPrivate && !isPair(publicKey, privateKey))
    faults.push('VAPID_PUBLIC_KEY does not belong to VAPID_PRIVATE_KEY');
  if (subject === null || !SUBJECT.test(subject))
    faults.push('VAPID_SUBJECT is not a mailto: or https: address at which push services can reach the operator');
  return faults;
}

const SUBJECT = /^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/;

function isPair(publicKey: string, privateKey: string): boolean {
  try {
    return publicKeyOf(Buffer.from(privateKey, 'base64url')).toString('base64url') === publicKey;
  } catch {
    return false;
  }
}

function bytesOf(text: string): Buffer | null {
  return /^[A-Za-z0-9_-]+$/.test(text) ? Buffer.from(text, 'base64url') : null;
}

function publicKeyOf(privateKey: Buffer): Buffer {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(privateKey);
  return pair.getPublicKey();
}
