/** Runs `npm run verify` from outside: what it says of the heads that it is given, and its exit status (R3). */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { signingKeyOf } from '#db/core/installation/signing-key.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { readRecordKeys, signHeads } from '#flows/record/record-keys.ts';
import { type Head, verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { openCommandInstallation } from '#kit/commands.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';

const { db, owner, folder, run } = await openCommandInstallation();
const { receipts: receiptKey } = keysOf(secret);
const flowDeps = { ...createFlowDeps(db, '2026-11-23T15:00:00.000Z'), receiptKey };

/** Makes a brand with one decision, and returns the head of its chain. */
async function makeRecord(): Promise<{ brandId: string; head: Head }> {
  const brand = await aBrand(owner);
  const { brandId } = brand;
  const customerId = await brand.customer(brand.ana);
  const wish = { origin: null, suggestionId: null, attemptId: null, acknowledgement: null, because: null, hold: null };
  await attemptContact(flowDeps, brand.ana, { ...wish, key: uuidv7(), customerId, text: 'Oi' });
  return { brandId, head: (await verifyRecord(db, receiptKey, brandId)).head };
}

const [one, two] = [await makeRecord(), await makeRecord()];
const heads = { [one.brandId]: one.head, [two.brandId]: two.head };

const verify = (...args: string[]) => run('record/verify-cli.ts', args);

function verifyHeads(content: unknown, name = 'heads.json') {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return verify('--head', name);
}

test('a whole record ends with 0, with a file of heads or without, the file named relative to the current folder', () => {
  for (const { status, stdout, stderr } of [verify(), verifyHeads(heads), verifyHeads({ [one.brandId]: one.head })]) {
    assert.equal(status, 0, stderr);
    assert.equal(stdout.match(/: 1 receipts, whole\. Head 1 [0-9a-f]{64}$/gm)?.length, 2, stdout);
  }
});

test('a head beyond the record or of another chain ends with 1, and its record is called BROKEN', () => {
  const beyond = verifyHeads({ ...heads, [one.brandId]: { ...one.head, number: 2 } });
  assert.equal(beyond.status, 1);
  assert.match(beyond.stdout, /: BROKEN at receipt 1 \(cut\)\. 1 receipts$/m);
  const other = verifyHeads({ ...heads, [one.brandId]: two.head });
  assert.equal(other.status, 1);
  assert.match(other.stdout, /: BROKEN at receipt 1 \(head_differs\)/);
});

test('a head whose brand no longer exists ends with 1 and is named', () => {
  const unknownBrand = uuidv7();
  const { status, stdout } = verifyHeads({ ...heads, [unknownBrand]: one.head });
  assert.equal(status, 1);
  assert.match(stdout, new RegExp(`^${unknownBrand}: GONE\\. Its head 1 is known`, 'm'));
});

const today = '2026-11-23';
const key = signingKeyOf(secret);

/** Returns the file of a day as a server writes it, with `change` applied to its first head. */
async function signFile(change: object = {}, by = key) {
  const [first, ...others] = signHeads(by, today, heads);
  return { format: 'oto-heads/1', keys: await readRecordKeys(db), heads: [{ ...first, ...change }, ...others] };
}

test('signed heads are reported as valid with their key, and heads of the version before as unsigned; both end with 0', async () => {
  const valid = verifyHeads(await signFile());
  assert.equal(valid.status, 0, valid.stderr);
  assert.match(valid.stdout, new RegExp(`^Signing keys: 1, whole\\. Newest ${key.kid}$`, 'm'));
  assert.equal(valid.stdout.match(/: head 1 of 2026-11-23 has a valid signature of key \S{43}$/gm)?.length, 2);
  const old = verifyHeads(heads);
  assert.equal(old.status, 0, old.stderr);
  assert.equal(old.stdout.match(/: head 1 of the file is unsigned/g)?.length, 2);
});

test('a wrong signature, or one of an unknown key, ends with 1 although the chain is whole', async () => {
  const wrong = [
    [await signFile({ day: '2026-11-22' }), /head 1 of 2026-11-22 has a WRONG SIGNATURE \(wrong_signature\)/],
    [await signFile({}, signingKeyOf('a secret of somebody else')), /WRONG SIGNATURE \(unknown_key\)/],
  ] as const;
  for (const [file, says] of wrong) {
    const { status, stdout } = verifyHeads(file);
    assert.equal(status, 1);
    assert.match(stdout, says);
    assert.match(stdout, /: 1 receipts, whole\./);
  }
});

test('a signed head without its signature, and a file of a later format, are refused with 2', async () => {
  const { heads: runs, ...file } = await signFile();
  const unsigned = runs.map(({ signature: _, ...head }) => head);
  for (const content of [
    { ...file, heads: unsigned },
    { ...file, heads: runs, format: 'oto-heads/2' },
  ]) {
    assert.equal(verifyHeads(content).status, 2);
  }
});

test('keys that were changed in the database end with 1, with a file or without', async () => {
  const change = (by: string) => owner.query(`update record_keys set since = since + interval '${by}'`);
  await change('1 ms');
  const { status, stdout } = verify();
  await change('-1 ms');
  assert.equal(status, 1);
  assert.match(stdout, /^Signing keys: BROKEN at key 1 \(edited\)\. 1 keys$/m);
  assert.equal(verify().status, 0);
});

test('heads that cannot be compared end with 2 and a sentence, and nothing is said of the record', () => {
  const missing = verify('--head', 'nowhere.json');
  const runs = [
    missing,
    verifyHeads('{'),
    verifyHeads([]),
    verifyHeads({}),
    verifyHeads({ aurora: one.head }),
    verifyHeads({ [one.brandId]: 7 }),
  ];
  for (const { status, stdout, stderr } of [...runs, verify('--haed', 'heads.json')]) {
    assert.equal(status, 2, stdout);
    assert.equal(stdout, '');
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.notEqual(stderr, '');
  }
  assert.match(missing.stderr, new RegExp(`${join(folder, 'nowhere.json')}`));
});
