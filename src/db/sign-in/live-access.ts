/** Finds which sessions, turns and people of open live streams still have access, many at a time. */
import { sql } from 'kysely';
import type { AuthDb } from '#db/core/auth-db.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Returns the ids of the sessions that are not over at `now` and whose account is active. */
export async function findOpenSessions(db: AuthDb, ids: readonly string[], now: Instant): Promise<ReadonlySet<string>> {
  const rows = await db.run<{ id: string }>('open_sessions', OPEN_SESSIONS, [ids, new Date(now)]);
  return new Set(rows.map(({ id }) => id));
}

const OPEN_SESSIONS = `
  select s."id" from auth.session s join auth."user" u on u."id" = s."userId"
  where s."id" = any($1) and s."expiresAt" > $2 and s."deviceKey" <> '' and u."active"`;

/** Finds the turns that run at `now` in these sessions and whose person is active and works in the store. */
export const findLiveTurns = preparedRead<{ brandId: string; sessionIds: readonly string[]; now: Instant }>()(
  'find_live_turns',
  (q, p) =>
    q
      .selectFrom('turns as t')
      .innerJoin('people as p', (join) =>
        join.onRef('p.brandId', '=', 't.brandId').onRef('p.id', '=', 't.personId').onRef('p.storeId', '=', 't.storeId'),
      )
      .where('t.brandId', '=', p.brandId)
      .where(sql<boolean>`t.session_id = any(${p.sessionIds}::uuid[])`)
      .where('t.endedAt', 'is', null)
      .where('t.endsAt', '>', instant(p.now))
      .where('p.active', '=', true)
      .select(['t.id as turnId', 'p.id as personId', 'p.role', 'p.storeId']),
);

/** Finds the active ones among these people. */
export const findActivePeople = preparedRead<{ brandId: string; personIds: readonly string[] }>()(
  'find_active_people',
  (q, p) =>
    q
      .selectFrom('people')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`id = any(${p.personIds}::uuid[])`)
      .where('active', '=', true)
      .select(['id as personId', 'role', 'storeId']),
);
