/** Checks that an import of customers is cut into steps that can each be committed alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomerRecord } from '#db/customers/customer-records.ts';
import { type CustomerChange, cutIntoSteps } from './order-changes.ts';

const record = (id: string, phone: string | null, more: Partial<CustomerRecord> = {}) => ({
  ...({
    id,
    code: id,
    name: id,
    storeId: 's',
    sellerId: null,
    phone,
    permission: 'granted',
    permissionOn: null,
  } as const),
  ...({ email: null, bornOn: null, city: null, state: null, note: null, customerSince: null } as const),
  ...({ availability: 'present', mergedInto: null, optedOutAt: null, wrongNumberAt: null } as const),
  phoneKind: phone === null ? ('none' as const) : ('mobile' as const),
  ...more,
  ...{ stopAt: null, lift: null },
});

const moves = (id: string, from: string | null, to: string | null): CustomerChange => ({
  before: from === null ? null : record(id, from),
  after: record(id, to),
});

/** Replays the steps as the database does: within a step, numbers are released first; after each step every number has one customer. */
function replay(changes: readonly CustomerChange[], size: number): Map<string, string | null> {
  const phones = new Map(changes.flatMap(({ before, after }) => (before === null ? [] : [[after.id, before.phone]])));
  for (const step of cutIntoSteps(changes, size)) {
    assert.ok(step.length <= size);
    for (const { after, before } of step) {
      assert.equal(
        phones.get(after.id) ?? null,
        before?.phone ?? null,
        'each change starts from the customer’s present number',
      );
      phones.set(after.id, after.phone);
      const target = after.mergedInto;
      assert.ok(target === null || phones.has(target) || step.some((each) => each.after.id === target));
    }
    const numbers = [...phones.values()].filter((phone) => phone !== null);
    assert.equal(new Set(numbers).size, numbers.length, 'no number belongs to two customers after a step');
  }
  return phones;
}

const ringOf = (count: number) =>
  Array.from({ length: count }, (_, n) => moves(`c${n}`, `+${n}`, `+${(n + 1) % count}`));

test('a number is released before another customer gets it, in any order of the file and for any step size', () => {
  const line = Array.from({ length: 50 }, (_, n) => moves(`c${n}`, `+${n}`, `+${n + 1}`));
  for (const changes of [line, line.toReversed(), ringOf(50), ringOf(50).toReversed()]) {
    for (const size of [2, 3, 7, 49, 50, 51]) {
      const phones = replay(changes, size);
      for (const { after } of changes) assert.equal(phones.get(after.id), after.phone);
    }
  }
});

test('customers who exchange numbers are in one step where they fit', () => {
  const others = Array.from({ length: 8 }, (_, n) => moves(`n${n}`, null, `+9${n}`));
  const steps = cutIntoSteps([...others, ...ringOf(3)], 10);
  assert.deepEqual(
    steps.map((step) => step.length),
    [8, 3],
  );
});

test('a duplicate is written after the customer it stands for, even where the two exchange numbers', () => {
  const merged: CustomerChange = {
    before: record('x', '+1'),
    after: record('x', null, { availability: 'merged', mergedInto: 'h2' }),
  };
  const ring = [moves('h', '+2', '+1'), merged, moves('h2', null, '+2')];
  for (const changes of [ring, ring.toReversed()]) for (const size of [2, 3]) replay(changes, size);
});
