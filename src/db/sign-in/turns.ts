/** Reads and writes turns: who uses a store's device, and until when. Receipts name the turn. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordsQuery } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Finds the session's turn that runs at `now` and whose person still works in the store; else no row. */
export const findLiveTurn = preparedRead<{ brandId: string; sessionId: string; now: Instant }>()(
  'find_live_turn',
  (q, p) =>
    q
      .selectFrom('turns as t')
      .innerJoin('people as p', (join) =>
        join.onRef('p.brandId', '=', 't.brandId').onRef('p.id', '=', 't.personId').onRef('p.storeId', '=', 't.storeId'),
      )
      .where('t.brandId', '=', p.brandId)
      .where('t.sessionId', '=', p.sessionId)
      .where('t.endedAt', 'is', null)
      .where('t.endsAt', '>', instant(p.now))
      .where('p.active', '=', true)
      .select([
        't.id as turnId',
        't.endsAt as turnEndsAt',
        'p.id as personId',
        'p.name as personName',
        'p.role as personRole',
        'p.storeId as personStoreId',
      ]),
);

/** Ends the open turn of a session, if there is one: as idle if its time was over already, else as `how` says. */
export const endOpenTurn = preparedWrite<{
  brandId: string;
  sessionId: string;
  now: Instant;
  how: 'switched' | 'signed_out';
}>()('end_open_turn', (q, p) =>
  q
    .updateTable('turns')
    .set({
      endedAt: sql<never>`least(ends_at, ${instant(p.now)})`,
      endedHow: sql<
        'idle' | 'switched' | 'signed_out'
      >`case when ends_at <= ${instant(p.now)} then 'idle' else ${p.how}::text end`,
    })
    .where('brandId', '=', p.brandId)
    .where('sessionId', '=', p.sessionId)
    .where('endedAt', 'is', null),
);

/** Begins a turn. End the last turn before, since a session has at most one open turn. */
export const insertTurn = preparedWrite<{
  brandId: string;
  id: string;
  sessionId: string;
  storeId: string;
  personId: string;
  now: Instant;
  endsAt: Instant;
}>()('insert_turn', (q, p) =>
  q.insertInto('turns').values({
    brandId: p.brandId,
    id: p.id,
    sessionId: p.sessionId,
    storeId: p.storeId,
    personId: p.personId,
    beganAt: instant(p.now),
    touchedAt: instant(p.now),
    endsAt: instant(p.endsAt),
  }),
);

/** Extends these turns until the given instant, never shortens them. */
export const extendTurns = preparedWrite<{
  brandId: string;
  turns: readonly { readonly turnId: string; readonly endsAt: Instant }[];
}>()('extend_turns', (q, p) =>
  q
    .with('r', recordsQuery(p.turns, 'turn_id uuid, ends_at timestamptz'))
    .updateTable('turns as t')
    .from('r')
    .set({ endsAt: sql<never>`greatest(t.ends_at, r.ends_at)` })
    .where('t.brandId', '=', p.brandId)
    .whereRef('t.id', '=', 'r.turnId')
    .where('t.endedAt', 'is', null),
);
