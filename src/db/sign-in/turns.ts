/** Turns: who holds a store's device. Receipts name them. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { records } from '#db/core/records.ts';
import { instant } from '#db/core/values.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The turn of a session that is running at `now` and whose person is still with the store; else no row. */
export const liveTurn = preparedRead<{ brandId: string; sessionId: string; now: Instant }>()('live_turn', (q, p) =>
  q
    .selectFrom('turns as t')
    .innerJoin('people as p', (join) =>
      join
        .onRef('p.brand_id', '=', 't.brand_id')
        .onRef('p.id', '=', 't.person_id')
        .onRef('p.store_id', '=', 't.store_id'),
    )
    .where('t.brand_id', '=', p.brandId)
    .where('t.session_id', '=', p.sessionId)
    .where('t.ended_at', 'is', null)
    .where('t.ends_at', '>', instant(p.now))
    .where('p.active', '=', true)
    .select([
      't.id as turnId',
      't.ends_at as turnEndsAt',
      'p.id as personId',
      'p.name as personName',
      'p.role as personRole',
      'p.store_id as personStoreId',
    ]),
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
      ended_at: sql<never>`least(ends_at, ${instant(p.now)})`,
      ended_how: sql<string>`case when ends_at <= ${instant(p.now)} then 'idle' else ${p.how}::text end`,
    })
    .where('brand_id', '=', p.brandId)
    .where('session_id', '=', p.sessionId)
    .where('ended_at', 'is', null),
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
    brand_id: p.brandId,
    id: p.id,
    session_id: p.sessionId,
    store_id: p.storeId,
    person_id: p.personId,
    began_at: instant(p.now),
    touched_at: instant(p.now),
    ends_at: instant(p.endsAt),
  }),
);

/** These turns last until then at the earliest. */
export const extendTurns = preparedWrite<{
  brandId: string;
  turns: readonly { readonly turnId: string; readonly endsAt: Instant }[];
}>()('extend_turns', (q, p) =>
  q
    .with('r', records(p.turns, '"turnId" uuid, "endsAt" timestamptz'))
    .updateTable('turns as t')
    .from('r')
    .set({ ends_at: sql<never>`greatest(t.ends_at, r."endsAt")` })
    .where('t.brand_id', '=', p.brandId)
    .whereRef('t.id', '=', 'r.turnId')
    .where('t.ended_at', 'is', null),
);
