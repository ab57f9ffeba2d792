/**
 * A publication waits for the decisions that were already running and for no later ones, so that it is not delayed
 * under load (A5).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { quietFrom } from '#kit/context-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish } from '#kit/hold-helpers.ts';
import { aPublication } from '#kit/publication-body.ts';
import { waitUntilBlocked, whileLocked } from '#kit/wait-until.ts';

const { db, owner } = await withDatabase();

const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };

test('A5: decisions that come while a publication waits are made after it, under the version that it published', async () => {
  const brand = await aBrand(owner);
  // 19:00 in São Paulo.
  const flowDeps = createFlowDeps(db, '2026-11-24T22:00:00.000Z');
  const [anasCustomer, brunosCustomer] = [await brand.customer(brand.ana), await brand.customer(brand.bruno)];
  const { first, published, second } = await whileLocked(
    owner,
    (client) => client.query('select from customers where id = $1 for update', [anasCustomer]),
    async () => {
      const begun = attemptContact(flowDeps, brand.ana, aWish(anasCustomer));
      await waitUntilBlocked(owner, 1);
      const publishing = publishPolicy(
        flowDeps,
        brand.brandId,
        aPublication(quietFrom('18:00', '08:00'), 'now'),
        SUPPORT,
      );
      await waitUntilBlocked(owner, 2);
      const late = attemptContact(flowDeps, brand.bruno, aWish(brunosCustomer));
      await waitUntilBlocked(owner, 3);
      return { first: begun, published: publishing, second: late };
    },
  );
  assert.equal((await first).kind, 'allowed');
  assert.equal((await published).kind, 'published');
  const answer = await second;
  assert.ok(answer.kind === 'warned');
  assert.deepEqual([answer.decision.reason, answer.decision.policyVersion], ['quiet_hours', 2]);
});
