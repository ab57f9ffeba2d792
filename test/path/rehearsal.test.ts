/** The rehearsal of a day says in which minute each held contact becomes ready, moves or ends; the day that follows does just that. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Chance, chanceOf } from '#chaos/seeded-random.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { carryOutDueAbsences } from '#flows/customers/absences/carry-out-absence.ts';
import { makeAbsence } from '#flows/customers/absences/make-absence.ts';
import { thinOut } from '#flows/holds/rehearsal/thin-out.ts';
import { rehearseDay } from '#flows/reports/rehearsal/rehearse-day.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { quietFrom } from '#kit/context-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, holdRow, openDaily } from '#kit/hold-helpers.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Monday, 22:14 in São Paulo. Quiet hours end at 08:00, and the store opens at 10:00. */
const NIGHT = '2026-11-24T01:14:00.000Z';
const TUESDAY = '2026-11-24';
const TUESDAY_ENDS = Date.parse('2026-11-25T03:00:00.000Z');

type FlowDeps = ReturnType<typeof createFlowDeps>;
type Brand = Awaited<ReturnType<typeof aBrand>>;

/** A brand that was given random facts which move contacts: a small limit, short hours, silences, a cool-down, stops, days off. */
async function randomNight(chance: Chance) {
  const pace = chance.pick([
    DEFAULT_POLICY.pace,
    { ...DEFAULT_POLICY.pace, seller: { max: 1, perMinutes: 45, action: 'block' as const }, releaseSpreadMinutes: 20 },
    { ...DEFAULT_POLICY.pace, releaseSpreadMinutes: 5 },
  ]);
  const brand = await aBrand(owner, { policy: quietFrom('20:00', '08:00', { pace }) });
  const closes = chance.pick([1320, 610, 660]);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, closes);
  const flowDeps = createFlowDeps(db, NIGHT);
  const sellers = [brand.ana, brand.bruno] as const;
  const attemptIds: string[] = [];
  for (let i = 0; i < 8; i++) {
    const seller = chance.pick(sellers);
    const customerId = await brand.customer(seller);
    const { attempt } = await hold(flowDeps, seller, customerId);
    attemptIds.push(attempt.id);
    // Two sellers hold a contact for one customer: the cool-down stops the second.
    const other = chance.happens(30) ? sellers.find((each) => each !== seller) : undefined;
    if (other) attemptIds.push((await hold(flowDeps, other, customerId)).attempt.id);
    await changeFacts(chance, brand, customerId, seller);
  }
  if (chance.happens(50))
    await owner.query('update brands set cool_down_days = 1 where brand_id = $1', [brand.brandId]);
  if (chance.happens(40)) {
    const pass = chance.pick(['spread', brand.bruno.personId]);
    const wish = { from: TUESDAY, until: TUESDAY, pass, dryRun: false };
    await makeAbsence(flowDeps, brand.gestora as never, brand.ana.personId, wish);
  }
  return { brand, flowDeps, attemptIds };
}

/** Writes what happens between the promise and the minute without a new timing: only the release finds it. */
async function changeFacts(
  chance: Chance,
  { brandId }: Brand,
  customerId: string,
  { personId }: Someone,
): Promise<void> {
  if (chance.happens(15)) {
    await owner.query('update customers set opted_out_at = $2 where id = $1', [customerId, NIGHT]);
  } else if (chance.happens(20)) {
    await owner.query(
      `insert into asked_silences (brand_id, id, customer_id, days, starts, ends, made_at, made_by)
       values ($1, $2, $3, '{mon,tue,wed,thu,fri,sat,sun}', '00:00', $4, $5, $6)`,
      [brandId, chance.uuid(), customerId, chance.pick(['14:00', '24:00', '10:30']), NIGHT, personId],
    );
  } else if (chance.happens(10)) {
    await owner.query(`update customers set permission = 'unknown' where id = $1`, [customerId]);
  }
}

