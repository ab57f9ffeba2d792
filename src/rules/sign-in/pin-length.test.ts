/** Tests the shortest PIN of each role. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortestPin } from './pin-length.ts';

test('a manager’s PIN has at least six digits, or four in the demo, and a seller’s at least four', () => {
  assert.equal(shortestPin('store_manager', false), 6);
  assert.equal(shortestPin('store_manager', true), 4);
  assert.equal(shortestPin('seller', false), 4);
});
