/** Finds and deletes the accounts of stores that no longer exist, because the import that created them was undone. */
import { sql } from 'kysely';
import type { AuthDb } from '#db/core/auth-db.ts';
import { preparedRead } from '#db/core/prepared.ts';

export interface AccountOfStore {
  readonly accountId: string;
  readonly storeId: string;
  /** Whether somebody chose the password, or a device is signed in. */
  readonly isUsed: boolean;
}

/** Lists the accounts of all stores of the brand. */
export async function listAccountsOfStores(auth: AuthDb, brandId: string): Promise<readonly AccountOfStore[]> {
  const rows = await auth.q
    .selectFrom('user as u')
    .where('u.kind', '=', 'store')
    .where('u.brandId', '=', brandId)
    .select((of) => [
      'u.id as accountId',
      'u.storeId',
      'u.mustChangePassword',
      of.exists(of.selectFrom('session as s').whereRef('s.userId', '=', 'u.id').select('s.id')).as('isSignedIn'),
    ])
    .execute();
  return rows.map(({ accountId, storeId, mustChangePassword, isSignedIn }) => ({
    accountId,
    storeId: storeId as string,
    isUsed: !mustChangePassword || isSignedIn === true,
  }));
}

/** Returns those of the ids that no store of the brand has, open or closed. */
export const findMissingStores = preparedRead<{ brandId: string; storeIds: readonly string[] }>()(
  'find_missing_stores',
  (q, p) =>
    q.selectNoFrom(
      sql<string[]>`array(select id from unnest(${p.storeIds}::uuid[]) as of(id)
        where not exists (select from stores s where s.brand_id = ${p.brandId}::uuid and s.id = of.id))`.as('ids'),
    ),
);

/** Deletes accounts with their passwords and sessions. */
export async function deleteAccounts(auth: AuthDb, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  await auth.q.deleteFrom('user').where('id', 'in', accountIds).execute();
}
