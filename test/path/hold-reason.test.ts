/** H5, H7: whoever looks at a held contact reads why it waits for just this opening. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHolds } from '#flows/read-holds.ts';
import { aBrand } from '#kit/a-brand.ts';
import { aHouse } from '#kit/a-house.ts';
import { withDatabase } from '#kit/database.ts';
import { hold, openDaily } from '#kit/holding.ts';

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
    const house = aHouse(db, NIGHT);
    await hold(house, brand.ana, await brand.customer(brand.ana));
    const asked = { state: 'waiting', whole: false, sellerId: null, newsOnly: false } as const;
    const ana = { ...brand.ana, kind: 'person', name: 'Ana Lima', sessionKey: '' } as const;
    const { rows } = await readHolds(db, ana, asked, { after: null, limit: 10 }, house.now());
    assert.deepEqual(
      rows.map(({ opensWithStore }) => opensWithStore),
      [withStore],
    );
  });
}
