/** A publication waits for the decisions under way and for none that come after: under load, too, it has its turn (A5). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { aBrand } from '#kit/a-brand.ts';
import { quietFrom } from '#kit/a-context.ts';
import { aHouse } from '#kit/a-house.ts';
import { aPublication } from '#kit/a-publication.ts';
import { withDatabase } from '#kit/database.ts';
import { aWish } from '#kit/holding.ts';
import { untilWaiting, whileHeld } from '#kit/waiting.ts';

const { db, owner } = await withDatabase();

const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };

test('A5: decisions that come while a publication waits do not pass it, and are made under what it published', async () => {
  const brand = await aBrand(owner);
  // 19:00 in São Paulo.
  const house = aHouse(db, '2026-11-24T22:00:00.000Z');
  const [anas, brunos] = [await brand.customer(brand.ana), await brand.customer(brand.bruno)];
  const { first, published, second } = await whileHeld(
    owner,
    (client) => client.query('select from customers where id = $1 for update', [anas]),
    async () => {
      const begun = attemptContact(house, brand.ana, aWish(anas));
      await untilWaiting(owner, 1);
      const publishing = publishPolicy(house, brand.brandId, aPublication(quietFrom('18:00', '08:00'), 'now'), SUPPORT);
      await untilWaiting(owner, 2);
      const late = attemptContact(house, brand.bruno, aWish(brunos));
      await untilWaiting(owner, 3);
      return { first: begun, published: publishing, second: late };
    },
  );
  assert.equal((await first).kind, 'allowed');
  assert.equal((await published).kind, 'published');
  const answer = await second;
  assert.ok(answer.kind === 'warned');
  assert.deepEqual([answer.decision.reason, answer.decision.policyVersion], ['quiet_hours', 2]);
});
