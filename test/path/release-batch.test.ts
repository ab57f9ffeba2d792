/** What is due at one instant is released together, and each contact gets what is its own (H2–H4, P3, R3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseDue } from '#flows/holds/release-due.ts';
import { retimeHolds } from '#flows/holds/retime-holds.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';

const { db, owner } = await withDatabase();

const NIGHT = '2026-11-24T01:14:00.000Z';
const NOON = '2026-11-24T15:00:00.000Z';
/** Eight in the evening in São Paulo, seven in Manaus. */
const QUIET_STARTS = '2026-11-24T23:00:00.000Z';
const OPENS = Date.parse('2026-11-25T13:00:00.000Z');
const MINUTE = 60_000;

test('P3, H2–H4: returned, made ready and ended in one batch, each by itself', async () => {
  const brand = await aBrand(owner);
  const { brandId, ana, bruno, davi } = brand;
  await openDaily(owner, brandId, brand.stores.paulista, 600, 1320);
  const flowDeps = createFlowDeps(db, NIGHT);
  const leave = async (seller: Someone, at?: string) => {
    const wish = at === undefined ? {} : { hold: Date.parse(at) };
    return (await hold(flowDeps, seller, await brand.customer(seller), wish)).attempt.id;
  };
  const unsent = [await leave(ana), await leave(ana), await leave(ana)];
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brandId);
  flowDeps.moveTo(NIGHT);
  const left = await leave(bruno, '2026-11-24T22:30:00.000Z');
  const stale = await leave(ana, '2026-11-24T22:00:00.000Z');
  const open = await leave(davi, '2026-11-24T22:50:00.000Z');
  await owner.query('update people set active = false where id = $1', [bruno.personId]);
  await owner.query('update holds set expires_at = due_at + $2::interval where attempt_id = $1', [stale, '1 minute']);
  const before = await newestEvent(brandId);

  flowDeps.moveTo(QUIET_STARTS);
  while ((await retimeHolds(flowDeps, brandId, 100)).found > 0);
  const round = await releaseDue(flowDeps, brandId, 50);
  assert.deepEqual([round.failures, round.claimed], [[], 6]);

  const rows = await Promise.all(unsent.map((id) => holdRow(owner, id)));
  for (const row of rows) {
    assert.deepEqual(
      [row.state, row.returned, row.held_again, row.news, row.attempt_state, row.opening_at],
      ['waiting', true, 0, 'returned', 'held', OPENS],
    );
    assert.ok(row.due_at >= OPENS && row.due_at === row.promised_at);
    assert.deepEqual(await liveSlots(row.id), [row.due_at]);
  }
  assert.equal(new Set(rows.map((row) => Math.floor(row.due_at / MINUTE))).size, 3, 'a minute each');
  const reassigned = await holdRow(owner, left);
  assert.deepEqual(endOf(reassigned), ['ended', 'cancelled', 'reassigned', 'ended', 'cancelled']);
  const late = await holdRow(owner, stale);
  assert.deepEqual(endOf(late), ['ended', 'expired', 'too_late', 'ended', 'expired']);
  for (const { id } of [reassigned, late]) assert.deepEqual(await liveSlots(id), []);
  const ready = await holdRow(owner, open);
  assert.deepEqual([ready.state, ready.news, ready.attempt_state], ['ready', null, 'ready']);
  assert.equal(ready.due_at, Date.parse('2026-11-25T00:00:00.000Z'), 'until it is quiet in Manaus');

  const states = { [left]: 'cancelled', [stale]: 'expired', [open]: 'ready' };
  const owners = { [left]: bruno, [open]: davi };
  const events = await eventsAfter(brandId, before);
  assert.deepEqual(
    events.map(({ number }) => number),
    Array.from({ length: 6 }, (_, i) => before + 1 + i),
  );
  const told = new Map(events.map(({ body, person_id }) => [body.id, [body.state, person_id]]));
  for (const id of [...unsent, left, stale, open]) {
    assert.deepEqual(told.get(id), [states[id] ?? 'held', (owners[id] ?? ana).personId]);
  }

  assert.equal((await verifyRecord(db, flowDeps.receiptKey, brandId)).broken, null);
  const differing: unknown[] = [];
  const replaying = { db, timelines: flowDeps.timelines, tzVersion: flowDeps.tzVersion };
  await replayRecord(replaying, brandId, (each) => differing.push(each));
  assert.deepEqual(differing, []);
});

function endOf(row: Awaited<ReturnType<typeof holdRow>>) {
  return [row.state, row.ended_as, row.end_reason, row.news, row.attempt_state];
}

async function liveSlots(holdId: string): Promise<number[]> {
  const { rows } = await owner.query('select at from slots where hold_id = $1 and freed_at is null', [holdId]);
  return rows.map(({ at }) => Number(at));
}

async function newestEvent(brandId: string): Promise<number> {
  const { rows } = await owner.query('select event_number from ledgers where brand_id = $1', [brandId]);
  return Number(rows[0].event_number);
}

async function eventsAfter(brandId: string, number: number) {
  const { rows } = await owner.query<{
    number: number;
    person_id: string;
    body: { readonly id: string; readonly state: string };
  }>('select number, person_id, body from live_events where brand_id = $1 and number > $2 order by number', [
    brandId,
    number,
  ]);
  return rows;
}
