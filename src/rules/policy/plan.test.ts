/** Tests which plans include quiet hours (D10). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { includesQuietHours, PLANS } from './plan.ts';

test('D10: Growth and Enterprise include quiet hours, Starter does not', () => {
  assert.deepEqual(PLANS.filter(includesQuietHours), ['growth', 'enterprise']);
});
