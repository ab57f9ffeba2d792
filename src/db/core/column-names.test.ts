/** Tests that columns get camelCase names and that nothing else of a row changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type pg from 'pg';
import { columnName, rowReader, sqlName } from './column-names.ts';

function resultOf(columns: readonly string[], rows: readonly unknown[][]): pg.QueryArrayResult {
  return { fields: columns.map((name) => ({ name })), rows } as unknown as pg.QueryArrayResult;
}

test('every column of the schema has one name in SQL and one in the program, digits included', () => {
  for (const [column, name] of [
    ['brand_id', 'brandId'],
    ['contact_from_minute', 'contactFromMinute'],
    ['p256dh', 'p256dh'],
    ['state', 'state'],
  ] as const) {
    assert.equal(columnName(column), name);
    assert.equal(sqlName(name), column);
  }
});

test('a row has camelCase columns, and the keys of its JSON documents are unchanged', () => {
  const document = { brand_id: 1, nested_rows: [{ some_key: 2 }] };
  const read = rowReader();
  assert.deepEqual(read(resultOf(['brand_id', 'body', 'list'], [['b', document, [document]]])), [
    { brandId: 'b', body: document, list: [document] },
  ]);
});

test('a statement whose columns changed after its first result maps the new columns', () => {
  const read = rowReader();
  assert.deepEqual(read(resultOf(['brand_id'], [['b']])), [{ brandId: 'b' }]);
  assert.deepEqual(read(resultOf(['store_id'], [['s']])), [{ storeId: 's' }]);
  assert.deepEqual(read(resultOf(['store_id', 'held_at'], [['s', 1]])), [{ storeId: 's', heldAt: 1 }]);
});
