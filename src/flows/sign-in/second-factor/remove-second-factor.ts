/** Removes a second factor that was lost: by support for a person of a brand, by another support person, by an operator. */

import { findAccount, listPersonAccounts, removeSecondFactor } from '#db/sign-in/second-factor.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import { insertSupportAccess } from '#db/support/support-access-log.ts';
import { endAllSessions } from '#flows/sign-in/account/own-sessions.ts';
import type { SecondFactorDeps } from './second-factor-deps.ts';

type Deps = Pick<SecondFactorDeps, 'auth' | 'db' | 'hostNow' | 'newId'>;

export interface Remover {
  readonly supportId: string;
  readonly name: string;
}

export type RemovalAnswer = { readonly kind: 'done' | 'not_found' | 'second_factor_off' | 'forbidden' };

/**
 * Removes the second factor of a person of a brand. The brand's log of support's accesses is written first, so that no
 * removal is without its entry. The sessions end with their turns and notifications before the second factor goes,
 * because nobody could find the devices afterwards.
 */
export async function removeOfPerson(
  { auth, db, hostNow, newId }: Deps,
  { supportId, name }: Remover,
  { brandId, personId, reason }: { readonly brandId: string; readonly personId: string; readonly reason: string },
): Promise<RemovalAnswer> {
  const accounts = await listPersonAccounts(auth, brandId);
  const account = accounts.find((each) => each.personId === personId);
  if (account === undefined) return { kind: 'not_found' };
  if (!account.on) return { kind: 'second_factor_off' };
  const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId }));
  const at = hostNow();
  const access = {
    brandId,
    id: newId(),
    at,
    supportId,
    supportName: name,
    what: `second factor of ${person?.name ?? personId}`,
    reason,
  };
  await db.inBrand(brandId, async (tx) =>
    tx.send(insertSupportAccess, { ...access, attemptId: null, searched: null, unlessSince: null }),
  );
  await endAllSessions({ auth, db, hostNow }, { accountId: account.accountId, brandId });
  const removal = { id: newId(), removedBy: supportId, reason };
  return { kind: (await removeSecondFactor(auth, account.accountId, removal, at)) ? 'done' : 'second_factor_off' };
}

/** Removes the second factor of another support person. Nobody removes the own one so. */
export async function removeOfSupport(
  { auth, hostNow, newId }: Omit<Deps, 'db'>,
  supportId: string,
  { email, reason }: { readonly email: string; readonly reason: string },
): Promise<RemovalAnswer> {
  const account = await findAccount(auth, email.toLowerCase());
  if (account?.kind !== 'support') return { kind: 'not_found' };
  if (account.id === supportId) return { kind: 'forbidden' };
  if (!account.hasSecondFactor) return { kind: 'second_factor_off' };
  const removal = { id: newId(), removedBy: supportId, reason };
  return { kind: (await removeSecondFactor(auth, account.id, removal, hostNow())) ? 'done' : 'second_factor_off' };
}

/** Removes the second factor of any account, as the operator of the installation. */
export async function removeAsOperator({ auth, db, hostNow, newId }: Deps, email: string): Promise<RemovalAnswer> {
  const account = await findAccount(auth, email.toLowerCase());
  if (account === null) return { kind: 'not_found' };
  if (!account.hasSecondFactor) return { kind: 'second_factor_off' };
  await endAllSessions({ auth, db, hostNow }, { accountId: account.id, brandId: account.brandId });
  const removal = { id: newId(), removedBy: 'operator', reason: 'npm run admin -- remove-second-factor' };
  return { kind: (await removeSecondFactor(auth, account.id, removal, hostNow())) ? 'done' : 'second_factor_off' };
}
