/** `npm run verify` from outside: what it makes of heads that it is shown, and how it ends (R3). */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { type Head, verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand } from '#kit/a-brand.ts';
import { aHouse } from '#kit/a-house.ts';
import { commandHouse } from '#kit/commands.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';

const { db, owner, folder, run } = await commandHouse();
const { receipts: receiptKey } = keysOf(secret);
const house = { ...aHouse(db, '2026-11-23T15:00:00.000Z'), receiptKey };

/** A brand with one decision, and its head. */
async function aRecord(): Promise<{ brandId: string; head: Head }> {
  const brand = await aBrand(owner);
  const { brandId } = brand;
  const customerId = await brand.customer(brand.ana);
  const wish = { origin: null, suggestionId: null, attemptId: null, acknowledgement: null, because: null, hold: null };
  await attemptContact(house, brand.ana, { ...wish, key: uuidv7(), customerId, text: 'Oi' });
  return { brandId, head: (await verifyRecord(db, receiptKey, brandId)).head };
}

const [one, two] = [await aRecord(), await aRecord()];
const heads = { [one.brandId]: one.head, [two.brandId]: two.head };

const verify = (...args: string[]) => run('record/verify-cli.ts', args);

function shown(content: unknown, name = 'heads.json') {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return verify('--head', name);
}

test('a whole record ends with 0, with heads that were kept or without, named from where one stands', () => {
  for (const { status, stdout, stderr } of [verify(), shown(heads), shown({ [one.brandId]: one.head })]) {
    assert.equal(status, 0, stderr);
    assert.equal(stdout.match(/: 1 receipts, whole\. Head 1 [0-9a-f]{64}$/gm)?.length, 2, stdout);
  }
});

test('a head beyond the record, or of another chain, is a broken one', () => {
  const beyond = shown({ ...heads, [one.brandId]: { ...one.head, number: 2 } });
  assert.equal(beyond.status, 1);
  assert.match(beyond.stdout, /: BROKEN at receipt 1 \(cut\)\. 1 receipts$/m);
  const other = shown({ ...heads, [one.brandId]: two.head });
  assert.equal(other.status, 1);
  assert.match(other.stdout, /: BROKEN at receipt 1 \(head_differs\)/);
});

test('a head whose brand is not there any more does not pass, and is named', () => {
  const gone = uuidv7();
  const { status, stdout } = shown({ ...heads, [gone]: one.head });
  assert.equal(status, 1);
  assert.match(stdout, new RegExp(`^${gone}: GONE\\. Its head 1 is known`, 'm'));
});

test('heads with which nothing can be compared are a sentence and a 2, which is no verdict on the record', () => {
  const missing = verify('--head', 'nowhere.json');
  const all = [missing, shown('{'), shown([]), shown({}), shown({ aurora: one.head }), shown({ [one.brandId]: 7 })];
  for (const { status, stdout, stderr } of [...all, verify('--haed', 'heads.json')]) {
    assert.equal(status, 2, stdout);
    assert.equal(stdout, '');
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.notEqual(stderr, '');
  }
  assert.match(missing.stderr, new RegExp(`${join(folder, 'nowhere.json')}`));
});
