/** Held contacts whose time has come: claimed by one server at a time, by lease and fencing number (H1). */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { records } from '#db/core/recordset.ts';
import { type InstantValue, instant, json } from '#db/core/sql-values.ts';

/** Brands with something to do, by the application's clock; leases run by the host's. */
export const findBrandsWithDue = preparedRead<{ byApp: number; byHost: number }>()('find_brands_with_due', (q, p) =>
  q.selectNoFrom(
    sql<string[]>`array(select brands_with_due(${instant(p.byApp)}, ${instant(p.byHost)}))`.as('brandIds'),
  ),
);

/**
 * Takes the longest due, past those that others hold. Each claim has a fence of its own. An array, since the database may
 * ask a subquery of `in` once for each row, and would then take more than `limit`.
 */
export const claimDueHolds = preparedWrite<{
  brandId: string;
  byApp: number;
  byHost: number;
  leaseUntil: number;
  limit: number;
}>()('claim_due_holds', (q, p) =>
  q
    .updateTable('holds as h')
    .set({ leaseUntil: instant(p.leaseUntil), fence: sql`h.fence + 1` })
    .where('h.brandId', '=', p.brandId)
    .where(
      sql<boolean>`h.id = any(array(select d.id from holds d where d.brand_id = ${p.brandId}::uuid and d.ended_at is null
        and d.parked_at is null and d.due_at <= ${instant(p.byApp)} and lease_is_over(d.lease_until, ${instant(p.byHost)})
        order by d.due_at, d.id limit ${p.limit}::int for update skip locked))`,
    )
    .returning(['h.id', 'h.fence', 'h.attemptId', 'h.customerId', 'h.sellerId', 'h.storeId']),
);

/** As they stand now, until the transaction's end: whoever's fence is another has lost them. */
export const lockClaimedHolds = preparedWrite<{ brandId: string; ids: readonly string[] }>()(
  'lock_claimed_holds',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .where('h.brandId', '=', p.brandId)
      .where(sql<boolean>`h.id = any(${p.ids}::uuid[])`)
      .where('h.endedAt', 'is', null)
      .orderBy('h.id')
      .select([
        'h.id',
        'h.fence',
        'h.attemptId',
        'h.customerId',
        'h.sellerId',
        'h.storeId',
        'h.origin',
        'h.state',
        'h.dueAt',
        'h.promisedAt',
        'h.openingAt',
        'h.heldAt',
        'h.expiresAt',
        'h.heldAgain',
        'h.returned',
        'h.passedBy',
        'h.calendar',
      ])
      // A hold that has not ended.
      .$narrowType<{ state: 'waiting' | 'ready' }>()
      .forUpdate(),
);

/**
 * Let go without a change: they are tried again when the lease is over. What was claimed anew or changed meanwhile is
 * left alone, and so is what somebody holds: there the old lease runs out.
 */
export const releaseClaims = preparedWrite<{
  brandId: string;
  claims: readonly { readonly id: string; readonly fence: number }[];
  leaseUntil: number;
}>()('release_claims', (q, p) =>
  q
    .updateTable('holds')
    .set({ leaseUntil: instant(p.leaseUntil) })
    .where('brandId', '=', p.brandId)
    .where(
      sql<boolean>`id = any(array(select d.id from holds d
        join jsonb_to_recordset(${json(p.claims)}) as r(id uuid, fence bigint) on r.id = d.id and r.fence = d.fence
        where d.brand_id = ${p.brandId}::uuid and d.ended_at is null order by d.id for update of d skip locked))`,
    ),
);

/** A failure more; after `most` of them it is parked, and stops nobody. */
export const recordClaimFailure = preparedWrite<{
  brandId: string;
  id: string;
  fence: number;
  why: string;
  leaseUntil: number;
  most: number;
  at: number;
}>()('record_claim_failure', (q, p) =>
  q
    .updateTable('holds')
    .set({
      failures: sql`failures + 1`,
      leaseUntil: instant(p.leaseUntil),
      parkedAt: sql`case when failures + 1 >= ${p.most}::int then ${instant(p.at)} end`,
      parkedWhy: p.why,
    })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .where('fence', '=', p.fence)
    .where('endedAt', 'is', null),
);

/** One server of all looks at a brand's times at a moment: two would find the same, and one of them for nothing. */
export const tryRetimingLock = preparedWrite<{ brandId: string }>()('try_retiming_lock', (q, p) =>
  q.selectNoFrom(
    sql<boolean>`pg_try_advisory_xact_lock(hashtextextended('retiming ' || ${p.brandId}::text, 0))`.as('mine'),
  ),
);

