/** Tests the old names of two renamed tables, which servers of the previous version still use (migration 0034). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { readOldTableNames } from '#kit/old-table-names.ts';

const { db, owner } = await withDatabase();
const oldNames = await readOldTableNames(owner);
const oldLog = sql.table(oldNameOf('support_access_log'));
const oldProgress = sql.table(oldNameOf('retiming_progress'));

function oldNameOf(table: string): string {
  const name = oldNames.get(table);
  assert.ok(name !== undefined && name !== table, `${table} has no old name`);
  return name;
}

test('a server of the previous version writes and reads the access log and the retiming progress of its own brand by their old names', async () => {
  const [aurora, brisa] = [await aBrand(owner), await aBrand(owner)];
  const id = uuidv7();
  await db.inBrand(aurora.brandId, async ({ q }) => {
    await sql`insert into ${oldLog} (brand_id, id, at, support_id, support_name, what)
      values (${aurora.brandId}, ${id}, now(), 'sofia', 'Sofia', 'brand')`.execute(q);
    for (const calendar of [1, 2]) {
      await sql`insert into ${oldProgress} (brand_id, calendar) values (${aurora.brandId}, ${calendar})
        on conflict (brand_id) do update set calendar = ${calendar}`.execute(q);
    }
  });
  const { rows } = await owner.query('select id from support_access_log where brand_id = $1', [aurora.brandId]);
  assert.deepEqual(rows, [{ id }]);
  const progress = await owner.query('select calendar from retiming_progress where brand_id = $1', [aurora.brandId]);
  assert.deepEqual(progress.rows, [{ calendar: 2 }]);

  const seen = await db.read(brisa.brandId, async ({ q }) => {
    const log = await sql`select from ${oldLog}`.execute(q);
    const others = await sql`select from ${oldProgress} where brand_id = ${aurora.brandId}`.execute(q);
    return [log.rows.length, others.rows.length];
  });
  assert.deepEqual(seen, [0, 0], 'another brand sees rows of the first brand');
  await assert.rejects(
    db.inBrand(brisa.brandId, ({ q }) =>
      sql`insert into ${oldProgress} (brand_id, calendar) values (${aurora.brandId}, 1)`.execute(q),
    ),
    /row-level security/,
  );
});
