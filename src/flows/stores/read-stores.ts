/** Reads the list of stores that a manager reaches, and one store with its sign-in and its last changes. */
import { listStoreAccounts, type StoreAccount } from '#db/stores/store-accounts.ts';
import { listStoreChanges } from '#db/stores/store-changes.ts';
import { listStoreRows, readStore as readStoreRow } from '#db/stores/store-list.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { mayReach, scopeOf } from '#rules/people/access.ts';
import type { Operation } from '#rules/people/access-table.ts';
import { isOneTimeOver } from '#rules/sign-in/one-time-life.ts';
import { findStores, type StoreSearch } from '#rules/stores/find-stores.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { StoreDeps } from './store-deps.ts';

type ReadDeps = Pick<StoreDeps, 'db' | 'auth' | 'hostNow'>;

export interface StoresWanted extends StoreSearch {
  readonly show: 'open' | 'closed' | 'all';
}

export type SignInState = 'none' | 'one_time' | 'expired' | 'active';

export async function listStores({ db, auth, hostNow }: ReadDeps, viewer: PersonActor, wanted: StoresWanted) {
  const { brandId } = viewer;
  const { storeId } = scopeOf('read_stores', viewer);
  const [rows, accounts] = await Promise.all([
    db.read(brandId, (reads) => reads.run(listStoreRows, { brandId, storeId })),
    listStoreAccounts(auth, brandId, storeId),
  ]);
  const shown = rows.filter(
    ({ closedAt }) => wanted.show === 'all' || (closedAt === null) === (wanted.show === 'open'),
  );
  const { stores, ...page } = findStores(shown, wanted);
  const byStore = Map.groupBy(accounts, ({ storeId: of }) => of);
  const now = hostNow();
  return {
    ...page,
    stores: stores.map((store) => ({ ...store, signIn: signInOf(byStore.get(store.id)?.[0], now) })),
  };
}

export type StoreView = NonNullable<Awaited<ReturnType<typeof readStore>>>;

/** Returns null if the brand has no such store, or the viewer does not reach the store with the operation. */
export async function readStore(
  { db, auth, hostNow }: ReadDeps,
  viewer: PersonActor,
  id: string,
  operation: Operation = 'read_stores',
) {
  if (!reachesStore(viewer, id, operation)) return null;
  const { brandId } = viewer;
  const [[store], changes, [account]] = await Promise.all([
    db.read(brandId, (reads) => reads.run(readStoreRow, { brandId, id })),
    db.read(brandId, (reads) => reads.run(listStoreChanges, { brandId, storeId: id })),
    listStoreAccounts(auth, brandId, id),
  ]);
  if (!store) return null;
  return { ...store, changes, email: account?.email ?? null, signIn: signInOf(account, hostNow()) };
}

export function reachesStore(viewer: PersonActor, storeId: string, operation: Operation): boolean {
  return mayReach(operation, viewer, { personId: null, storeId });
}

function signInOf(account: StoreAccount | undefined, now: Instant): SignInState {
  if (account === undefined) return 'none';
  if (!account.mustChangePassword) return 'active';
  return isOneTimeOver(account.passwordSetAt, now) ? 'expired' : 'one_time';
}
