/**
 * Claims due holds, one server per hold at a time, by lease and fence number (H1), and finds holds whose minute must be
 * checked again after a change of the hours (H6).
 */
import { sql } from 'kysely';
import { selectAskedSilences } from '#db/contact/asked-silences.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordsQuery } from '#db/core/recordset.ts';
import { type InstantValue, instant, json } from '#db/core/sql-values.ts';

/**
 * Finds the brands with due holds, or with holds that were timed under an earlier timing revision. Due times are
 * compared with the app's clock, leases with the host's clock.
 */
export const findBrandsWithDue = preparedRead<{ byApp: number; byHost: number }>()('find_brands_with_due', (q, p) =>
  q.selectNoFrom(
    sql<string[]>`array(select brands_with_due(${instant(p.byApp)}, ${instant(p.byHost)}))`.as('brandIds'),
  ),
);

/**
 * Claims the holds that have been due longest, and skips rows that another transaction has locked. Each claim gets a
 * new fence number. The ids are an array, because the database may run a subquery of `in` once per row, and would then
 * claim more than `limit`.
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

/**
 * Locks claimed holds until the end of the transaction and reads them. A caller whose fence number is outdated has lost
 * its claim and must not change the hold.
 */
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
        'h.timingRevision',
      ])
      // The hold has not ended, so its state is one of two.
      .$narrowType<{ state: 'waiting' | 'ready' }>()
      .forUpdate(),
);

/**
 * Returns claims without a change of their holds: the holds may be claimed again from `leaseUntil` on. Skips holds that
 * were claimed again or changed meanwhile, and holds that another transaction has locked, whose old lease expires by
 * itself.
 */
export const returnClaims = preparedWrite<{
  brandId: string;
  claims: readonly { readonly id: string; readonly fence: number }[];
  leaseUntil: number;
}>()('return_claims', (q, p) =>
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

/**
 * Records a failure of a claimed hold. After `most` failures the hold is parked and delays no other hold. `parkedWhy`
 * is set at every failure, also while the hold is not parked yet.
 */
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

/**
 * Tries to lock the brand's retiming until the end of the transaction: `mine` is false if another server has the lock.
 * Two servers would compute the same minutes twice.
 */
export const tryRetimingLock = preparedWrite<{ brandId: string }>()('try_retiming_lock', (q, p) =>
  q.selectNoFrom(
    sql<boolean>`pg_try_advisory_xact_lock(hashtextextended('retiming ' || ${p.brandId}::text, 0))`.as('mine'),
  ),
);

/**
 * Finds live holds whose minute was computed under an earlier timing revision (H6). Those with the earliest revision
 * come first, so that no hold is left behind while changes follow one another; the holds of one seller come together.
 */
export const findStaleHolds = preparedRead<{ brandId: string; timingRevision: number; limit: number }>()(
  'find_stale_holds',
  (q, p) =>
    q
      .selectFrom((inner) =>
        inner
          .selectFrom('holds')
          .where('brandId', '=', p.brandId)
          .where('endedAt', 'is', null)
          .where('timingRevision', '<', p.timingRevision)
          .orderBy('timingRevision')
          .orderBy('sellerId')
          .orderBy('dueAt')
          .orderBy('id')
          .limit(sql<number>`${p.limit}::int`)
          .select([
            'brandId',
            'id',
            'customerId',
            'timingRevision',
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
      .orderBy('h.timingRevision')
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
        selectAskedSilences(),
      ]),
);

/** Locks these holds until the end of the transaction, except those that have ended. */
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

/** Records that these holds were checked under this timing revision and keep their minute. */
export const markHoldsRetimed = preparedWrite<{ brandId: string; ids: readonly string[]; timingRevision: number }>()(
  'mark_holds_retimed',
  (q, p) =>
    q
      .updateTable('holds')
      .set({ timingRevision: p.timingRevision })
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`id = any(${p.ids}::uuid[])`),
);

/** Records that all holds of the brand were checked under this timing revision. */
export const recordRetimingProgress = preparedWrite<{ brandId: string; timingRevision: number }>()(
  'record_retiming_progress',
  (q, p) =>
    q
      .insertInto('retimingProgress')
      .values({ brandId: p.brandId, timingRevision: p.timingRevision })
      .onConflict((clash) => clash.column('brandId').doUpdateSet({ timingRevision: p.timingRevision })),
);

/**
 * Sets `dueAt` of ready holds anew, under this timing revision: in a ready hold `dueAt` is the instant at which it ends
 * being ready. A server that claimed such a hold for the old instant loses its claim.
 */
export const updateReadyUntil = preparedWrite<{
  brandId: string;
  ready: readonly { readonly id: string; readonly dueAt: string }[];
  timingRevision: number;
}>()('update_ready_until', (q, p) =>
  q
    .with('r', recordsQuery<{ id: string; dueAt: InstantValue }>(p.ready, 'id uuid, due_at timestamptz'))
    .updateTable('holds as h')
    .from('r')
    .set(({ ref }) => ({
      dueAt: ref('r.dueAt'),
      timingRevision: p.timingRevision,
      leaseUntil: sql`case when h.due_at = r.due_at then h.lease_until end`,
      fence: sql`h.fence + (h.due_at <> r.due_at)::int`,
    }))
    .where('h.brandId', '=', p.brandId)
    .whereRef('h.id', '=', 'r.id')
    .where('h.state', '=', 'ready'),
);

/**
 * Reads what the times of held contacts depend on, and locks it shared until the end of the transaction: the policy
 * head with the timing revision, and the brand's row with its plan, zone and store zones.
 */
export const lockTimingRevisionShared = preparedWrite<{ brandId: string }>()('lock_timing_revision_shared', (q, p) =>
  q
    .selectFrom('policyHeads as h')
    .innerJoin('brands as b', 'b.brandId', 'h.brandId')
    .leftJoin('retimingProgress as l', 'l.brandId', 'h.brandId')
    .where('h.brandId', '=', p.brandId)
    .select(['h.timingRevision', 'h.revision', 'l.timingRevision as retimedTo', 'b.plan', 'b.zone', 'b.storeZones'])
    .forShare(['h', 'b']),
);

/**
 * Increments the timing revision in the transaction of a change that affects times: decisions wait, and all live holds
 * are checked again (A5, H6). `calendar` is the column's name in SQL, see `column-names.ts`.
 */
export const advanceTimingRevision = preparedWrite<{ brandId: string }>()('advance_timing_revision', (q, p) =>
  q.updateTable('policyHeads').set({ timingRevision: sql`calendar + 1` }).where('brandId', '=', p.brandId),
);

/** Wakes the dispatchers of all servers when the transaction commits. Without this message they check once a second. */
export const wakeDispatchers = preparedWrite<Record<never, never>>()('wake_dispatchers', (q) =>
  q.selectNoFrom(sql`pg_notify('oto_due', '')`.as('woken')),
);

/** Counts the open holds for metrics: waiting, ready and parked (H3). */
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

/**
 * Reads the number of created holds, counted by the ledger, and the numbers of holds by their end, counted from the
 * rows (H3).
 */
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
