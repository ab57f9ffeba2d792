/**
 * Reads and advances a brand's ledger: the head of its chain of receipts and of its live log. The ledger is locked
 * last, so that numbers follow the order of commits (R3).
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordset } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';

export const lockLedger = preparedWrite<{ brandId: string }>()('lock_ledger', (q, p) =>
  q.selectFrom('ledgers').where('brandId', '=', p.brandId).select(['receiptNumber', 'link', 'eventNumber']).forUpdate(),
);

export const readLedger = preparedRead<{ brandId: string }>()('read_ledger', (q, p) =>
  q.selectFrom('ledgers').where('brandId', '=', p.brandId).select(['receiptNumber', 'link']),
);

/**
 * One line of the live log. `personId` and `storeId` limit who receives the event; both null: everyone of the brand.
 */
export interface LiveEvent {
  readonly kind: 'quiet-hours' | 'attempt' | 'suggestion' | 'ticket' | 'import';
  readonly personId: string | null;
  readonly storeId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Advances the heads of the chain and of the live log, and counts new holds (H3). `from`: the remembered head onto
 * which the receipts were sealed; if the chain has advanced since, the transaction fails as a collision. `from` null:
 * the caller has locked the ledger. `to`: null if there is no receipt. `events`: the number of appended events.
 */
export const advanceLedger = preparedWrite<LedgerMove>()('advance_ledger', (q, p) =>
  q.selectNoFrom(lastEventOf(p).as('lastEvent')),
);

export interface LedgerMove {
  readonly brandId: string;
  readonly fromNumber: number | null;
  readonly fromLink: Buffer | null;
  readonly toNumber: number | null;
  readonly toLink: Buffer | null;
  readonly events: number;
  readonly holdsCreated: number;
}

function lastEventOf(p: LedgerMove) {
  return sql<number>`advance_ledger(${p.brandId}::uuid, ${p.fromNumber}::bigint, ${p.fromLink}::bytea, ${p.toNumber}::bigint,
    ${p.toLink}::bytea, ${p.events}::integer, holds => ${p.holdsCreated}::integer)`;
}

/**
 * Does what `advanceLedger` does, and appends the events (at least one); their numbers end at the new head of the log.
 * Wakes the listening servers when the transaction commits: the notification is a hint, the log is the source.
 * `placeFromEnd`: 0 for the last event.
 */
export const advanceLedgerWithEvents = preparedWrite<
  LedgerMove & { readonly list: readonly (LiveEvent & { readonly placeFromEnd: number })[]; readonly at: number }
>()('advance_ledger_with_events', (q, p) =>
  q
    .insertInto('liveEvents')
    .columns(['brandId', 'at', 'number', 'kind', 'personId', 'storeId', 'body'])
    .expression(
      sql`with moved as materialized (select ${lastEventOf(p)} as last_event)
        select ${p.brandId}::uuid, ${instant(p.at)}, m.last_event - r.place_from_end, r.kind, r.person_id, r.store_id, r.body
        from moved m, ${recordset(p.list, 'place_from_end integer, kind text, person_id uuid, store_id uuid, body jsonb')}`,
    )
    .returning(sql`pg_notify('oto_live', ${p.brandId}::text)`.as('woken')),
);

export const readEventsAfter = preparedRead<{ brandId: string; after: number; limit: number }>()(
  'read_events_after',
  (q, p) =>
    q
      .selectFrom('liveEvents')
      .where('brandId', '=', p.brandId)
      .where('number', '>', p.after)
      .orderBy('number')
      .limit(sql<number>`${p.limit}::int`)
      .select(['number', 'at', 'kind', 'personId', 'storeId', 'body']),
);

/** Reads the newest number of the log, and the oldest one that is not deleted (null: the log is empty). */
export const readLogSpan = preparedRead<{ brandId: string }>()('read_log_span', (q, p) =>
  q
    .selectFrom('ledgers as l')
    .where('l.brandId', '=', p.brandId)
    .select([
      'l.eventNumber as newest',
      sql<number | null>`(select min(e.number) from live_events e where e.brand_id = l.brand_id)`.as('oldest'),
    ]),
);

export const deleteOldEvents = preparedWrite<{ brandId: string; before: number }>()('delete_old_events', (q, p) =>
  q.deleteFrom('liveEvents').where('brandId', '=', p.brandId).where('at', '<', instant(p.before)),
);
