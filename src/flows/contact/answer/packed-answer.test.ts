/** Checks that a packed answer unpacks unchanged, stays small, and can be read whichever version packed it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredAnswer } from './attempt-answer.ts';
import { packAnswer, unpackAnswer } from './packed-answer.ts';

const ANA = '019a8c2e-7d10-7a3b-9c55-1f2e3d4c5b6a';
const MARINA = '019a8c2e-8e21-7b4c-8d66-2a3b4c5d6e7f';
const TEXT = 'Oi, Marina! Aqui é da Aurora. Chegou a coleção nova, e separei duas peças com a sua cara.';
const ASKED = { customerId: MARINA, text: TEXT };
const AT = 1_795_442_400_123;

const ALLOWED: StoredAnswer = {
  kind: 'allowed',
  attempt: {
    ...{ id: '019a8c2f-1a2b-7c3d-8e4f-5a6b7c8d9e0f', state: 'handed_over', origin: 'suggestion', channel: 'handset' },
    ...{ customerId: MARINA, sellerId: ANA, heldUntil: null },
  },
  decision: {
    ...{ verdict: 'allow', reason: null, reasons: [], origin: 'suggestion', originClaimed: null, afterRefusal: false },
    ...{ becauseNeeded: false, acknowledged: false, quiet: null, quietHours: 'active', opensAt: null },
    ...{ changesAt: AT + 3_600_000, policyVersion: 1, tzVersion: '2026b' },
  },
  spoken: {
    ...{ customerFirstName: 'Marina', brandName: 'Aurora', brandArticle: 'a', storeZone: 'America/Sao_Paulo' },
    ...{ askedAt: AT, pace: null },
  },
  url: `https://wa.me/5511912345678?text=${encodeURIComponent(TEXT)}`,
  validUntil: AT + 120_000,
};

test('unpacking returns the packed answer, whatever the text', () => {
  const texts = [TEXT, null, '', 'ç'.repeat(4_096), '🙂 "aspas" \\ \n'.repeat(200)];
  for (const text of texts) {
    const asked = { customerId: MARINA, text };
    const url = `https://wa.me/5511912345678?text=${encodeURIComponent(text ?? '')}`;
    const answer: StoredAnswer = { ...ALLOWED, url };
    assert.deepEqual(unpackAnswer(packAnswer(answer, ANA, asked), ANA, asked), answer);
  }
});

test('an allowed answer takes at most 110 bytes, and a text five times as long adds fewer than 10', () => {
  const { length } = packAnswer(ALLOWED, ANA, ASKED);
  assert.ok(length <= 110, `${length} bytes`);
  const long = TEXT.repeat(5);
  const answer = { ...ALLOWED, url: `https://wa.me/5511912345678?text=${encodeURIComponent(long)}` };
  assert.ok(packAnswer(answer, ANA, { ...ASKED, text: long }).length < length + 10);
});

test('an answer that an earlier version packed can be unpacked', () => {
  const packed = Buffer.from(
    'Ad3Uyw2AMAwD0IkiJWnapOP0uwW7I6i4cAGpHIANbEvPN51Y4Q6UOIMWV8GadPApZC1WY8M+7+hlu/yJtUYvEhCR2D1EfAA7QR+sZrnvaVmOtNf0iSKxEx/UPvMCo6TnreSyAg==',
    'base64',
  );
  assert.deepEqual(unpackAnswer(packed, ANA, ASKED), ALLOWED);
});

test('unpacking throws for an unknown format and for an empty buffer', () => {
  const packed = packAnswer(ALLOWED, ANA, ASKED);
  const later = Buffer.from(packed);
  later[0] = 2;
  assert.throws(() => unpackAnswer(later, ANA, ASKED), /later version/);
  assert.throws(() => unpackAnswer(Buffer.alloc(0), ANA, ASKED));
});
