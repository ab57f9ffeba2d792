/** Tests that a WhatsApp link is only made with a genuine permit that is in force (D12, invariant 2). */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { aContext } from '#kit/context-fixture.ts';
import { decide, type Permit } from '#rules/contact/decide.ts';
import { handsetLink } from './handset.ts';

const NOON = Date.parse('2026-08-05T15:00:00Z');
const text = 'Oi, Marina! Chegou “linho” & cia.\nPosso mostrar? 100% algodão #novo';
const marina = { to: '+5511900001234', text };

function permitFor(words: string, channel: 'handset' | 'cloud_api' = 'handset'): Permit {
  const textDigest = createHash('sha256').update(words).digest('hex');
  const attempt = { attemptId: 'a', customerId: 'c', textDigest };
  const { permit } = decide(aContext({ now: NOON, attempt, wish: { channel } }));
  assert.ok(permit);
  return permit;
}

test('the link contains the number in digits and the exact text', () => {
  const link = new URL(handsetLink(permitFor(text), marina, NOON));
  assert.equal(link.origin + link.pathname, 'https://wa.me/5511900001234');
  assert.equal(link.searchParams.get('text'), text);
  assert.equal(handsetLink(permitFor(''), { ...marina, text: null }, NOON), 'https://wa.me/5511900001234');
});

test('a permit is valid before its end and not at its end', () => {
  const permit = permitFor(text);
  assert.ok(handsetLink(permit, marina, permit.validUntil - 1));
  assert.throws(() => handsetLink(permit, marina, permit.validUntil), /permit in force/);
});

test('an object that only looks like a permit gives no link', () => {
  const real = permitFor(text);
  const { validUntil, channel, textDigest } = real;
  const forged = [{ validUntil, channel, textDigest }, Object.create(real), { ...real }, null];
  for (const one of forged) {
    assert.throws(() => handsetLink(one as unknown as typeof real, marina, NOON), /permit in force/);
  }
});

test('a permit for another text or another channel gives no link', () => {
  assert.throws(() => handsetLink(permitFor('outra coisa'), marina, NOON), /another channel or text/);
  assert.throws(() => handsetLink(permitFor(text, 'cloud_api'), marina, NOON), /another channel or text/);
});