/** Lives through the day: every hold is released at its minute, and its seller sends at once what is ready. */
async function liveThroughTuesday(flowDeps: FlowDeps, { brandId, ana, bruno }: Brand): Promise<void> {
  const sent = new Map<string, boolean>();
  const sellers = new Map([ana, bruno].map((seller) => [seller.personId, seller]));
  flowDeps.moveTo('2026-11-24T03:00:00.000Z');
  await carryOutDueAbsences({ ...flowDeps, isClosing: () => false } as never, brandId);
  for (;;) {
    const { rows } = await owner.query(
      `select due_at from holds where brand_id = $1 and ended_at is null and due_at < $2 order by due_at, id limit 1`,
      [brandId, new Date(TUESDAY_ENDS)],
    );
    const dueAt = rows[0]?.due_at;
    if (dueAt === undefined) return;
    flowDeps.moveTo(new Date(Math.max(Number(dueAt), flowDeps.now())).toISOString());
    await dispatch(flowDeps, brandId);
    const ready = await owner.query(
      `select attempt_id, customer_id, seller_id from holds where brand_id = $1 and state = 'ready' and ended_at is null and ready_at = $2
       order by id`,
      [brandId, new Date(flowDeps.now())],
    );
    for (const { attempt_id: attemptId, customer_id: customerId, seller_id: sellerId } of ready.rows) {
      const isSecond = sent.has(`${customerId} ${flowDeps.now()}`);
      const answer = await attemptContact(flowDeps, sellers.get(sellerId) as Someone, aWish(customerId, { attemptId }));
      sent.set(`${customerId} ${flowDeps.now()}`, true);
      if (answer.kind !== 'allowed')
        assert.ok(isSecond, 'only a second contact of the minute is refused to its seller');
    }
  }
}

/** Returns what became of each held contact on Tuesday, from the log of holds. */
async function readFates(brandId: string) {
  const { rows } = await owner.query(
    `select distinct on (h.attempt_id) h.attempt_id, e.kind, e.at, e.to_at, e.reason, h.seller_id
     from holds h join hold_events e on e.brand_id = h.brand_id and e.hold_id = h.id
     where h.brand_id = $1 and e.at > $2 and e.at < $3
       and (e.kind in ('ready', 'moved', 'returned') or (e.kind = 'ended' and e.reason <> 'handed_over'))
     order by h.attempt_id, e.number desc`,
    [brandId, NIGHT, new Date(TUESDAY_ENDS)],
  );
  return new Map(
    rows.map(({ attempt_id, kind, at, to_at, reason, seller_id }) => [
      attempt_id,
      {
        kind: kind === 'returned' ? 'moved' : kind,
        at: Number(at),
        toAt: to_at && Number(to_at),
        reason,
        sellerId: seller_id,
      },
    ]),
  );
}

for (let seed = 1; seed <= 8; seed++) {
  test(`the day does to the minute what the rehearsal said (${seed})`, async () => {
    const { brand, flowDeps, attemptIds } = await randomNight(chanceOf(seed));
    const wish = { storeId: brand.stores.paulista, sellerId: null, date: null };
    const rehearsed = await rehearseDay(flowDeps, brand.brandId, wish, flowDeps.now());
    assert.ok(rehearsed);
    assert.equal(rehearsed.date, TUESDAY);
    assert.equal(rehearsed.isWhole, true);
    await liveThroughTuesday(flowDeps, brand);

    const lived = await readFates(brand.brandId);
    const said = new Map(
      rehearsed.contacts.map(({ attemptId, sellerId, event }) => {
        const [toAt, reason] = [
          event.kind === 'moved' ? event.toAt : null,
          event.kind === 'ended' ? event.reason : null,
        ];
        return [attemptId, { kind: event.kind, at: event.at, toAt, reason, sellerId }];
      }),
    );
    assert.deepEqual(sorted(said), sorted(lived));
    assert.ok(said.size > 0 && said.size <= attemptIds.length);
    const ready = rehearsed.contacts.filter(({ event }) => event.kind === 'ready').length;
    assert.equal(
      rehearsed.hours.reduce((sum, count) => sum + count, 0),
      ready,
    );
    assert.equal(
      rehearsed.sellers.reduce((sum, { count }) => sum + count, 0),
      ready,
    );
  });
}

function sorted<T>(fates: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...fates].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

async function twoHeld() {
  const brand = await aBrand(owner);
  await openDaily(owner, brand.brandId, brand.stores.paulista, 600, 1320);
  const flowDeps = createFlowDeps(db, NIGHT);
  const holdFor = async (seller: Someone) => (await hold(flowDeps, seller, await brand.customer(seller))).attempt.id;
  const [first, second] = [await holdFor(brand.ana), await holdFor(brand.ana)];
  const wish = { storeId: brand.stores.paulista, sellerId: null };
  const rehearse = (date: string | null = null) =>
    rehearseDay(flowDeps, brand.brandId, { ...wish, date }, flowDeps.now());
  return { brand, flowDeps, first, second, holdFor, rehearse };
}

