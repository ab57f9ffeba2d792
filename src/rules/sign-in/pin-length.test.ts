import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortestPin } from './pin-length.ts';

test('a manager’s PIN has six digits or more, in the demo four; a seller’s has four or more', () => {
  assert.equal(shortestPin('store_manager', false), 6);
  assert.equal(shortestPin('store_manager', true), 4);
  assert.equal(shortestPin('seller', false), 4);
});
