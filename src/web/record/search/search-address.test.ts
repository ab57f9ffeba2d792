/** Tests how a search for attempts is written into an address and read from it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANY, countFilters } from '#web/record/attempt-search.ts';
import { searchAddress, searchOfAddress } from './search-address.ts';

test('a search that was written into an address is read from it again', () => {
  const search = { ...ANY, event: 'warned', from: '2026-10-25', to: '2026-11-23' } as const;
  const address = searchAddress('/tentativas', search);
  assert.equal(address, '/tentativas?evento=warned&de=2026-10-25&ate=2026-11-23');
  assert.deepEqual(searchOfAddress(address.split('?')[1] ?? ''), search);
  assert.equal(countFilters(search), 2);
});

test('an address without a known event gives null, and odd dates in an address are ignored', () => {
  for (const query of ['', 'evento=', 'evento=nothing', 'de=2026-10-25']) assert.equal(searchOfAddress(query), null);
  assert.deepEqual(searchOfAddress('evento=put_off&de=ontem&ate=<b>'), { ...ANY, event: 'put_off' });
});
