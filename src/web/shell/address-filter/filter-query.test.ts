/** Tests that a list's filter survives its address, and that an address somebody typed breaks nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryOf, readFilter } from './filter-query.ts';

const USUAL = { query: '', sort: 'name', order: 'asc' };
const CHOICES = { sort: ['name', 'store'], order: ['asc', 'desc'] };
const read = (search: string) => readFilter(search, USUAL, CHOICES);

test('what was typed and the sort are read back from the address, and the usual is not written', () => {
  const filter = { query: 'Érica & Cia', sort: 'store', order: 'desc' };
  assert.deepEqual(read(queryOf(filter, USUAL)), filter);
  assert.equal(queryOf(USUAL, USUAL), '');
  assert.equal(queryOf({ ...USUAL, query: 'ana' }, USUAL), '?query=ana');
});

test('a value that is not offered, or a text too long to have been typed, is as usual', () => {
  assert.deepEqual(read('?sort=pin&order=up&query=ana&other=1'), { ...USUAL, query: 'ana' });
  assert.deepEqual(read(`?query=${'a'.repeat(81)}`), USUAL);
});
