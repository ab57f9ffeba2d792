/** Tests of `weaknessOf`: it reports secrets that can be guessed, and no random ones. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { weaknessOf } from './weak-secret.ts';

test('a secret that repeats itself, counts, or is made of words is weak', () => {
  const weak = {
    'repeats itself': ['x'.repeat(40), 'ab12'.repeat(10), '0123456789abcdef'.repeat(2), 'aurora-demo'.repeat(3)],
    'counts up or down': ['abcdefghijklmnopqrstuvwxyz012345', '98765432109876543210zyxwvutsrqpo'],
    'is made of words': [
      'a secret for tests, known to everybody, good for nothing',
      'correct horse battery staple and more',
      'ChangeMe-ChangeMe-ChangeMe-1234567',
      'horario-de-silencio-2026-producao!',
      'my-production-secret-0000-aurora-xyz',
    ],
    'has too few different characters': ['aaaaaaaaaaaaaaaabaaaaaaaaaacaaaaa1', 'a7a7a7z7a7a7z7z7a7a7a7z7z7a7zza7a7'],
  };
  for (const [why, secrets] of Object.entries(weak)) {
    for (const secret of secrets) assert.equal(weaknessOf(secret, 90), why, secret);
  }
});

test('a random secret is not weak, in hexadecimal, base64 or base64url', () => {
  for (let n = 0; n < 2_000; n += 1) {
    // Hashes stand for random bytes, so that every run tests the same secrets.
    const drawn = createHash('sha256').update(`draw ${n}`).digest();
    for (const secret of [
      drawn.toString('hex'),
      drawn.subarray(0, 16).toString('hex'),
      drawn.toString('base64url'),
      drawn.subarray(0, 24).toString('base64'),
    ]) {
      assert.equal(weaknessOf(secret, 90), null, secret);
    }
    const token = drawn.subarray(0, 8).toString('hex');
    assert.equal(weaknessOf(token, 30), null, token);
  }
});
