/**
 * Digests PINs with argon2id. Four digits are easily guessed, so the digest needs a key that is not in the database: a stolen
 * database alone reveals no PIN, and a thief who also has the key pays a hash for each guess.
 */
import { createHmac } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { PinDigests } from '#flows/sign-in/pins/pin-deps.ts';

/** The cost of a hash, OWASP's second choice: 19 MiB, two passes; about 25 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

/**
 * Returns the function that digests a PIN, once for each of `keys`: the current key first, then the previous one. The salt
 * belongs to the store, not to the person, so that one hash also finds the owner; within a store no two people have one PIN.
 */
export function pinDigestsBy(keys: readonly [Uint8Array, ...Uint8Array[]]): PinDigests {
  const digest = ({ brandId, storeId }: Parameters<PinDigests>[0], pin: string, key: Uint8Array) => {
    const salt = createHmac('sha256', key).update(`${brandId}/${storeId}`).digest().subarray(0, 16);
    return hashRaw(pin, { ...COST, salt, secret: key });
  };
  return async (store, pin) => {
    const [current, ...before] = keys;
    return [await digest(store, pin, current), ...(await Promise.all(before.map((key) => digest(store, pin, key))))];
  };
}
