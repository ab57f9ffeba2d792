/** Tests which errors count as passing, so that callers are told to try again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { Collision, isPassing, Unanswered } from './unreachable.ts';

function databaseError(code: string): Error {
  return Object.assign(new pg.DatabaseError('from the server', 0, 'error'), { code });
}

test('a database that is stopping, starting, full, read-only or gone is a passing failure', () => {
  for (const code of ['57P01', '57P02', '57P03', '53100', '53200', '53300', '08006', '08P01', '25006']) {
    assert.ok(isPassing(databaseError(code)), code);
  }
});

test('a lock timeout, a statement timeout and a collision are passing failures', () => {
  for (const code of ['55P03', '25P03', '40P01', '40001', '57014']) assert.ok(isPassing(databaseError(code)), code);
  assert.ok(isPassing(new Collision('twice')));
});

test('a password that was just changed and a pooler that mixes up statements are passing failures', () => {
  for (const code of ['28P01', '28000', '26000', '42P05']) assert.ok(isPassing(databaseError(code)), code);
});

test('a lost connection is a passing failure, also as the cause of another error', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN']) {
    assert.ok(isPassing(Object.assign(new Error('connect'), { code })), code);
  }
  assert.ok(isPassing(new Error('Connection terminated unexpectedly')));
  assert.ok(isPassing(new Error('timeout exceeded when trying to connect')));
  assert.ok(isPassing(new Unanswered('no answer')));
  assert.ok(isPassing(new Error('signing in failed', { cause: databaseError('57P01') })));
});

test('a broken constraint, a wrong statement and a bug of the program are not passing failures', () => {
  for (const code of ['23505', '23514', '42601', '22P02', 'P0001', '42703', '42501']) {
    assert.equal(isPassing(databaseError(code)), false, code);
  }
  assert.equal(isPassing(new TypeError('x is not a function')), false);
  assert.equal(isPassing(new RangeError('a zone nobody knows')), false);
  assert.equal(isPassing('a string'), false);
});
