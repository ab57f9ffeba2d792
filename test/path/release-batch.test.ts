/**
 * Holds that are due at the same instant are released in one batch, and each hold gets its own result (H2–H4, P3, R3).
 */
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
/** 20:00 in São Paulo, 19:00 in Manaus. */
const QUIET_STARTS = '2026-11-24T23:00:00.000Z';
const OPENS = Date.parse('2026-11-25T13:00:00.000Z');
const MINUTE = 60_000;

test('P3, H2–H4: one batch returns, releases and ends holds, each by its own facts', async () => {
  const brand = await aBrand(owner);
  const { brandId, ana, bruno, davi } = brand;
  await openDaily(owner, brandId, brand.stores.paulista, 600, 1320);
  const flowDeps = createFlowDeps(db, NIGHT);
  const holdNew = async (seller: Someone, at?: string) => {
    const wish = at === undefined ? {} : { hold: Date.parse(at) };
    return (await hold(flowDeps, seller, await brand.customer(seller), wish)).attempt.id;
  };
  const unsent = [await holdNew(ana), await holdNew(ana), await holdNew(ana)];
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brandId);
  flowDeps.moveTo(NIGHT);
  const ofLeaver = await holdNew(bruno, '2026-11-24T22:30:00.000Z');
  const stale = await holdNew(ana, '2026-11-24T22:00:00.000Z');
  const open = await holdNew(davi, '2026-11-24T22:50:00.000Z');
  await owner.query('update people set active = false where id = $1', [bruno.personId]);
  await owner.query('update holds set expires_at = due_at + $2::interval where attempt_id = $1', [stale, '4 hours']);
  const before = await readNewestEvent(brandId);

  flowDeps.moveTo(QUIET_STARTS);
  while ((await retimeHolds(flowDeps, brandId, 100)).found > 0);
  const round = await releaseDue(flowDeps, brandId, 50);
  assert.deepEqual([round.failures, round.claimed], [[], 6]);
  assert.deepEqual(
    round.released.map(({ became }) => became).toSorted(),
    ['again', 'again', 'again', 'ended', 'ended', 'ready'],
    'a hold for which no minute is free counts as ended',
  );

  const rows = await Promise.all(unsent.map((id) => holdRow(owner, id)));
  for (const row of rows) {
    assert.deepEqual(
      [row.state, row.returned, row.held_again, row.news, row.attempt_state, row.opening_at],
      ['waiting', true, 0, 'returned', 'held', OPENS],
    );
    assert.ok(row.due_at >= OPENS && row.due_at === row.promised_at);
    assert.deepEqual(await findLiveSlots(row.id), [row.due_at]);
  }
  assert.equal(
    new Set(rows.map((row) => Math.floor(row.due_at / MINUTE))).size,
    3,
    'each returned hold has a minute of its own',
  );
  const reassigned = await holdRow(owner, ofLeaver);
  assert.deepEqual(readEnd(reassigned), ['ended', 'cancelled', 'reassigned', 'ended', 'cancelled']);
  const late = await holdRow(owner, stale);
  assert.deepEqual(readEnd(late), ['ended', 'expired', 'too_late', 'ended', 'expired']);
  for (const { id } of [reassigned, late]) assert.deepEqual(await findLiveSlots(id), []);
  const ready = await holdRow(owner, open);
  assert.deepEqual([ready.state, ready.news, ready.attempt_state], ['ready', null, 'ready']);
  assert.equal(ready.due_at, Date.parse('2026-11-25T00:00:00.000Z'), 'ready until the quiet start in Manaus');

  const states = { [ofLeaver]: 'cancelled', [stale]: 'expired', [open]: 'ready' };
  const owners = { [ofLeaver]: bruno, [open]: davi };
  const events = await listEventsAfter(brandId, before);
  assert.deepEqual(
    events.map(({ number }) => number),
    Array.from({ length: 6 }, (_, i) => before + 1 + i),
  );
  const eventById = new Map(events.map(({ body, person_id }) => [body.id, [body.state, person_id]]));
  for (const id of [...unsent, ofLeaver, stale, open]) {
    assert.deepEqual(eventById.get(id), [states[id] ?? 'held', (owners[id] ?? ana).personId]);
  }

  assert.equal((await verifyRecord(db, flowDeps.receiptKey, brandId)).broken, null);
  const differing: unknown[] = [];
  const replaying = { db, timelines: flowDeps.timelines, tzVersion: flowDeps.tzVersion };
  await replayRecord(replaying, brandId, (each) => differing.push(each));
  assert.deepEqual(differing, []);
});

function readEnd(row: Awaited<ReturnType<typeof holdRow>>) {
  return [row.state, row.ended_as, row.end_reason, row.news, row.attempt_state];
}

async function findLiveSlots(holdId: string): Promise<number[]> {
  const { rows } = await owner.query('select at from slots where hold_id = $1 and freed_at is null', [holdId]);
  return rows.map(({ at }) => Number(at));
}

async function readNewestEvent(brandId: string): Promise<number> {
  const { rows } = await owner.query('select event_number from ledgers where brand_id = $1', [brandId]);
  return Number(rows[0].event_number);
}

async function listEventsAfter(brandId: string, number: number) {
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
