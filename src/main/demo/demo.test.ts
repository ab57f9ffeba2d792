/** Tests of the demo's data: they are the same everywhere, and the history leaves customers in peace whom campaigns can suggest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDemoPassword } from '#rules/sign-in/new-secret.ts';
import { DEMO_BRANDS, DEMO_SUPPORT } from './brands.ts';
import { demoCustomers } from './customers.ts';
import { reservedCustomers } from './reserved-customers.ts';
import { seeded } from './seeded-random.ts';

const TODAY = Date.parse('2026-11-22T00:00:00Z');
const stores = DEMO_BRANDS.flatMap(({ slug, stores }) =>
  stores.map((store) => ({ ...store, slug, id: `${slug} ${store.name}` })),
);

function made(store: (typeof stores)[number]) {
  const chance = seeded(store.id);
  const sellerIds = store.people.map(({ name }) => name);
  const customers = demoCustomers(chance, store, sellerIds, TODAY);
  return { sellerIds, customers, reserved: reservedCustomers(customers, sellerIds) };
}

test('the same seed makes the same people, with the same ids', () => {
  for (const store of stores) assert.deepEqual(made(store), made(store));
});

test('the history leaves 12 customers of each portfolio in peace, all with permission and a mobile number', () => {
  for (const store of stores) {
    const { sellerIds, customers, reserved } = made(store);
    for (const seller of sellerIds) {
      const own = customers.filter(({ id, sellerId }) => sellerId === seller && reserved.has(id));
      assert.equal(own.length, 12);
      for (const { permission, phoneKind } of own) assert.deepEqual([permission, phoneKind], ['granted', 'mobile']);
    }
  }
});

test('no two customers share a number, a name or an id, and no number belongs to a subscriber', () => {
  for (const store of stores) {
    const { customers } = made(store);
    for (const key of ['id', 'name'] as const)
      assert.equal(new Set(customers.map((c) => c[key])).size, customers.length);
    const phones = customers.flatMap(({ phone }) => (phone === null ? [] : [phone]));
    assert.equal(new Set(phones).size, phones.length);
    for (const phone of phones) assert.match(phone, /^\+55\d\d(?:900\d{6}|20\d{6})$/);
  }
});

test('every password of the demo is recognised as one, so that production accepts none of them', () => {
  for (const { password } of [...DEMO_BRANDS, DEMO_SUPPORT]) assert.ok(isDemoPassword(password), password);
});
