/** H5, H7, P3: whoever looks at a held contact reads why it waits for just this opening. */
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

/** Monday 23 November, 22:14 in São Paulo; quiet until eight. */
const NIGHT = '2026-11-24T01:14:00.000Z';
const CASES = [
  ['the store opens after the quiet: it is the store', 600, true],
  ['the store opens with the end of the quiet: it is the store', 480, true],
  ['the store opens before the quiet ends: it is the quiet', 420, false],
  ['no hours are known: it is the quiet', null, false],
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

test('P3: what did not fit its morning says so to seller and manager, and is no news to who left it', async () => {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 612);
  const flowDeps = createFlowDeps(db, NIGHT);
  const policy = { ...DEFAULT_POLICY, pace: { ...DEFAULT_POLICY.pace, releaseSpreadMinutes: 5 } };
  const author = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };
  await publishPolicy(flowDeps, brand.brandId, aPublication(policy, 'now'), author);
  const late = new Map<string, boolean>();
  for (let n = 0; n < 13; n++) {
    const held = await hold(flowDeps, brand.ana, await brand.customer(brand.ana));
    late.set(held.attempt.id, held.didNotFit);
  }
  assert.ok([...late.values()].includes(true));
  for (const [someone, whole] of [
    [brand.ana, false],
    [brand.carla, true],
  ] as const) {
    const asked = { state: 'waiting', whole, sellerId: null, newsOnly: false } as const;
    const reader = { ...someone, kind: 'person', name: '', sessionKey: '' } as const;
    const { rows } = await readHolds(db, reader, asked, { after: null, limit: 20 }, flowDeps.now());
    assert.deepEqual(new Map(rows.map(({ attemptId, didNotFit }) => [attemptId, didNotFit])), late);
    assert.ok(rows.every(({ news }) => news === null));
  }
});
