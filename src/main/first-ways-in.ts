/** After an import: every new store gets an account, every new seller a PIN, each to be used once and told once. */
import type { AuthDb } from '#db/auth-db.ts';
import { peopleWithoutPin, storesWithoutAccount } from '#db/ways-in.ts';
import type { Accounts } from '#flows/accounts.ts';
import type { SetPinDeps } from '#flows/set-pin.ts';
import { createStoreAccount, giveOneTimePin } from './accounts.ts';

export interface WaysInDeps extends SetPinDeps {
  readonly auth: AuthDb;
  readonly accounts: Accounts;
}

export interface StoreWayIn {
  readonly store: string;
  readonly email: string;
  readonly password: string;
}

export interface SellerWayIn {
  readonly store: string;
  readonly seller: string;
  readonly code: string | null;
  readonly pin: string;
}

/**
 * For every store of the brand that has no account: also one of an import that was cut off before it got here. The
 * e-mail is made of its code and the brand's slug, under a domain that can be nobody's.
 */
export async function giveStoreAccounts(deps: WaysInDeps, brandId: string, slug: string): Promise<StoreWayIn[]> {
  const ways: StoreWayIn[] = [];
  for (const { id, code, name } of await storesWithoutAccount(deps.db, deps.auth, brandId)) {
    const mailbox = code.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    for (const email of [`${mailbox}@${slug}.example`, `${mailbox}-${id.slice(-6)}@${slug}.example`]) {
      const made = await createStoreAccount(deps.accounts, { brandId, storeId: id, name, email });
      if (made === null) continue;
      ways.push({ store: `${code} ${name}`, email: made.email, password: made.password });
      break;
    }
  }
  return ways;
}

/** For every active person of a store who has no PIN there. Stores side by side, for each PIN costs a hash. */
export async function giveSellerPins(deps: WaysInDeps, brandId: string): Promise<SellerWayIn[]> {
  const people = await deps.db.read(brandId, (reads) => reads.run(peopleWithoutPin, { brandId }));
  const byStore = [...Map.groupBy(people, ({ storeId }) => storeId).values()];
  const ways = await Promise.all(
    byStore.map(async (colleagues) => {
      const given: SellerWayIn[] = [];
      for (const { personId, storeId, storeName, name, code } of colleagues) {
        const pin = await giveOneTimePin(deps, { brandId, storeId, personId });
        given.push({ store: storeName, seller: name, code, pin });
      }
      return given;
    }),
  );
  return ways.flat();
}
