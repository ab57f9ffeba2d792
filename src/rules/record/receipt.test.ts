/** Tests receipts: their context, replay and canonical text (R1–R3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyContext } from '#kit/arbitrary-context.ts';
import { aContext, MANAUS, SAO_PAULO } from '#kit/context-fixture.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { decide } from '#rules/contact/decide.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { quietClocks } from '#rules/contact/quiet/quiet-clocks.ts';
import { type Receipt, type ReceiptIds, receiptOf } from './receipt.ts';
import { canonical, isLinkedByDigest } from './receipt-bytes.ts';
import { contextOfReceipt, decisionOf, differences, zonesOf } from './receipt-replay.ts';

const IDS: ReceiptIds = {
  brandId: 'brand',
  id: 'receipt',
  attemptId: 'attempt',
  actorId: 'actor',
  turnId: 'turn',
  storeId: 'store',
  customerId: 'customer',
  suggestionId: null,
};

const recorded = (context: DecisionContext) => receiptOf(IDS, context, decide(context).decision);

test('R1: the receipt contains the whole context, which is read back unchanged except for the attempt', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const receipt = recorded(context);
      assert.deepEqual(contextOfReceipt(receipt, context.timeline, context.quiet), { ...context, attempt: null });
      assert.deepEqual(zonesOf(receipt), context.zones);
    }),
    { numRuns: 200 },
  );
});

test('R2: deciding a recorded context again with new clocks gives the same bytes', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const receipt = JSON.parse(JSON.stringify(recorded(context))) as Receipt;
      const quiet = quietClocks(context.timeline, zonesOf(receipt), receipt.decidedAt);
      const again = decide(contextOfReceipt(receipt, context.timeline, quiet));
      assert.equal(again.permit, null, 'judging again grants nothing');
      assert.deepEqual(differences(decisionOf(receipt), again.decision), []);
      assert.equal(JSON.stringify(decisionOf(receipt)), JSON.stringify(again.decision));
    }),
    { numRuns: 200 },
  );
});

test('R2: a replay names every field that differs from the recorded decision', () => {
  const { decision } = decide(aContext());
  const other = { ...decision, verdict: 'block', opensAt: 1, quiet: null } as const;
  assert.deepEqual(differences(other, decision), ['verdict', 'quiet', 'opensAt']);
  assert.deepEqual(differences(decision, decision), []);
});

test('R2: findings are compared without regard to the order of their keys', () => {
  const receipt = recorded(aContext());
  const stored = { ...receipt, reasons: receipt.reasons.map(({ reason, verdict }) => ({ verdict, reason })) };
  assert.deepEqual(differences(decisionOf(stored), decide(aContext()).decision), []);
  assert.equal(canonical(stored), canonical(receipt));
});

test('an acknowledged decision is read back as acknowledged', () => {
  const receipt = recorded(aContext({ acknowledged: ['quiet_hours'] }));
  assert.equal(receipt.verdict, 'allow');
  assert.equal(decisionOf(receipt).acknowledged, true);
  assert.equal(decisionOf(recorded(aContext())).acknowledged, false);
  assert.equal(decisionOf(recorded(aContext({ policy: null }))).acknowledged, false);
});

const ASKED: readonly AskedSilence[] = [
  { days: ['sat', 'sun'], start: '00:00', end: '24:00' },
  { until: '2026-08-10' },
];

/** Other values of the columns that are lists of objects. */
const OTHER: Partial<Record<keyof Receipt, unknown>> = { reasons: [], askedSilences: ASKED };

test('R3: a receipt has one text, whose format depends on its rules', () => {
  const context = aContext({
    now: 1_786_000_000_000,
    zones: { customer: [MANAUS], customerFrom: 'told' },
    pacedAt: [1_785_999_999_000],
    earlierContacts: {
      coolDownDays: 0,
      contactedAt: 1_785_999_000_000,
      unansweredAfter: 3,
      unansweredAt: [1_785_999_000_000, 1_785_000_000_000],
    },
    customer: { doNotCall: { listedOn: '2026-02-01', consentOn: '2026-02-02' } },
  });
  const of = (rules: number) => [
    ...['brand', 'receipt', 'attempt', rules, 1_786_000_000_000, '2026c', 'person', 'actor', 'turn', 'store'],
    ...['customer', null, false, null, 'handset', 'text', 'growth', 1, SAO_PAULO, SAO_PAULO, [MANAUS], 'told'],
    ...[[SAO_PAULO, MANAUS], 'present', true, 'granted', null, null, null, null, [], null],
    ...['warn', 'quiet_hours', [['quiet_hours', 'warn']], 'profile', null, false, false, 1],
    ...[1_785_970_800_000, 1_786_014_000_000, 'store', SAO_PAULO, 1_786_014_000_000, 1_786_014_000_000],
  ];
  const since2 = [[1_785_999_999_000], false];
  const since4 = [0, 1_785_999_000_000, 3, [1_785_999_000_000, 1_785_000_000_000]];
  const asked = { ...recorded(context), askedSilences: ASKED };
  const since5 = [[[['sat', 'sun'], '00:00', '24:00'], ['2026-08-10']]];
  const since6 = ['2026-02-01', '2026-02-02'];
  const rules5 = [...of(5), ...since2, ...since4, ...since5];
  assert.equal(canonical(asked), JSON.stringify(['receipt/6', ...of(6), ...since2, ...since4, ...since5, ...since6]));
  assert.equal(canonical({ ...asked, rules: 5 }), JSON.stringify(['receipt/5', ...rules5]));
  const before = recorded({ ...context, rules: 4 });
  assert.equal(canonical(before), JSON.stringify(['receipt/4', ...of(4), ...since2, ...since4]));
  assert.equal(canonical(recorded({ ...context, rules: 3 })), JSON.stringify(['receipt/3', ...of(3), ...since2]));
  assert.equal(canonical(recorded({ ...context, rules: 2 })), JSON.stringify(['receipt/2', ...of(2), ...since2]));
  assert.equal(canonical(recorded({ ...context, rules: 1 })), JSON.stringify(['receipt/1', ...of(1)]));
});

test('R3: changing any column changes the text', () => {
  const receipt = recorded(aContext({ lastRefusedAt: 1 }));
  const written = canonical(receipt);
  for (const column of Object.keys(receipt) as (keyof Receipt)[]) {
    const changed = { ...receipt, [column]: OTHER[column] ?? 'something else' };
    assert.notEqual(canonical(changed), written, column);
  }
});

test('R3: a receipt is linked by its digest since rules 3, and by its text before', () => {
  assert.deepEqual(
    [1, 2, 3, 4].map((rules) => isLinkedByDigest({ rules })),
    [false, false, true, true],
  );
});
