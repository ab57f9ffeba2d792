/** Reads what a rehearsal needs about a store apart from its customers: days off, usual hours of contact and held contacts. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Lists the days off of a store's people that end on a date or later, as `YYYY-MM-DD`. */
export const listDaysOff = preparedRead<{ brandId: string; storeId: string; from: string }>()('list_days_off', (q, p) =>
  q
    .selectFrom('absences as a')
    .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'a.brandId').onRef('w.id', '=', 'a.personId'))
    .where('a.brandId', '=', p.brandId)
    .where('w.storeId', '=', p.storeId)
    .where('a.endedBy', 'is', null)
    .where(sql<boolean>`a.until_on >= ${p.from}::date`)
    .select(['a.personId', sql<string>`a.from_on::text`.as('from'), sql<string>`a.until_on::text`.as('until')]),
);

/** Counts what a store's sellers sent since a date, by the hour of the store's clock; the zero UUID stands for all sellers. */
export const countSentByHour = preparedRead<{ brandId: string; storeId: string; since: string }>()(
  'count_sent_by_hour',
  (q, p) =>
    q
      .selectFrom('reportHours as r')
      .where('r.brandId', '=', p.brandId)
      .where('r.storeId', '=', p.storeId)
      .where(sql<boolean>`r.counted_on >= ${p.since}::date`)
      .where('r.hour', '<', 24)
      .groupBy(['r.sellerId', 'r.hour'])
      .select(['r.sellerId', 'r.hour', sql<number>`sum(r.sent)::int`.as('sent')]),
);

/** Lists the held contacts of a store by their minute, with the campaign that suggested each. */
export const listHoldsAhead = preparedRead<{ brandId: string; storeId: string }>()('list_holds_ahead', (q, p) =>
  q
    .selectFrom('holds as h')
    .innerJoin('attempts as a', (on) => on.onRef('a.brandId', '=', 'h.brandId').onRef('a.id', '=', 'h.attemptId'))
    .leftJoin('suggestions as g', (on) => on.onRef('g.brandId', '=', 'a.brandId').onRef('g.id', '=', 'a.suggestionId'))
    .where('h.brandId', '=', p.brandId)
    .where('h.storeId', '=', p.storeId)
    .where('h.state', '=', sql.lit('waiting'))
    .where('h.endedAt', 'is', null)
    .orderBy('h.dueAt')
    .orderBy('h.id')
    .select(['h.customerId', 'h.sellerId', 'h.dueAt', 'h.expiresAt', 'g.campaignId']),
);

/** Lists the slots of a store's people from an instant on. */
export const listSlotsOfStore = preparedRead<{ brandId: string; storeId: string; from: number }>()(
  'list_slots_of_store',
  (q, p) =>
    q
      .selectFrom('slots as t')
      .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 't.brandId').onRef('w.id', '=', 't.queueId'))
      .where('t.brandId', '=', p.brandId)
      .where('w.storeId', '=', p.storeId)
      .where('t.at', '>=', instant(p.from))
      .where('t.lapsed', '=', false)
      .select(['t.queueId', 't.at', 't.openingAt', sql<boolean>`t.freed_at is not null`.as('freed')]),
);

/** Reads the names of people of the brand. */
export const readNamesOfPeople = preparedRead<{ brandId: string; ids: readonly string[] }>()(
  'read_names_of_people',
  (q, p) =>
    q
      .selectFrom('people as w')
      .where('w.brandId', '=', p.brandId)
      .where(sql<boolean>`w.id = any(${p.ids}::uuid[])`)
      .select(['w.id', 'w.name']),
);
