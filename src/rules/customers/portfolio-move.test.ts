import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { holdFate, spreadPortfolio } from './portfolio-move.ts';

const anyIds = (prefix: string, least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((count) => Array.from({ length: count }, (_, i) => `${prefix}${i}`));

test('a spread gives each customer to exactly one recipient, in shares that differ by one at most, always alike', () => {
  fc.assert(
    fc.property(anyIds('c', 0, 300), anyIds('p', 1, 30), (customers, recipients) => {
      const shares = spreadPortfolio(customers, recipients);
      assert.deepEqual(
        shares.map(({ customerId }) => customerId),
        customers,
      );
      const sizes = recipients.map((id) => shares.filter(({ toId }) => toId === id).length);
      assert.equal(
        sizes.reduce((sum, size) => sum + size, 0),
        customers.length,
      );
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, String(sizes));
      assert.deepEqual(spreadPortfolio(customers, recipients), shares);
    }),
  );
});

test('customers without a recipient are a fault of the caller, and no customers need none', () => {
  assert.throws(() => spreadPortfolio(['c'], []), /nobody/);
  assert.deepEqual(spreadPortfolio([], []), []);
});

test('H3, H4: a portfolio ends or passes on what is held, keeps what a manager passed on, and an absence ends nothing', () => {
  const [none, passedOn, other] = [{ isPassedOn: false, hasOther: false }, { isPassedOn: true }, { hasOther: true }];
  assert.equal(holdFate('portfolio', 'end', none), 'ended');
  assert.equal(holdFate('portfolio', 'end', { ...none, ...passedOn }), 'kept');
  assert.equal(holdFate('portfolio', 'pass_on', none), 'passed');
  assert.equal(holdFate('portfolio', 'pass_on', { ...none, ...passedOn }), 'passed');
  assert.equal(holdFate('portfolio', 'pass_on', { ...none, ...other }), 'ended');
  assert.equal(holdFate('portfolio', 'pass_on', { ...none, ...other, ...passedOn }), 'kept');
  assert.equal(holdFate('absence', 'pass_on', none), 'passed');
  assert.equal(holdFate('absence', 'pass_on', { ...none, ...other }), 'kept');
});
