/** H5, H7, P3: the reader of a held contact reads why it is held until exactly this opening. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHolds } from '#flows/holds/read-holds.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { hold, openDaily } from '#kit/hold-helpers.ts';
import { aPublication } from '#kit/publication-body.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

/** Monday 23 November, 22:14 in São Paulo; quiet hours end at 8:00. */
const NIGHT = '2026-11-24T01:14:00.000Z';
const CASES = [
  ['a store that opens after the quiet end is given as the reason', 600, true],
  ['a store that opens at the quiet end is given as the reason', 480, true],
  ['the quiet end is given as the reason if the store opens before it', 420, false],
  ['the quiet end is given as the reason if the store’s hours are not known', null, false],
] as const;

for (const [what, opensMinute, withStore] of CASES) {
  test(what, async () => {
    const brand = await aBrand(owner);
    if (opensMinute !== null) await openDaily(owner, brand.brandId, brand.stores.paulista, opensMinute, 1320);
    const flowDeps = createFlowDeps(db, NIGHT);
    await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
    const asked = { state: 'waiting', whole: false, sellerId: null, newsOnly: false } as const;
    const ana = { ...brand.ana, kind: 'person', name: 'Ana Lima', sessionKey: '' } as const;
    const { rows } = await readHolds(db, ana, asked, { after: null, limit: 10 }, flowDeps.now());
    assert.deepEqual(
      rows.map(({ opensWithStore }) => opensWithStore),
      [withStore],
    );
  });
}

test('P3: a contact that did not fit its morning says so to the seller and the manager, and is not marked as news', async () => {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 612);
  const flowDeps = createFlowDeps(db, NIGHT);
  const policy = { ...DEFAULT_POLICY, pace: { ...DEFAULT_POLICY.pace, releaseSpreadMinutes: 5 } };
  const author = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };
  await publishPolicy(flowDeps, brand.brandId, aPublication(policy, 'now'), author);
  const didNotFitById = new Map<string, boolean>();
  for (let n = 0; n < 13; n++) {
    const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
    didNotFitById.set(held.attempt.id, held.didNotFit);
  }
  assert.ok([...didNotFitById.values()].includes(true));
  for (const [reader, whole] of [
    [brand.ana, false],
    [brand.carla, true],
  ] as const) {
    const asked = { state: 'waiting', whole, sellerId: null, newsOnly: false } as const;
    const caller = { ...reader, kind: 'person', name: '', sessionKey: '' } as const;
    const { rows } = await readHolds(db, caller, asked, { after: null, limit: 20 }, flowDeps.now());
    assert.deepEqual(new Map(rows.map(({ attemptId, didNotFit }) => [attemptId, didNotFit])), didNotFitById);
    assert.ok(rows.every(({ news }) => news === null));
  }
});
