/** Checks a queue over all brands whose rows change between the read of the ids and the read of the rows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { withDatabase } from '#kit/database.ts';
import { readWaiting } from './read-waiting.ts';

const { db } = await withDatabase();
const [AURORA, CAIS] = [uuidv7(), uuidv7()] as const;

interface Row {
  readonly id: string;
  readonly at: number;
  readonly open: boolean;
}

/**
 * Reads a page. `rows` are the rows at the time of the second read; `of` has the brands in the order of the queue, one
 * more than the page.
 */
async function page(rows: readonly Row[], of: readonly string[], limit = rows.length) {
  const asked: string[][] = [];
  const { rows: read, last } = await readWaiting<Row>(db, {
    waiting: of.map((brandId, index) => ({ brandId, id: String(index) })),
    limit,
    rowsOf: async (_, brandId, ids) => {
      asked.push([brandId, ...ids]);
      return rows.filter(({ id }) => ids.includes(id)).toReversed();
    },
    isOf: ({ open }) => open,
    atOf: ({ at }) => at,
  });
  return { ids: read.map(({ id }) => id), last, asked };
}

const row = (id: string, open = true): Row => ({ id, at: Number(id) * 10, open });

test('each brand is read once, and the rows come in the order of the queue', async () => {
  const { ids, last, asked } = await page([row('0'), row('1'), row('2')], [CAIS, AURORA, CAIS]);
  assert.deepEqual(ids, ['0', '1', '2']);
  assert.equal(last, null);
  // The order in which the brands get their connections is not guaranteed.
  assert.deepEqual(
    new Set(asked.map(([brandId, ...ids]) => `${brandId} ${ids}`)),
    new Set([`${CAIS} 0,2`, `${AURORA} 1`]),
  );
  assert.equal(asked.length, 2);
});

test('a row that left the queue or was deleted meanwhile is not shown, and the next page begins after the last shown row', async () => {
  const { ids, last } = await page([row('0'), row('1'), row('2', false)], [CAIS, AURORA, CAIS, CAIS, AURORA], 4);
  assert.deepEqual(ids, ['0', '1']);
  assert.deepEqual(last, { at: 10, id: '1' });
});
