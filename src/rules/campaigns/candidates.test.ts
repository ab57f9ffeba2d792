/** Tests the order of a campaign's candidates, and that only the best of them are kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BestCandidates, type Candidate, compareCandidates, urgencyOf } from './candidates.ts';

const candidate = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  ...{ id, sellerId: 'ana', lastContactAt: null, urgency: 3, replaces: null },
  met: { endsOn: null, reason: { code: 'chosen' } },
  ...given,
});
const ids = (candidates: readonly Candidate[]) => candidates.map(({ id }) => id);

test('the urgency is the number of days for which the reason stays true', () => {
  const reason = { code: 'chosen' } as const;
  assert.equal(urgencyOf({ reason, endsOn: 107 }, 100), 7);
  assert.equal(urgencyOf({ reason, endsOn: 100 }, 100), 0);
  assert.equal(urgencyOf({ reason, endsOn: null }, 100), Number.POSITIVE_INFINITY);
});

test('the urgent come first, then those without a contact for the longest time, then the lower id', () => {
  const inOrder = [
    candidate('z', { urgency: 1, lastContactAt: 9 }),
    candidate('c', { lastContactAt: null }),
    candidate('d', { lastContactAt: null }),
    candidate('b', { lastContactAt: 4 }),
    candidate('a', { lastContactAt: 5 }),
    candidate('e', { urgency: Number.POSITIVE_INFINITY }),
  ];
  assert.deepEqual(ids(inOrder.toReversed().sort(compareCandidates)), ids(inOrder));
  assert.deepEqual(ids(inOrder.toSorted(compareCandidates)), ids(inOrder));
});

test('the best of a portfolio are kept, and never twice as many', () => {
  const best = new BestCandidates(4, 3);
  for (let i = 7; i >= 1; i--) best.add(candidate(`c${i}`));
  assert.equal(best.inOrder().length, 7, 'fewer than twice as many are not sorted out');
  best.add(candidate('c8'));
  assert.deepEqual(ids(best.inOrder()), ['c1', 'c2', 'c3', 'c4']);
  for (let i = 1; i <= 100; i++) best.add(candidate(`d${i}`));
  assert.ok(best.inOrder().length < 8);
  assert.deepEqual(ids(best.inOrder()).slice(0, 4), ['c1', 'c2', 'c3', 'c4']);
});

test('of customers without a portfolio as many are kept for each seller', () => {
  const shared = (sellers: number) => {
    const best = new BestCandidates(2, sellers);
    for (let i = 1; i <= 12; i++) best.add(candidate(`c${String(i).padStart(2, '0')}`, { sellerId: null }));
    return best.inOrder().length;
  };
  assert.equal(shared(3), 6);
  assert.equal(shared(1), 2);
  assert.equal(shared(0), shared(1));
});

test('portfolios do not take places from one another', () => {
  const best = new BestCandidates(1, 2);
  for (const sellerId of ['ana', 'bruno', null]) best.add(candidate(`of ${sellerId}`, { sellerId }));
  assert.deepEqual(ids(best.inOrder()), ['of ana', 'of bruno', 'of null']);
});
