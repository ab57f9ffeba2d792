/** Tests of the demo's data: they are the same everywhere, and each suggested customer may be contacted for the reason given. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDemoPassword } from '#rules/sign-in/new-secret.ts';
import { DEMO_BRANDS, DEMO_SUPPORT } from './brands.ts';
import { demoCustomers } from './customers.ts';
import { seeded } from './seeded-random.ts';
import { demoSuggestions } from './suggestions.ts';

const TODAY = Date.parse('2026-11-22T00:00:00Z');
const stores = DEMO_BRANDS.flatMap(({ slug, stores }) =>
  stores.map((store) => ({ ...store, slug, id: `${slug} ${store.name}` })),
);

function made(store: (typeof stores)[number]) {
  const chance = seeded(store.id);
  const sellerIds = store.people.map(({ name }) => name);
  const customers = demoCustomers(chance, store, sellerIds, TODAY);
  return { sellerIds, customers, suggestions: demoSuggestions(chance, customers, sellerIds, TODAY) };
}

test('the same seed makes the same people, with the same ids', () => {
  for (const store of stores) assert.deepEqual(made(store), made(store));
});

test('every seller has 12 suggestions, for different customers of the portfolio with permission and a mobile number', () => {
  for (const store of stores) {
    const { sellerIds, customers, suggestions } = made(store);
    for (const seller of sellerIds) {
      const own = suggestions.filter(({ sellerId }) => sellerId === seller);
      assert.equal(own.length, 12);
      assert.equal(new Set(own.map(({ customerId }) => customerId)).size, 12);
      for (const { customerId } of own) {
        const customer = customers.find(({ id }) => id === customerId);
        assert.deepEqual(
          [customer?.permission, customer?.phoneKind, customer?.sellerId],
          ['granted', 'mobile', seller],
        );
      }
    }
  }
});

test('a suggestion’s reason fits the customer’s purchases and birthday', () => {
  for (const store of stores) {
    const { customers, suggestions } = made(store);
    for (const { reason, customerId } of suggestions) {
      const customer = customers.find(({ id }) => id === customerId);
      const days = (TODAY - Date.parse(customer?.purchases[0]?.boughtOn ?? '')) / 86_400_000;
      if (reason.code === 'after_purchase') assert.ok(days <= 12, `${days} days`);
      if (reason.code === 'inactive_days') assert.ok(days >= 60, `${days} days`);
      if (reason.code === 'birthday') assert.equal(customer?.bornOn?.slice(5), reason.on);
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
