/** Tests how the places of a seller's day are counted, and which seller gets a customer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignOf } from '#kit/audience-facts.ts';
import type { OpenSuggestion } from './audience-facts.ts';
import type { Candidate } from './candidates.ts';
import { DayQuotas, type UsedToday } from './day-quotas.ts';

const SELLERS = [
  { id: 'carla', isAway: false, takesShared: true },
  { id: 'bruno', isAway: true, takesShared: true },
  { id: 'diego', isAway: false, takesShared: false },
  { id: 'ana', isAway: false, takesShared: true },
];
const FIVE = campaignOf({ id: 'five', perSellerDay: 5 });
const ONE = campaignOf({ id: 'one', perSellerDay: 1 });

const quotas = (perDay: number, used: readonly UsedToday[] = []) => new DayQuotas(SELLERS, perDay, used);
const used = (sellerId: string, count: number, campaignId = 'five') => ({ sellerId, campaignId, count });
const of = (sellerId: string | null, replaces: Partial<OpenSuggestion> | null = null) =>
  ({ id: 'marina', sellerId, replaces }) as Candidate;

test('a portfolio’s seller is there, away or gone; a customer without a portfolio is shared', () => {
  const places = quotas(5);
  assert.deepEqual(
    ['ana', 'bruno', 'gone', null].map((id) => places.statusOf(id)),
    ['here', 'away', 'gone', 'shared'],
  );
  assert.deepEqual([places.has('ana'), places.has('gone')], [true, false]);
});

test('a seller gets as many as the day has places, and what was used before counts', () => {
  const places = quotas(3, [used('ana', 1), used('gone', 9)]);
  assert.deepEqual(
    [1, 2, 3].map(() => places.place(of('ana'), FIVE)),
    ['ana', 'ana', null],
  );
  assert.equal(places.place(of('gone'), FIVE), null);
});

test('a campaign has places of its own, and what it used before counts', () => {
  const places = quotas(9, [used('ana', 1, 'one')]);
  assert.equal(places.place(of('ana'), ONE), null);
  assert.equal(places.place(of('ana'), FIVE), 'ana');
  assert.deepEqual([places.place(of('carla'), ONE), places.place(of('carla'), ONE)], ['carla', null]);
});

test('customers without a portfolio go to the seller with the fewest of them, then with the fewest of all, then by id', () => {
  const places = quotas(9);
  assert.equal(places.place(of(null), FIVE), 'ana', 'the first by id, whatever the order in which sellers are given');
  assert.equal(places.place(of(null), FIVE), 'carla');
  places.use('ana', 'five', 3);
  assert.equal(places.place(of(null), FIVE), 'carla', 'both have one of them: the fewest of all');
  assert.equal(places.place(of(null), FIVE), 'ana', 'the fewest of them comes before the fewest of all');
});

test('the fewest shared customers count first, although another seller has fewer suggestions', () => {
  const places = quotas(20);
  places.use('carla', 'x', 5);
  assert.equal(places.place(of(null), FIVE), 'ana');
  assert.equal(places.place(of(null), FIVE), 'carla');
  places.use('ana', 'x', 9);
  assert.equal(places.place(of(null), FIVE), 'carla');
  assert.equal(places.place(of(null), FIVE), 'ana', 'ten of all and one shared, against seven and two');
  const later = quotas(20, [used('ana', 5, 'x')]);
  assert.equal(later.place(of(null), FIVE), 'carla');
  assert.equal(later.place(of(null), FIVE), 'ana', 'five of all and none shared, against one and one');
});

test('a customer of a portfolio is no shared one', () => {
  const places = quotas(20);
  for (let i = 0; i < 3; i++) places.place(of('ana'), FIVE);
  assert.equal(places.place(of(null), FIVE), 'carla');
  places.use('carla', 'x', 3);
  assert.equal(places.place(of(null), FIVE), 'ana', 'none shared yet');
});

test('a seller with a day off, and a manager, get no shared customer', () => {
  const places = quotas(1, [used('ana', 1, 'x'), used('carla', 1, 'x')]);
  assert.equal(places.place(of(null), FIVE), null);
});

test('a suggestion that is taken over frees its place for the new one', () => {
  const open = { sellerId: 'ana', campaignId: 'one' };
  const places = quotas(1, [used('ana', 1, 'one')]);
  assert.equal(places.place(of('ana'), FIVE), null);
  assert.equal(places.place(of('ana', open), FIVE), 'ana');
  assert.equal(places.place(of('ana'), FIVE), null, 'the new one has the place');
});

test('a suggestion that cannot be taken over keeps its place', () => {
  const places = quotas(2, [used('ana', 1, 'one'), used('carla', 2, 'five')]);
  assert.equal(places.place(of('carla', { sellerId: 'ana', campaignId: 'one' }), FIVE), null);
  assert.equal(places.place(of('ana'), ONE), null, 'of its campaign');
  assert.equal(places.place(of('ana'), FIVE), 'ana');
  assert.equal(places.place(of('ana'), FIVE), null, 'and of the day');
});
