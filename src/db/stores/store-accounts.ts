/** Reads and closes the accounts with which stores sign in. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface StoreAccount {
  readonly accountId: string;
  readonly storeId: string;
  readonly email: string;
  readonly mustChangePassword: boolean;
  /** When the password was set, or was made a one-time password. */
  readonly passwordSetAt: Instant;
}

/** Lists the accounts of a brand's stores, the oldest account of a store first; `storeId` null: of all stores. */
export async function listStoreAccounts(
  auth: AuthDb,
  brandId: string,
  storeId: string | null,
): Promise<readonly StoreAccount[]> {
  const rows = await auth.q
    .selectFrom('user as u')
    .innerJoin('account as a', 'a.userId', 'u.id')
    .where('u.kind', '=', 'store')
    .where('u.brandId', '=', brandId)
    .$if(storeId !== null, (query) => query.where('u.storeId', '=', storeId))
    .orderBy('u.createdAt')
    .orderBy('u.id')
    .select(['u.id as accountId', 'u.storeId', 'u.email', 'u.mustChangePassword', 'a.updatedAt'])
    .execute();
  return rows.map(({ updatedAt, storeId: of, ...row }) => ({
    ...row,
    storeId: of as string,
    passwordSetAt: updatedAt.getTime(),
  }));
}

/** Closes all accounts of a store: nobody can sign in with them any more. */
export async function deactivateStoreAccounts(
  auth: AuthDb,
  { brandId, storeId, at }: { readonly brandId: string; readonly storeId: string; readonly at: Instant },
): Promise<void> {
  await auth.q
    .updateTable('user')
    .set({ active: false, updatedAt: new Date(at) })
    .where('kind', '=', 'store')
    .where('brandId', '=', brandId)
    .where('storeId', '=', storeId)
    .execute();
}