test('a contact that is ready and not sent comes back the next morning, and the rehearsal says so at dusk', async () => {
  const { brand, flowDeps, first, rehearse } = await twoHeld();
  const { due_at: dueAt } = await holdRow(owner, first);
  flowDeps.moveTo(new Date(dueAt).toISOString());
  await dispatch(flowDeps, brand.brandId);
  // Tuesday, 19:30: half an hour before quiet hours.
  flowDeps.moveTo('2026-11-24T22:30:00.000Z');
  await dispatch(flowDeps, brand.brandId);
  const read = await rehearse();
  assert.equal(read?.date, '2026-11-25', 'the store is open, so the next day is meant');
  assert.deepEqual(
    read?.contacts.map(({ event }) => event.kind),
    ['ready', 'ready'],
  );
  const comesBack = read?.contacts.find(({ attemptId }) => attemptId === first);
  flowDeps.moveTo('2026-11-24T23:00:00.000Z');
  await dispatch(flowDeps, brand.brandId);
  assert.equal((await holdRow(owner, first)).due_at, comesBack?.event.at);
});

test('a seller who is away has no capacity, and a date without an opening has none for anybody', async () => {
  const { brand, flowDeps, rehearse } = await twoHeld();
  const wish = { from: '2026-11-25', until: '2026-11-25', pass: 'nothing', dryRun: false };
  await makeAbsence(flowDeps, brand.gestora as never, brand.bruno.personId, wish);
  const [tuesday, wednesday] = [await rehearse(TUESDAY), await rehearse('2026-11-25')];
  // From 10:00 to 20:00, ten contacts in ten minutes.
  const capacityOf = (read: typeof tuesday) =>
    read?.sellers.map(({ name, capacity, isAway }) => [name, capacity, isAway]);
  assert.deepEqual(capacityOf(tuesday), [
    ['Ana Lima', 600, false],
    ['Bruno Reis', 600, false],
  ]);
  assert.deepEqual(capacityOf(wednesday), [
    ['Ana Lima', 600, false],
    ['Bruno Reis', 0, true],
  ]);
  await owner.query('delete from store_hours where store_id = $1 and weekday = 1', [brand.stores.paulista]);
  assert.deepEqual((await rehearse(TUESDAY))?.open, []);
});

test('thinning out moves a contact to the first free minute after the day, keeps the others, and never into quiet hours (H6, H7)', async () => {
  const { brand, flowDeps, first, second } = await twoHeld();
  const before = await holdRow(owner, first);
  const thinned = await thinOut(flowDeps, brand.ana, { attemptIds: [second], date: TUESDAY });
  assert.ok(thinned !== 'not_found');
  assert.deepEqual(thinned.notMoved, []);
  const [moved] = thinned.moved;
  const after = await holdRow(owner, second);
  assert.equal(after.due_at, moved?.to);
  const opens = Date.parse('2026-11-25T13:00:00.000Z');
  assert.ok(after.due_at >= opens && after.due_at < opens + 2 * HOUR + 10 * MINUTE);
  assert.equal(after.opening_at, opens);
  assert.deepEqual(await holdRow(owner, first), before);
  const again = await thinOut(flowDeps, brand.ana, { attemptIds: [second], date: TUESDAY });
  assert.deepEqual(again, { moved: [], notMoved: [second] });
});

test('nobody thins out what is out of reach: a colleague’s contact, or another brand’s', async () => {
  const { brand, flowDeps, first, holdFor } = await twoHeld();
  const ofBruno = await holdFor(brand.bruno);
  assert.equal(await thinOut(flowDeps, brand.ana, { attemptIds: [first, ofBruno], date: TUESDAY }), 'not_found');
  const other = await aBrand(owner);
  assert.equal(await thinOut(flowDeps, other.gestora, { attemptIds: [first], date: TUESDAY }), 'not_found');
  const byManager = await thinOut(flowDeps, brand.carla, { attemptIds: [first, ofBruno], date: TUESDAY });
  assert.ok(byManager !== 'not_found');
  assert.equal(byManager.moved.length, 2);
});
