/** Turns: who holds a store's device. Receipts name them. */
import { sql } from 'kysely';
import type { Tx } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';
import { TURN_AWAY_MS } from '#rules/sign-in/turn.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The turn of a session that is running at `now` and whose person is still with the store; else no row. */
export const liveTurn = preparedRead<{ brandId: string; sessionId: string; now: Instant }>()('live_turn', (q, p) =>
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
    .select(['t.id as turnId', 't.endsAt', 'p.id as personId', 'p.name', 'p.role']),
);

/**
 * The same, touched: it ends at `endsAt` at the earliest. Written without waiting for the disk: a crash may forget a
 * touch, and then the PIN is asked for a little early.
 */
export const touchedTurn = preparedWrite<{ brandId: string; sessionId: string; now: Instant; endsAt: Instant }>()(
  'touched_turn',
  (q, p) =>
    q
      .updateTable('turns as t')
      .from('people as p')
      .from(sql<{ set: string }>`(select set_config('synchronous_commit', 'off', true) as set)`.as('hurry'))
      .set({
        touchedAt: instant(p.now),
        endsAt: sql<never>`greatest(t.ends_at, ${instant(p.endsAt)})`,
      })
      .whereRef('p.brandId', '=', 't.brandId')
      .whereRef('p.id', '=', 't.personId')
      .whereRef('p.storeId', '=', 't.storeId')
      .where('t.brandId', '=', p.brandId)
      .where('t.sessionId', '=', p.sessionId)
      .where('t.endedAt', 'is', null)
      .where('t.endsAt', '>', instant(p.now))
      .where('p.active', '=', true)
      .returning(['t.id as turnId', 't.endsAt', 'p.id as personId', 'p.name', 'p.role']),
);

/** Ends the open turn of a session, if there is one: as idle where its time was up already, else as `how` says. */
export const turnEnded = preparedWrite<{
  brandId: string;
  sessionId: string;
  now: Instant;
  how: 'switched' | 'signed_out';
}>()('turn_ended', (q, p) =>
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

/** A session has one open turn: end the last before. */
export const turnBegun = preparedWrite<{
  brandId: string;
  id: string;
  sessionId: string;
  storeId: string;
  personId: string;
  now: Instant;
  endsAt: Instant;
}>()('turn_begun', (q, p) =>
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

const turnAway = preparedWrite<{ brandId: string; turnId: string; endsAt: Instant }>()('turn_away', (q, p) =>
  q
    .updateTable('turns')
    .set({ endsAt: sql<never>`greatest(ends_at, ${instant(p.endsAt)})` })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.turnId)
    .where('endedAt', 'is', null),
);

/**
 * The person was handed over to WhatsApp: for ten minutes the turn waits for the return. Sent with the rest of the
 * transaction, without a round trip of its own. `now` is the host's clock, not the demo's.
 */
export function extendTurnForHandoff(tx: Tx, brandId: string, turnId: string, now: Instant): void {
  tx.send(turnAway, { brandId, turnId, endsAt: now + TURN_AWAY_MS });
}
