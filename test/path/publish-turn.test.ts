/** A publication waits for the decisions under way and for none that come after: under load, too, it has its turn (A5). */
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

test('A5: decisions that come while a publication waits do not pass it, and are made under what it published', async () => {
  const brand = await aBrand(owner);
  // 19:00 in São Paulo.
  const flowDeps = createFlowDeps(db, '2026-11-24T22:00:00.000Z');
  const [anas, brunos] = [await brand.customer(brand.ana), await brand.customer(brand.bruno)];
  const { first, published, second } = await whileLocked(
    owner,
    (client) => client.query('select from customers where id = $1 for update', [anas]),
    async () => {
      const begun = attemptContact(flowDeps, brand.ana, aWish(anas));
      await waitUntilBlocked(owner, 1);
      const publishing = publishPolicy(
        flowDeps,
        brand.brandId,
        aPublication(quietFrom('18:00', '08:00'), 'now'),
        SUPPORT,
      );
      await waitUntilBlocked(owner, 2);
      const late = attemptContact(flowDeps, brand.bruno, aWish(brunos));
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
