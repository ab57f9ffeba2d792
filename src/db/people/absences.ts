/** Reads and writes days off of sellers and store managers. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

export type AbsencePasses = 'nothing' | 'to_one' | 'spread';

/** Finds a person with the zone of the person's store. No row: there is no such person, or the person has no store. */
export const findPersonOfStore = preparedRead<{ brandId: string; personId: string }>()('find_person_of_store', (q, p) =>
  q
    .selectFrom('people as p')
    .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'p.brandId').onRef('s.id', '=', 'p.storeId'))
    .where('p.brandId', '=', p.brandId)
    .where('p.id', '=', p.personId)
    .select(['p.id', 'p.name', 'p.active', 's.id as storeId', 's.zone']),
);

export interface NewAbsence {
  readonly brandId: string;
  readonly id: string;
  readonly personId: string;
  readonly storeId: string;
  readonly from: string;
  readonly until: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly passes: AbsencePasses;
  readonly passToId: string | null;
  readonly by: string;
  readonly at: number;
}

export const insertAbsence = preparedWrite<NewAbsence>()('insert_absence', (q, p) =>
  q.insertInto('absences').values({
    brandId: p.brandId,
    id: p.id,
    personId: p.personId,
    storeId: p.storeId,
    fromOn: p.from,
    untilOn: p.until,
    startsAt: instant(p.startsAt),
    endsAt: instant(p.endsAt),
    passes: p.passes,
    passToId: p.passToId,
    createdBy: p.by,
    createdAt: instant(p.at),
  }),
);

/** Finds a person's absence that has not ended and shares a day with the given dates. The caller has locked the person. */
export const findOverlappingAbsence = preparedRead<{
  brandId: string;
  personId: string;
  from: string;
  until: string;
}>()('find_overlapping_absence', (q, p) =>
  q
    .selectFrom('absences')
    .where('brandId', '=', p.brandId)
    .where('personId', '=', p.personId)
    .where('endedAt', 'is', null)
    .where('fromOn', '<=', p.until)
    .where('untilOn', '>=', p.from)
    .limit(1)
    .select('id'),
);

const absenceColumns = [
  'a.id',
  'a.personId',
  'a.storeId',
  'a.fromOn',
  'a.untilOn',
  'a.startsAt',
  'a.endsAt',
  'a.passes',
  'a.passToId',
  'a.moveId',
  'a.isStarted',
  'a.createdBy',
  'a.endedAt',
] as const;

/** Locks an absence until the end of the transaction, so that its start and its end are carried out once. */
export const lockAbsence = preparedWrite<{ brandId: string; id: string }>()('lock_absence', (q, p) =>
  q
    .selectFrom('absences as a')
    .where('a.brandId', '=', p.brandId)
    .where('a.id', '=', p.id)
    .select(absenceColumns)
    .forUpdate(),
);

export const findAbsence = preparedRead<{ brandId: string; id: string }>()('find_absence', (q, p) =>
  q.selectFrom('absences as a').where('a.brandId', '=', p.brandId).where('a.id', '=', p.id).select(absenceColumns),
);

/**
 * Lists absences that have not ended, or that ended after `endedSince`, by their start; null fields do not filter.
 * `recipients`: the people who got something, with what they got.
 */
export const listAbsences = preparedRead<{
  brandId: string;
  personId: string | null;
  storeId: string | null;
  endedSince: number;
  limit: number;
}>()('list_absences', (q, p) =>
  q
    .selectFrom('absences as a')
    .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'a.brandId').onRef('w.id', '=', 'a.personId'))
    .leftJoin('people as t', (on) => on.onRef('t.brandId', '=', 'a.brandId').onRef('t.id', '=', 'a.passToId'))
    .leftJoin('portfolioMoves as m', (on) => on.onRef('m.brandId', '=', 'a.brandId').onRef('m.id', '=', 'a.moveId'))
    .where('a.brandId', '=', p.brandId)
    .where(sql<boolean>`(${p.personId}::uuid is null or a.person_id = ${p.personId}::uuid)`)
    .where(sql<boolean>`(${p.storeId}::uuid is null or a.store_id = ${p.storeId}::uuid)`)
    .where(sql<boolean>`(a.ended_at is null or a.ended_at >= ${instant(p.endedSince)})`)
    .orderBy('a.startsAt')
    .orderBy('a.id')
    .limit(sql<number>`${p.limit}::int`)
    .select(absenceColumns)
    .select([
      'w.name as personName',
      't.name as passToName',
      'm.suggestions',
      'm.holdsPassed',
      sql<string[]>`array(select distinct r.name from portfolio_move_customers c
          join people r on r.brand_id = c.brand_id and r.id = c.to_id
          where c.brand_id = a.brand_id and c.move_id = a.move_id order by 1)`.as('recipients'),
    ]),
);

/** Lists the absences whose start or end is due by the app's clock. */
export const listDueAbsences = preparedRead<{ brandId: string; at: number }>()('list_due_absences', (q, p) =>
  q
    .selectFrom('absences as a')
    .where('a.brandId', '=', p.brandId)
    .where('a.endedAt', 'is', null)
    .where(sql<boolean>`(a.ends_at <= ${instant(p.at)} or (not a.is_started and a.starts_at <= ${instant(p.at)}))`)
    .orderBy('a.startsAt')
    .orderBy('a.id')
    .select(['a.id', 'a.endsAt']),
);

export const markAbsenceStarted = preparedWrite<{ brandId: string; id: string; moveId: string | null }>()(
  'mark_absence_started',
  (q, p) =>
    q
      .updateTable('absences')
      .set({ isStarted: true, moveId: p.moveId })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.id),
);

/** Marks an absence as ended; `by` null: the last day has passed. */
export const markAbsenceEnded = preparedWrite<{ brandId: string; id: string; by: string | null; at: number }>()(
  'mark_absence_ended',
  (q, p) =>
    q
      .updateTable('absences')
      .set({ endedAt: instant(p.at), endedBy: p.by })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.id)
      .where('endedAt', 'is', null),
);
