/** Tests that the rehearsal of some stores is scaled to all: each count alone, with its dates and reasons. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTo, dayIn, emptyRehearsal } from './rehearsal.ts';
import { scaleRehearsal } from './scale-rehearsal.ts';

test('each count is multiplied and rounded, and sellers are left out, because those of other stores are not known', () => {
  const part = emptyRehearsal();
  Object.assign(part, { total: 10, doesNotFit: 3, unused: 1, lastServedOn: 20_000 });
  addTo(part.leftOut, 'opted_out', 2);
  addTo(part.sellers, 'ana', 5);
  Object.assign(dayIn(part, 20_000), { suggested: 4, held: 1, ready: 2, sent: 3 });
  dayIn(part, 20_000).hours[10] = 3;
  const scaled = scaleRehearsal(part, 2.5);
  const hours = Array.from({ length: 24 }, (_, hour) => (hour === 10 ? 8 : 0));
  assert.deepEqual([scaled.total, scaled.doesNotFit, scaled.unused, scaled.lastServedOn], [25, 8, 3, 20_000]);
  assert.deepEqual([...scaled.leftOut], [['opted_out', 5]]);
  assert.deepEqual([...scaled.days], [[20_000, { suggested: 10, held: 3, ready: 5, sent: 8, hours }]]);
  assert.equal(scaled.sellers.size, 0);
});
