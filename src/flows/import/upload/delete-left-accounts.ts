/** Deletes the sign-in accounts of stores that the undo of an import has deleted. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Reads } from '#db/core/db.ts';
import { deleteAccounts, findMissingStores, listAccountsOfStores } from '#db/sign-in/account/deleted-store-accounts.ts';

export interface LeftAccountDeps {
  readonly db: Reads;
  readonly auth: AuthDb;
}

/**
 * Deletes the accounts of the brand whose store does not exist. The accounts are read before the stores: a store is always
 * committed before its account is created, so that no account of a new store is taken for one of a deleted store.
 */
export async function deleteLeftAccounts({ db, auth }: LeftAccountDeps, brandId: string): Promise<void> {
  const accounts = await listAccountsOfStores(auth, brandId);
  if (accounts.length === 0) return;
  const storeIds = accounts.map(({ storeId }) => storeId);
  const [found] = await db.read(brandId, (reads) => reads.run(findMissingStores, { brandId, storeIds }));
  const missing = new Set(found?.ids);
  const left = accounts.filter(({ storeId }) => missing.has(storeId));
  await deleteAccounts(
    auth,
    left.map(({ accountId }) => accountId),
  );
}
