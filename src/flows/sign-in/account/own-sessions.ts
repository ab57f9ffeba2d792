/** Ends sessions of an account. A session's turn and its device's notifications end with it. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import { deleteSubscription } from '#db/push/push-subscriptions.ts';
import { type AccountSession, endSessions, listAccountSessions } from '#db/sign-in/account/account-sessions.ts';
import { endOpenTurn } from '#db/sign-in/turns.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface OwnSessionsDeps {
  readonly auth: AuthDb;
  readonly db: Database;
  readonly hostNow: () => Instant;
}

/** The account whose sessions end; `brandId` null: support, which has no turns and gets no notifications. */
interface AccountOfBrand {
  readonly accountId: string;
  readonly brandId: string | null;
}

/** Ends one session of the account. Returns false if the account has no such session. */
export async function endOneSession(deps: OwnSessionsDeps, account: AccountOfBrand, id: string): Promise<boolean> {
  return (await endThose(deps, account, (session) => session.id === id)) > 0;
}

/** Ends all sessions of the account. */
export async function endAllSessions(deps: OwnSessionsDeps, account: AccountOfBrand): Promise<void> {
  await endThose(deps, account, () => true);
}

/** Ends all sessions of the account except the given one. */
export async function endOtherSessions(
  deps: OwnSessionsDeps,
  session: AccountOfBrand & { readonly id: string },
): Promise<void> {
  await endThose(deps, session, ({ id }) => id !== session.id);
}

/** The turns end first, so that the devices are locked where the second step fails. */
async function endThose(
  { auth, db, hostNow }: OwnSessionsDeps,
  { accountId, brandId }: AccountOfBrand,
  isEnding: (session: AccountSession) => boolean,
): Promise<number> {
  const now = hostNow();
  const ending = (await listAccountSessions(auth, accountId, now)).filter(isEnding);
  if (brandId !== null && ending.length > 0) {
    await db.inBrand(brandId, async (tx) => {
      for (const { id: sessionId, deviceKey } of ending) {
        tx.send(endOpenTurn, { brandId, sessionId, now, how: 'signed_out' });
        tx.send(deleteSubscription, { brandId, deviceKey, personId: null });
      }
    });
  }
  await endSessions(
    auth,
    ending.map(({ id }) => id),
  );
  return ending.length;
}
