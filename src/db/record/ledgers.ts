/** The head of a brand's chain of receipts and of its live log: locked last, so that numbers follow commits (R3). */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordset } from '#db/core/records.ts';
import { instant } from '#db/core/values.ts';

export const lockLedger = preparedWrite<{ brandId: string }>()('lock_ledger', (q, p) =>
  q.selectFrom('ledgers').where('brandId', '=', p.brandId).select(['receiptNumber', 'link', 'eventNumber']).forUpdate(),
);

export const ledgerRead = preparedRead<{ brandId: string }>()('ledger_read', (q, p) =>
  q.selectFrom('ledgers').where('brandId', '=', p.brandId).select(['receiptNumber', 'link']),
);

/** One line of the live log; `personId`/`storeId` narrow who hears it, null: everybody of the brand. */
export interface LiveEvent {
  readonly kind: 'quiet-hours' | 'attempt' | 'suggestion' | 'ticket';
  readonly personId: string | null;
  readonly storeId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Moves the heads of the chain and of the live log and counts new holds (H3). `from`: the head that the receipts were sealed
 * onto without having read it; where the chain has moved on, the transaction fails as a collision. Null: the caller has
 * locked the ledger. `to`: null where there is no receipt. `events`: how many are appended.
 */
export const advanceLedger = preparedWrite<{
  brandId: string;
  fromNumber: number | null;
  fromLink: Buffer | null;
  toNumber: number | null;
  toLink: Buffer | null;
  events: number;
  holdsCreated: number;
}>()('advance_ledger', (q, p) =>
  q.selectNoFrom(
    sql<number>`advance_ledger(${p.brandId}::uuid, ${p.fromNumber}::bigint, ${p.fromLink}::bytea, ${p.toNumber}::bigint,
      ${p.toLink}::bytea, ${p.events}::integer, holds => ${p.holdsCreated}::integer)`.as('lastEvent'),
  ),
);

/**
 * Appends to the live log, below the number to which `advanceLedger` has just moved it, and wakes listening servers when the
 * transaction commits: the notice is a hint, the log the truth.
 */
export const insertLiveEvents = preparedWrite<{
  brandId: string;
  events: readonly (LiveEvent & { readonly place: number })[];
  at: number;
}>()('insert_live_events', (q, p) =>
  q
    .insertInto('liveEvents')
    .columns(['brandId', 'at', 'number', 'kind', 'personId', 'storeId', 'body'])
    .expression(
      sql`select l.brand_id, ${instant(p.at)}, l.event_number - r.place, r.kind, r.person_id, r.store_id, r.body
        from ledgers l, ${recordset(p.events, 'place integer, kind text, person_id uuid, store_id uuid, body jsonb')}
        where l.brand_id = ${p.brandId}::uuid`,
    )
    .returning(sql`pg_notify('oto_live', ${p.brandId}::text)`.as('woken')),
);

export const eventsAfter = preparedRead<{ brandId: string; after: number; limit: number }>()('events_after', (q, p) =>
  q
    .selectFrom('liveEvents')
    .where('brandId', '=', p.brandId)
    .where('number', '>', p.after)
    .orderBy('number')
    .limit(sql<number>`${p.limit}::int`)
    .select(['number', 'at', 'kind', 'personId', 'storeId', 'body']),
);

/** The newest number, and the oldest still kept (null where the log is empty). */
export const logSpan = preparedRead<{ brandId: string }>()('log_span', (q, p) =>
  q
    .selectFrom('ledgers as l')
    .where('l.brandId', '=', p.brandId)
    .select([
      'l.eventNumber as newest',
      sql<number | null>`(select min(e.number) from live_events e where e.brand_id = l.brand_id)`.as('oldest'),
    ]),
);

export const eventsForgotten = preparedWrite<{ brandId: string; before: number }>()('events_forgotten', (q, p) =>
  q.deleteFrom('liveEvents').where('brandId', '=', p.brandId).where('at', '<', instant(p.before)),
);
