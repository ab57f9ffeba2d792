/** Checks that every changed bit of a signed head or of a key is found, however many secrets the installation had (R3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { signingKeyOf } from '#db/core/installation/signing-key.ts';
import { keyText, type RecordKey } from '#rules/record/signed-text.ts';
import { signatureFault, signHeads, trustKeys } from './record-keys.ts';

const BRAND = '01a2258f-85b0-7a18-ba83-92e9cb8b748f';
const SINCE = ['2026-11-20T12:00:00.000Z', '2026-11-23T12:00:00.000Z', '2026-11-26T12:00:00.000Z'];
const SECRETS = ['the first secret', 'the second secret', 'the third secret'];
const HEADS = { [BRAND]: { number: 24, link: 'c9'.repeat(32) } };

/** Returns the keys of an installation that had these secrets one after the other. */
function keysOf(secrets: readonly string[]): RecordKey[] {
  return secrets.map((secret, i) => {
    const key = signingKeyOf(secret);
    const before = i === 0 ? null : signingKeyOf(secrets[i - 1] as string);
    const facts = { number: i + 1, kid: key.kid, x: key.x, since: SINCE[i] as string, previous: before?.kid ?? null };
    const text = keyText(facts);
    const previousSignature = before?.sign(text).toString('hex') ?? null;
    return { kty: 'OKP', crv: 'Ed25519', ...facts, signature: key.sign(text).toString('hex'), previousSignature };
  });
}

function headOf(secret: string, day: string) {
  const [head] = signHeads(signingKeyOf(secret), day, HEADS);
  return head ?? assert.fail();
}

const FLIPPED = fc.record({ at: fc.nat(), bit: fc.integer({ min: 0, max: 6 }) });

/** Returns the value with one bit changed, in one character or in the number. */
function flip(value: unknown, { at, bit }: { at: number; bit: number }): unknown {
  if (typeof value === 'number') return value ^ (1 << bit);
  const text = value as string;
  const i = at % text.length;
  return text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ (1 << bit)) + text.slice(i + 1);
}

test('every key of one, two or three secrets is trusted, and the heads that each signed in its time are valid', () => {
  for (const n of [1, 2, 3]) {
    const secrets = SECRETS.slice(0, n);
    const { trusted, fault } = trustKeys(signingKeyOf(secrets.at(-1) as string), keysOf(secrets));
    assert.deepEqual([trusted.size, fault], [n, null]);
    for (const [i, secret] of secrets.entries()) {
      assert.equal(signatureFault(headOf(secret, (SINCE[i] as string).slice(0, 10)), trusted), null);
    }
  }
});

test('a head of the day on which its key was replaced is valid, and a head of a later day is late', () => {
  const { trusted } = trustKeys(signingKeyOf(SECRETS[1] as string), keysOf(SECRETS.slice(0, 2)));
  assert.equal(signatureFault(headOf(SECRETS[0] as string, '2026-11-23'), trusted), null);
  assert.equal(signatureFault(headOf(SECRETS[0] as string, '2026-11-24'), trusted), 'late');
  assert.equal(signatureFault(headOf(SECRETS[2] as string, '2026-11-24'), trusted), 'unknown_key');
});

test('a secret that is used again gives valid signatures again', () => {
  const [one, two] = SECRETS as [string, string];
  const { trusted, fault } = trustKeys(signingKeyOf(one), keysOf([one, two, one]));
  assert.equal(fault, null);
  assert.equal(signatureFault(headOf(one, '2026-12-24'), trusted), null);
});

test('any changed bit of a signed head is found', () => {
  const { trusted } = trustKeys(signingKeyOf(SECRETS[1] as string), keysOf(SECRETS.slice(0, 2)));
  const head = headOf(SECRETS[1] as string, '2026-11-24');
  const field = fc.constantFrom(...(Object.keys(head) as (keyof typeof head)[]));
  fc.assert(
    fc.property(field, FLIPPED, (name, flipped) => {
      const changed = { ...head, [name]: flip(head[name], flipped) };
      // A hex digit in the other case is the same signature. `HeadsFile` refuses capitals, so such a file cannot be read.
      fc.pre(name !== 'signature' || !/[A-F]/.test(changed.signature));
      assert.notEqual(signatureFault(changed, trusted), null, name);
    }),
    { numRuns: 400 },
  );
});

test('any changed bit of a key is found, and neither that key nor an earlier one is trusted', () => {
  const keys = keysOf(SECRETS);
  const own = signingKeyOf(SECRETS[2] as string);
  const field = fc.constantFrom('number', 'kid', 'x', 'since', 'previous', 'signature', 'previousSignature');
  fc.assert(
    fc.property(fc.nat({ max: 2 }), field, FLIPPED, (at, name, flipped) => {
      const key = keys[at] as RecordKey;
      const value = key[name as keyof RecordKey];
      fc.pre(value !== null);
      const changed = { ...key, [name]: flip(value, flipped) };
      fc.pre(!/[A-F]/.test(changed.signature + changed.previousSignature));
      const { trusted, fault } = trustKeys(own, keys.with(at, changed));
      assert.notEqual(fault, null, name);
      for (const older of keys.slice(0, at)) assert.ok(!trusted.has(older.kid), name);
    }),
    { numRuns: 400 },
  );
});

test('a missing, exchanged or foreign key is found', () => {
  const keys = keysOf(SECRETS);
  const own = signingKeyOf(SECRETS[2] as string);
  const [stranger] = keysOf(['a secret of somebody else']);
  const faults: [RecordKey[], object][] = [
    [[], { number: 0, kind: 'another_secret' }],
    [keys.slice(0, 2), { number: 2, kind: 'another_secret' }],
    [keys.slice(1), { number: 2, kind: 'missing' }],
    [keys.toSpliced(1, 1), { number: 2, kind: 'missing' }],
    [keys.with(0, stranger as RecordKey), { number: 2, kind: 'edited' }],
  ];
  for (const [given, found] of faults) {
    const { trusted, fault } = trustKeys(own, given);
    assert.deepEqual(fault, found);
    assert.equal(signatureFault(headOf('a secret of somebody else', '2026-11-20'), trusted), 'unknown_key');
    assert.equal(signatureFault(headOf(SECRETS[2] as string, '2026-11-27'), trusted), null);
  }
});
