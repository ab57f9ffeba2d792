/** Tests the limits of how long a brand keeps its data. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RETENTION_LIMITS } from './retention.ts';

test('receipts are kept for half a year at least, which D6b and the impact need, and nothing longer than ten years', () => {
  assert.deepEqual(RETENTION_LIMITS, {
    textsDays: { least: 7, most: 3650 },
    draftsDays: { least: 1, most: 365 },
    receiptsDays: { least: 180, most: 3650 },
  });
});
