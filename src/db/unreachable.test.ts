/** Callers are told to come again where the database is away, and only there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { Collision } from './db.ts';
import { isPassing, isUnreachable } from './unreachable.ts';

function databaseError(code: string): Error {
  return Object.assign(new pg.DatabaseError('told by the server', 0, 'error'), { code });
}

test('a database that is going down, starting up, full or gone is unreachable; so is one in which two collided twice', () => {
  for (const code of ['57P01', '57P03', '53300', '08006']) assert.ok(isUnreachable(databaseError(code)), code);
  assert.ok(isUnreachable(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })));
  assert.ok(isUnreachable(new Error('Connection terminated unexpectedly')));
  assert.ok(isUnreachable(new Error('timeout exceeded when trying to connect')));
  assert.ok(isUnreachable(new Collision('twice')));
});

test('a rule that was broken, a statement that is wrong and a fault of our own are not', () => {
  for (const code of ['23505', '42601', '22P02']) assert.equal(isUnreachable(databaseError(code)), false, code);
  assert.equal(isUnreachable(new TypeError('x is not a function')), false);
  assert.equal(isUnreachable('a string'), false);
});

test('a lock that was waited for too long passes, and so does a database that is away; a fault of one row’s own does not', () => {
  for (const code of ['55P03', '25P03', '40P01', '40001', '57014', '57P01', '08006']) {
    assert.ok(isPassing(databaseError(code)), code);
  }
  assert.ok(isPassing(new Collision('twice')));
  for (const code of ['23514', '22P02', 'P0001', '42703']) assert.equal(isPassing(databaseError(code)), false, code);
  assert.equal(isPassing(new RangeError('a zone nobody knows')), false);
});
