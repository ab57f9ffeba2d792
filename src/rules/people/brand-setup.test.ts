/** Tests of `missingParts`: each part is listed until it is done, and a brand that is set up lacks nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingParts, SETUP_PARTS, type SetupState } from './brand-setup.ts';

const DONE: SetupState = {
  stores: 3,
  storesWithoutHours: 0,
  storesWithoutSignIn: 0,
  hasCustomers: true,
  hasAskedForQuietHours: true,
};
const partsOf = (change: Partial<SetupState>) => missingParts({ ...DONE, ...change });

test('a brand without anything lacks every part, of the whole brand', () => {
  const empty = { stores: 0, hasCustomers: false, hasAskedForQuietHours: false };
  assert.deepEqual(
    partsOf(empty),
    SETUP_PARTS.map((part) => ({ part, stores: null })),
  );
});

test('a brand that is set up lacks nothing', () => {
  assert.deepEqual(partsOf({}), []);
});

test('each part is missing alone, and says how many stores lack it', () => {
  assert.deepEqual(partsOf({ storesWithoutHours: 2 }), [{ part: 'hours', stores: 2 }]);
  assert.deepEqual(partsOf({ storesWithoutSignIn: 1 }), [{ part: 'people', stores: 1 }]);
  assert.deepEqual(partsOf({ hasCustomers: false }), [{ part: 'customers', stores: null }]);
  assert.deepEqual(partsOf({ hasAskedForQuietHours: false }), [{ part: 'quiet_hours', stores: null }]);
});
