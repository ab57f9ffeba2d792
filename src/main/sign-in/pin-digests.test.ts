/** Tests of `pinDigestsBy`: the digest of a PIN depends on the PIN, the store, the brand and the key. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinDigestsBy } from './pin-digests.ts';

const [key, before] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
const store = { brandId: 'brand', storeId: 'store' };

test('the same PIN in the same store has the same digest, so that one hash checks the PIN and finds its owner', async () => {
  const digests = pinDigestsBy([key]);
  const [first] = await digests(store, '4827');
  const [again] = await digests(store, '4827');
  assert.deepEqual(first, again);
  assert.equal(first.length, 32);
});

test('another PIN, store, brand or key gives another digest', async () => {
  const digests = pinDigestsBy([key]);
  const all = await Promise.all([
    digests(store, '4827'),
    digests(store, '4828'),
    digests({ ...store, storeId: 'other' }, '4827'),
    digests({ ...store, brandId: 'other' }, '4827'),
    pinDigestsBy([before])(store, '4827'),
  ]);
  assert.equal(new Set(all.map(([digest]) => digest.toString('hex'))).size, 5);
});

test('with a previous key a PIN has two digests, that of the current key first', async () => {
  const [current, old] = await pinDigestsBy([key, before])(store, '4827');
  assert.deepEqual(current, (await pinDigestsBy([key])(store, '4827'))[0]);
  assert.deepEqual(old, (await pinDigestsBy([before])(store, '4827'))[0]);
});
