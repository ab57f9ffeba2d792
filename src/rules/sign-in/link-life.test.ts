/** Checks how long one-time links are valid. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkEnd } from './link-life.ts';

test('the link for the first support person is valid for an hour, the others for a day', () => {
  const madeAt = 1_000;
  assert.equal(linkEnd('first_support', madeAt), madeAt + 3_600_000);
  assert.equal(linkEnd('invitation', madeAt), madeAt + 86_400_000);
  assert.equal(linkEnd('reset', madeAt), madeAt + 86_400_000);
});
