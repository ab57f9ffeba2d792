/** Plays an authenticator app: computes its codes (RFC 6238), independent of the program's own computation. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { Client } from './client.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Returns the six digits that an app shows for the secret (base32) at the instant. */
export function totpCode(secret: string, at: number): string {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Returns six digits that are no code of the secret around the instant. */
export function wrongTotpCode(secret: string, at: number): string {
  const right = new Set([-60_000, -30_000, 0, 30_000, 60_000].map((by) => totpCode(secret, at + by)));
  let wrong = 0;
  while (right.has(String(wrong).padStart(6, '0'))) wrong++;
  return String(wrong).padStart(6, '0');
}

/** Sets a second factor up on a device that is signed in, with the code of the instant. */
export async function setUpSecondFactor(
  device: Client,
  password: string,
  at: number,
): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const begun = await device.post('/api/v1/second-factor', { password });
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  const { secret, recoveryCodes } = begun.body;
  const confirmed = await device.post('/api/v1/second-factor/confirm', { code: totpCode(secret, at) });
  assert.equal(confirmed.status, 204, JSON.stringify(confirmed.body));
  return { secret, recoveryCodes };
}
