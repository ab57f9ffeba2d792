/**
 * PINs made unreadable with argon2id. Four digits have no strength of their own: what keeps a stolen database from
 * telling them is the key, which is not in it; for one who has both, each guess costs a hash.
 */
import { createHmac } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { PinDigests } from '#flows/sign-in/pins/pin-deps.ts';

/** OWASP's second choice: 19 MiB, two passes; about 25 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

/**
 * `keys`: the one in use first, then the one before it. The salt is the store's, not the person's, so that one hash
 * also finds whose PIN it is; within a store no two people have the same one to be told apart by.
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
