/** Closes a store for good, once its people, customers and held contacts have been moved. */
import { lockBrandPeople } from '#db/people/person-changes.ts';
import { lockPolicyExclusive } from '#db/policy/policy-lock.ts';
import { deactivateStoreAccounts } from '#db/stores/store-accounts.ts';
import { insertStoreChange } from '#db/stores/store-changes.ts';
import { lockStore, markStoreClosed, readStore as readStoreRow } from '#db/stores/store-list.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { reachesStore } from './read-stores.ts';
import { changeOf, retime } from './save-store.ts';
import type { StoreDeps } from './store-deps.ts';
import { endStoreSessions } from './store-sign-in.ts';

export interface InTheWay {
  readonly people: number;
  readonly customers: number;
  readonly held: number;
}

export type CloseStoreAnswer =
  | { readonly kind: 'closed' | 'not_found' }
  | { readonly kind: 'store_in_use'; readonly inTheWay: InTheWay };

/**
 * Closes the store in one commit, and then its sign-in. A repeated call for a closed store closes the sign-in again,
 * for the case that the second step failed.
 */
export async function closeStore(deps: StoreDeps, author: PersonActor, id: string): Promise<CloseStoreAnswer> {
  const { brandId, personId: by } = author;
  if (!reachesStore(author, id, 'close_store')) return { kind: 'not_found' };
  const answer = await deps.db.inBrand<CloseStoreAnswer>(brandId, async (tx) => {
    // No contact can be started or held in the store while the policy is locked.
    tx.send(lockPolicyExclusive, { brandId });
    // Nobody can be added to the store, moved there or made active again while the brand's people are locked.
    tx.send(lockBrandPeople, { brandId });
    const [locked] = await tx.run(lockStore, { brandId, id });
    const [store] = await tx.run(readStoreRow, { brandId, id });
    if (!locked || !store) return { kind: 'not_found' };
    if (locked.closedAt !== null) return { kind: 'closed' };
    const { people, customers, held } = store;
    if (people + customers + held > 0) return { kind: 'store_in_use', inTheWay: { people, customers, held } };
    tx.send(markStoreClosed, { brandId, id, by, at: deps.now() });
    retime(tx, brandId);
    tx.send(insertStoreChange, changeOf(deps, author, id, 'closed'));
    return { kind: 'closed' };
  });
  if (answer.kind !== 'closed') return answer;
  await deactivateStoreAccounts(deps.auth, { brandId, storeId: id, at: deps.hostNow() });
  await endStoreSessions(deps, author, id, null);
  return answer;
}
