/** Tests that a database value is read exactly, or reading fails. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsers } from './parsers.ts';

const parse = (oid: number, text: string) => (parsers.getTypeParser(oid, 'text') as (text: string) => unknown)(text);
const [INT8, NUMERIC, DATE, TIMESTAMPTZ, INT4, TEXT_ARRAY] = [20, 1700, 1082, 1184, 23, 1009];
const [INT8_ARRAY, DATE_ARRAY, TIMESTAMPTZ_ARRAY, NUMERIC_ARRAY] = [1016, 1182, 1185, 1231];

test('int8 becomes a number up to the largest safe integer, and throws beyond', () => {
  assert.equal(parse(INT8, '0'), 0);
  assert.equal(parse(INT8, '-42'), -42);
  assert.equal(parse(INT8, String(Number.MAX_SAFE_INTEGER)), Number.MAX_SAFE_INTEGER);
  assert.throws(() => parse(INT8, '9007199254740992'), RangeError);
  assert.throws(() => parse(INT8, '-9007199254740992'), RangeError);
});

test('numeric becomes a number where a number is exact, and throws elsewhere', () => {
  assert.equal(parse(NUMERIC, '0'), 0);
  assert.equal(parse(NUMERIC, '0.00'), 0);
  assert.equal(parse(NUMERIC, '-12.50'), -12.5);
  assert.equal(parse(NUMERIC, '123456789012345'), 123456789012345);
  assert.equal(parse(NUMERIC, '0.000123456789012345'), 0.000123456789012345);
  assert.throws(() => parse(NUMERIC, '1234567890.1234567'), RangeError);
  assert.throws(() => parse(NUMERIC, 'NaN'), RangeError);
  assert.throws(() => parse(NUMERIC, 'Infinity'), RangeError);
});

test('a date stays text, so that no zone can move it', () => {
  assert.equal(parse(DATE, '2026-01-01'), '2026-01-01');
});

test('timestamptz becomes epoch milliseconds for every offset of the session', () => {
  const at = Date.UTC(2026, 0, 1, 23, 4, 5, 678);
  assert.equal(parse(TIMESTAMPTZ, '2026-01-01 23:04:05.678+00'), at);
  assert.equal(parse(TIMESTAMPTZ, '2026-01-01 20:04:05.678-03'), at);
  assert.equal(parse(TIMESTAMPTZ, '2026-01-02 04:49:05.678+05:45'), at);
  assert.equal(parse(TIMESTAMPTZ, '2026-01-01 23:04:05+00'), at - 678);
  assert.equal(parse(TIMESTAMPTZ, '2026-01-01 23:04:05.678999+00'), at);
  assert.equal(parse(TIMESTAMPTZ, '1969-12-31 23:59:59.5+00'), -500);
});

test('infinite timestamps become infinite numbers, and an instant that milliseconds cannot express throws', () => {
  assert.equal(parse(TIMESTAMPTZ, 'infinity'), Number.POSITIVE_INFINITY);
  assert.equal(parse(TIMESTAMPTZ, '-infinity'), Number.NEGATIVE_INFINITY);
  assert.throws(() => parse(TIMESTAMPTZ, '0044-03-15 12:00:00+00 BC'), RangeError);
});

test('elements of an array are parsed as single values, and NULL elements become null', () => {
  assert.deepEqual(parse(INT8_ARRAY, '{1,NULL,2}'), [1, null, 2]);
  assert.deepEqual(parse(DATE_ARRAY, '{2026-01-01}'), ['2026-01-01']);
  assert.deepEqual(parse(NUMERIC_ARRAY, '{1.5}'), [1.5]);
  assert.deepEqual(parse(TIMESTAMPTZ_ARRAY, '{"1970-01-01 00:00:00.001+00",infinity}'), [1, Number.POSITIVE_INFINITY]);
  assert.throws(() => parse(INT8_ARRAY, '{9007199254740993}'), RangeError);
});

test('the driver parses every other type', () => {
  assert.equal(parse(INT4, '7'), 7);
  assert.deepEqual(parse(TEXT_ARRAY, '{a,b}'), ['a', 'b']);
});
