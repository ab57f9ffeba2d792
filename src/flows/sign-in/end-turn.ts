/** Ends a turn on a device: for the next person (Trocar), or with the sign-out. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import { deleteSubscription } from '#db/push/push-subscriptions.ts';
import { endSession, type OpenSession } from '#db/sign-in/sessions.ts';
import { endOpenTurn } from '#db/sign-in/turns.ts';
import type { Instant } from '#rules/time/interval.ts';

interface Deps {
  readonly auth: AuthDb;
  readonly db: Database;
  readonly hostNow: () => Instant;
}

/** Ends the open turn; the store stays signed in. Nothing happens where nobody has the turn. */
export async function endTurn(
  { db, hostNow }: Omit<Deps, 'auth'>,
  { id: sessionId, brandId }: OpenSession,
  how: 'switched' | 'signed_out' = 'switched',
): Promise<void> {
  if (brandId === null) return;
  await db.inBrand(brandId, async (tx) => tx.send(endOpenTurn, { brandId, sessionId, now: hostNow(), how }));
}

/** Signs a device out. The turn ends first, so that the device is locked where the second step fails. */
export async function signOut(deps: Deps, session: OpenSession): Promise<void> {
  const { kind, brandId, deviceKey } = session;
  if (kind === 'store') await endTurn(deps, session, 'signed_out');
  // Notifications of a device end with its session.
  if (brandId !== null) {
    await deps.db.inBrand(brandId, async (tx) => tx.send(deleteSubscription, { brandId, deviceKey, personId: null }));
  }
  await endSession(deps.auth, session.id);
}
