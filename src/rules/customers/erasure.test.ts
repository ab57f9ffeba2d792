/** Tests that a reason and a search that name an erased customer are recognised. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSearchFor, withoutCustomer } from './erasure.ts';

const marina = { name: 'Marina d’Ávila de Souza', code: 'C-77', email: 'marina@example.com' };

test('the reason of an erasure keeps its sense and loses name, number, code and address', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Pedido da cliente', 'Pedido da cliente'],
    ['Pedido de Marina Souza', 'Pedido de ••• •••'],
    ['MARINA pediu por e-mail (marina@example.com)', '••• pediu por e-mail (•••)'],
    ['ligou de (11) 98765-4321 e de outra@example.org', 'ligou de ••• e de •••'],
    ['código c-77, chamado 12345', 'código •••, chamado 12345'],
    ['a família d’Avila', 'a família •••'],
  ];
  for (const [reason, expected] of cases) assert.equal(withoutCustomer(reason, [marina]), expected);
});

test('the names of duplicates are left out too, and short words like "de" stay', () => {
  assert.equal(
    withoutCustomer('Nina ou Marina de Souza', [marina, { ...marina, name: 'Nina Sá' }]),
    '••• ou ••• de •••',
  );
});

test('a search is one for the customer where each typed word begins one of the customer’s words', () => {
  const words = ['marina', 'souza', '11987654321', '987654321', '4321'];
  for (const typed of [['marina'], ['mar', 'sou'], ['11987654321'], ['4321']]) assert.ok(isSearchFor(typed, words));
  for (const typed of [[], ['marina', 'alves'], ['5555']]) assert.ok(!isSearchFor(typed, words));
});
