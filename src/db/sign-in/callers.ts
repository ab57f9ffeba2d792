/** Who asks: the session of a token, its account and the person who holds the device, found by one statement. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A row of the function `find_caller`. The person is active and, in a turn, still with the turn's store. */
interface CallerRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly kind: AccountKind;
  readonly account_name: string;
  readonly email: string;
  readonly brand_id: string | null;
  readonly store_id: string | null;
  readonly account_person_id: string | null;
  readonly device_key: string;
  readonly began_at: Instant;
  readonly ends_at: Instant;
  readonly turn_id: string | null;
  readonly turn_ends_at: Instant | null;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly person_role: string | null;
  readonly person_store_id: string | null;
}

/**
 * The caller who shows a session's token at `now`; no row where the session is unknown, not confirmed, over, or of a closed
 * account. `touchedUntil`: the turn lasts until then at the earliest; null where the request touches nothing. A touch is
 * committed without waiting for the disk: send this statement as a transaction of its own (`runAlone`), since in a
 * deciding transaction it would make receipts non-durable (R4).
 */
export const findCaller = preparedWrite<{ token: string; now: Instant; touchedUntil: Instant | null }>()(
  'find_caller',
  (q, p) =>
    q
      .selectFrom(sql<CallerRow>`find_caller(${p.token}::text, ${instant(p.now)}, ${instant(p.touchedUntil)})`.as('c'))
      .select([
        'c.session_id as sessionId',
        'c.account_id as accountId',
        'c.kind',
        'c.account_name as accountName',
        'c.email',
        'c.brand_id as brandId',
        'c.store_id as storeId',
        'c.account_person_id as accountPersonId',
        'c.device_key as deviceKey',
        'c.began_at as beganAt',
        'c.ends_at as endsAt',
        'c.turn_id as turnId',
        'c.turn_ends_at as turnEndsAt',
        'c.person_id as personId',
        'c.person_name as personName',
        'c.person_role as personRole',
        'c.person_store_id as personStoreId',
      ]),
);