/** Live ones that were timed under an earlier calendar (H6): the earliest first, so that none waits while changes follow one another; a seller's together. */
export const findStaleHolds = preparedRead<{ brandId: string; calendar: number; limit: number }>()(
  'find_stale_holds',
  (q, p) =>
    q
      .selectFrom((inner) =>
        inner
          .selectFrom('holds')
          .where('brandId', '=', p.brandId)
          .where('endedAt', 'is', null)
          .where('calendar', '<', p.calendar)
          .orderBy('calendar')
          .orderBy('sellerId')
          .orderBy('dueAt')
          .orderBy('id')
          .limit(sql<number>`${p.limit}::int`)
          .select([
            'brandId',
            'id',
            'customerId',
            'calendar',
            'sellerId',
            'storeId',
            'dueAt',
            'openingAt',
            'heldAt',
            'expiresAt',
            'state',
            'fence',
          ])
          .as('h'),
      )
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'h.brandId').onRef('c.id', '=', 'h.customerId'))
      .orderBy('h.calendar')
      .orderBy('h.sellerId')
      .orderBy('h.dueAt')
      .orderBy('h.id')
      .select([
        'h.id',
        'h.sellerId',
        'h.storeId',
        'h.dueAt',
        'h.openingAt',
        'h.heldAt',
        'h.expiresAt',
        'h.state',
        'h.fence',
        'c.phone',
        'c.city',
        'c.state as customerState',
        'c.toldZone',
        'c.contactFromMinute',
      ]),
);

/** Those of them that nobody has in hand, taken until the transaction's end. */
export const lockStaleHolds = preparedWrite<{ brandId: string; ids: readonly string[] }>()('lock_stale_holds', (q, p) =>
  q
    .selectFrom('holds')
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`id = any(${p.ids}::uuid[])`)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .select(['id', 'fence', 'dueAt', 'state'])
    .forUpdate(),
);

/** They were looked at under this calendar, and keep their minute. */
export const markHoldsRetimed = preparedWrite<{ brandId: string; ids: readonly string[]; calendar: number }>()(
  'mark_holds_retimed',
  (q, p) =>
    q
      .updateTable('holds')
      .set({ calendar: p.calendar })
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`id = any(${p.ids}::uuid[])`),
);

/** Nothing of the brand's is left to look at under this calendar. */
export const recordRetimingProgress = preparedWrite<{ brandId: string; calendar: number }>()(
  'record_retiming_progress',
  (q, p) =>
    q
      .insertInto('looks')
      .values({ brandId: p.brandId, calendar: p.calendar })
      .onConflict((clash) => clash.column('brandId').doUpdateSet({ calendar: p.calendar })),
);

/** Until when ready ones stay so, under this calendar; whoever had claimed one for another end has lost it. */
export const updateReadyUntil = preparedWrite<{
  brandId: string;
  ready: readonly { readonly id: string; readonly dueAt: string }[];
  calendar: number;
}>()('update_ready_until', (q, p) =>
  q
    .with('r', records<{ id: string; dueAt: InstantValue }>(p.ready, 'id uuid, due_at timestamptz'))
    .updateTable('holds as h')
    .from('r')
    .set(({ ref }) => ({
      dueAt: ref('r.dueAt'),
      calendar: p.calendar,
      leaseUntil: sql`case when h.due_at = r.due_at then h.lease_until end`,
      fence: sql`h.fence + (h.due_at <> r.due_at)::int`,
    }))
    .where('h.brandId', '=', p.brandId)
    .whereRef('h.id', '=', 'r.id')
    .where('h.state', '=', 'ready'),
);

/** What the times of held contacts depend on, shared until the transaction's end: none changes meanwhile. */
export const lockTimingRevisionShared = preparedWrite<{ brandId: string }>()('lock_timing_revision_shared', (q, p) =>
  q
    .selectFrom('policyHeads as h')
    .innerJoin('brands as b', 'b.brandId', 'h.brandId')
    .leftJoin('looks as l', 'l.brandId', 'h.brandId')
    .where('h.brandId', '=', p.brandId)
    .select(['h.calendar', 'h.revision', 'l.calendar as retimedTo', 'b.plan', 'b.zone', 'b.storeZones'])
    .forShare(['h', 'b']),
);

/** Something that times depend on is about to change: decisions wait, and all that waits is looked at anew (A5, H6). */
export const advanceTimingRevision = preparedWrite<{ brandId: string }>()('advance_timing_revision', (q, p) =>
  q.updateTable('policyHeads').set({ calendar: sql`calendar + 1` }).where('brandId', '=', p.brandId),
);

/** Wakes the dispatchers of all servers when the transaction commits; without it they look each second. */
export const wakeDispatchers = preparedWrite<Record<never, never>>()('wake_dispatchers', (q) =>
  q.selectNoFrom(sql`pg_notify('oto_due', '')`.as('woken')),
);

/** H3, for metrics: what waits, what is ready, what is parked. */
export const countOpenHolds = preparedRead<{ brandId: string }>()('count_open_holds', (q, p) =>
  q
    .selectFrom('holds')
    .where('brandId', '=', p.brandId)
    .where('endedAt', 'is', null)
    .select([
      sql<number>`count(*) filter (where state = 'waiting')`.as('waiting'),
      sql<number>`count(*) filter (where state = 'ready')`.as('ready'),
      sql<number>`count(*) filter (where parked_at is not null)`.as('parked'),
    ]),
);

/** H3: created, by the ledger, beside what became of them, by the rows. */
export const countHoldsByEnd = preparedRead<{ brandId: string }>()('count_holds_by_end', (q, p) =>
  q
    .selectFrom('ledgers as l')
    .where('l.brandId', '=', p.brandId)
    .select([
      'l.holdsCreated as created',
      sql<Readonly<Record<string, number>>>`coalesce((select jsonb_object_agg(w.what, w.n) from (
          select coalesce(h.ended_as, 'waiting') as what, count(*) as n from holds h
          where h.brand_id = l.brand_id group by 1) w), '{}'::jsonb)`.as('became'),
    ]),
);
