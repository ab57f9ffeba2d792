/** Tests the texts that the signing keys sign (R3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headText, keyText } from './signed-text.ts';

const HEAD = { brandId: 'brand', number: 24, link: 'c93a', day: '2026-11-24', kid: 'key' };
const KEY = { number: 2, kid: 'new', x: 'public', since: '2026-11-23T15:00:00.000Z', previous: 'old' };

test('R3: the signed text is JSON without spaces that begins with its kind', () => {
  assert.equal(headText(HEAD), '["head/1","brand",24,"c93a","2026-11-24","key"]');
  assert.equal(keyText(KEY), '["record-key/1",2,"new","public","2026-11-23T15:00:00.000Z","old"]');
  assert.equal(
    keyText({ ...KEY, number: 1, previous: null }),
    keyText(KEY).replace('2,', '1,').replace('"old"', 'null'),
  );
});

test('R3: changing any field changes the signed text', () => {
  for (const field of Object.keys(HEAD))
    assert.notEqual(headText({ ...HEAD, [field]: 'another' }), headText(HEAD), field);
  for (const field of Object.keys(KEY)) assert.notEqual(keyText({ ...KEY, [field]: 'another' }), keyText(KEY), field);
});
