/** Tests the evenness of a day: by examples that a store manager can check, and by properties. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evennessOf, LEAST_EVEN_CONTACTS } from './evenness.ts';

const HOUR = 3_600_000;
const none = () => new Array<number>(24).fill(0);
const at = (values: Readonly<Record<number, number>>) => none().map((_, hour) => values[hour] ?? 0);
/** Open from 10:00 to 20:00. */
const OPEN = none().map((_, hour) => (hour >= 10 && hour < 20 ? HOUR : 0));

test('what a store manager can count with paper and pencil', () => {
  for (const [hours, wanted, told] of [
    [at(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [10 + i, 4]))), 1, 'four in each open hour'],
    [at({ 10: 40 }), 0.1, 'all in one of ten hours: nine tenths would have to move'],
    [at({ 10: 20, 15: 20 }), 0.2, 'half and half in two of ten hours'],
    [at({ 21: 40 }), 0, 'all after closing'],
    [at({ 10: 20, 22: 20 }), 0.1, 'half of them after closing, the others in one hour'],
    [at({ 10: LEAST_EVEN_CONTACTS - 1 }), null, 'too few'],
  ] as const) {
    const found = evennessOf(hours, OPEN);
    assert.equal(found === null ? null : Math.round(found * 1e9) / 1e9, wanted, told);
  }
  assert.equal(evennessOf(at({ 10: 40 }), none()), null, 'never open');
  const half = evennessOf(at({ 10: 10, 11: 20 }), at({ 10: HOUR / 2, 11: HOUR }));
  assert.ok(half !== null && half > 0.999999, 'an hour that is half open gets half as many');
});

test('the number is between 0 and 1, does not depend on how many contacts there are, and moving one to a fuller hour never raises it', () => {
  const counts = fc.array(fc.nat(60), { minLength: 24, maxLength: 24 });
  const lengths = fc.array(fc.constantFrom(0, HOUR / 2, HOUR), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(counts, lengths, fc.nat(23), fc.nat(23), (hours, open, from, to) => {
      const found = evennessOf(hours, open);
      if (found === null) return;
      assert.ok(found >= 0 && found <= 1);
      const twice = evennessOf(
        hours.map((n) => n * 2),
        open,
      );
      assert.ok(Math.abs((twice ?? -1) - found) < 1e-9);
      const all = open.reduce((sum, each) => sum + each, 0);
      const contacts = hours.reduce((sum, each) => sum + each, 0);
      const tooMany = (hour: number) => (hours[hour] ?? 0) / contacts - (open[hour] ?? 0) / all;
      if (from === to || (hours[from] ?? 0) === 0 || tooMany(to) < 0 || tooMany(to) < tooMany(from)) return;
      const moved = hours.map((n, hour) => n + (hour === to ? 1 : 0) - (hour === from ? 1 : 0));
      assert.ok((evennessOf(moved, open) ?? 0) <= found + 1e-9);
    }),
  );
});
