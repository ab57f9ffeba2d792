/** Tests the search, order and pages of a brand's stores. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStores, type StoreSearch } from './find-stores.ts';

const store = (id: string, code: string, name: string, city: string, people = 0) => ({ id, code, name, city, people });
const STORES = [
  store('1', 'SP01', 'Paulista', 'São Paulo', 3),
  store('2', 'SP02', 'Águas Claras', 'São Paulo', 12),
  store('3', 'AM01', 'Adrianópolis', 'Manaus', 3),
  store('4', 'PE01', 'Noronha', 'Fernando de Noronha'),
];
const ask = (search: Partial<StoreSearch>) =>
  findStores(STORES, { typed: '', sort: 'name', descending: false, after: null, limit: 50, ...search });
const ids = (search: Partial<StoreSearch>) => ask(search).stores.map(({ id }) => id);

test('every typed word begins a word of the name, code or city; case and accents do not matter', () => {
  assert.deepEqual(ids({ typed: 'sao' }), ['2', '1']);
  assert.deepEqual(ids({ typed: 'AGUAS sp02' }), ['2']);
  assert.deepEqual(ids({ typed: 'fernando noro' }), ['4']);
  assert.deepEqual(ids({ typed: 'aulista' }), []);
});

test('stores are sorted by what is asked, accents aside, and stores with one key by id', () => {
  assert.deepEqual(ids({}), ['3', '2', '4', '1']);
  assert.deepEqual(ids({ sort: 'code', descending: true }), ['2', '1', '4', '3']);
  assert.deepEqual(ids({ sort: 'people' }), ['4', '1', '3', '2']);
});

test('the pages together are the whole list, in both directions', () => {
  for (const descending of [false, true]) {
    const seen: string[] = [];
    let after: StoreSearch['after'] = null;
    do {
      const page = ask({ sort: 'city', descending, after, limit: 1 });
      assert.equal(page.total, 4);
      seen.push(...page.stores.map(({ id }) => id));
      after = page.last;
    } while (after !== null && seen.length < 10);
    assert.deepEqual(seen, ids({ sort: 'city', descending }));
  }
});
