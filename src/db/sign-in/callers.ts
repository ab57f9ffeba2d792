/**
 * Finds the caller of a request with one statement: the session of a token, its account, and the person who has the
 * turn on the device.
 */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A row of the SQL function `identify_caller`. The person is active, and in a turn still works in the turn's store. */
interface CallerRow {
  readonly sessionId: string;
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly accountName: string;
  readonly email: string;
  readonly brandId: string | null;
  readonly storeId: string | null;
  readonly accountPersonId: string | null;
  readonly deviceKey: string;
  readonly beganAt: Instant;
  readonly endsAt: Instant;
  readonly turnId: string | null;
  readonly turnEndsAt: Instant | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly personRole: string | null;
  readonly personStoreId: string | null;
  readonly hasSecondFactor: boolean;
  /** Whether the brand's setting requires a second factor of this account. */
  readonly secondFactorRequired: boolean;
  readonly confirmedAt: Instant;
}

/**
 * Finds the caller who sent a session's token at `now`. No row: the session is unknown, not confirmed or over, or the
 * account is closed. `touchedUntil`: the turn lasts until then at the earliest; null: the request does not extend the
 * turn. The extension commits without waiting for the disk, so send this statement as its own transaction (`runAlone`):
 * in a deciding transaction it would make receipts non-durable (R4).
 */
export const findCaller = preparedWrite<{ token: string; now: Instant; touchedUntil: Instant | null }>()(
  'find_caller',
  (q, p) =>
    q
      .selectFrom(
        sql<CallerRow>`identify_caller(${p.token}::text, ${instant(p.now)}, ${instant(p.touchedUntil)})`.as('c'),
      )
      .select([
        'c.sessionId',
        'c.accountId',
        'c.kind',
        'c.accountName',
        'c.email',
        'c.brandId',
        'c.storeId',
        'c.accountPersonId',
        'c.deviceKey',
        'c.beganAt',
        'c.endsAt',
        'c.turnId',
        'c.turnEndsAt',
        'c.personId',
        'c.personName',
        'c.personRole',
        'c.personStoreId',
        'c.hasSecondFactor',
        'c.secondFactorRequired',
        'c.confirmedAt',
      ]),
);
