/** A brand begins: itself and its manager in one commit, then the manager's way in. What was cut off between is made up for. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import { createBrand, findBrandIdBySlug } from '#db/people/brands.ts';
import { upsertPeople } from '#db/people/people.ts';
import { hasAccount, managersWithoutAccount } from '#db/sign-in/missing-sign-ins.ts';
import type { Accounts } from '#flows/people/accounts.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type Credentials, createPersonAccount } from './accounts.ts';
import type { BrandWish } from './admin-arguments.ts';

export interface OpenBrandDeps {
  readonly db: Database;
  readonly auth: AuthDb;
  readonly accounts: Accounts;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/**
 * The brand has no store and no policy yet, and one manager, whose credentials are answered. Of a brand that is there
 * but whose manager cannot come in, only the account is made. Throws `CannotStart` where there is nothing to make.
 */
export async function openBrand(deps: OpenBrandDeps, wish: BrandWish): Promise<Credentials> {
  const { email } = wish.manager;
  const waiting = await waitingManager(deps, wish.slug);
  if (waiting === 'none') throw new CannotStart(`There is a brand “${wish.slug}” already. Nothing was made.`);
  if (await hasAccount(deps.auth, email)) throw emailTaken(email);
  const manager = waiting === 'no_brand' ? await founded(deps, wish) : waiting;
  const given = await createPersonAccount(deps.accounts, { ...manager, email });
  if (given === null) throw emailTaken(email);
  return given;
}

interface Manager {
  readonly brandId: string;
  readonly personId: string;
  readonly name: string;
}

/** Of the brand with this slug, a manager who cannot come in yet. */
async function waitingManager({ db, auth }: OpenBrandDeps, slug: string): Promise<Manager | 'none' | 'no_brand'> {
  const [found] = await db.readOutside((reads) => reads.run(findBrandIdBySlug, { slug }));
  if (!found?.brandId) return 'no_brand';
  const { brandId } = found;
  const [manager] = await managersWithoutAccount(db, auth, brandId);
  return manager ? { brandId, personId: manager.id, name: manager.name } : 'none';
}

async function founded({ db, now, newId }: OpenBrandDeps, { manager: { name }, ...wish }: BrandWish): Promise<Manager> {
  const [brandId, personId, at] = [newId(), newId(), now()];
  const manager = { id: personId, code: null, name, role: 'brand_manager', storeId: null, active: true } as const;
  await db.inBrand(brandId, async (tx) => {
    createBrand(tx, { ...wish, brandId }, at);
    tx.send(upsertPeople, { brandId, people: [manager], at });
  });
  return { brandId, personId, name };
}

function emailTaken(email: string): CannotStart {
  return new CannotStart(`${email} has an account already: give the brand’s manager another (--manager EMAIL).`);
}
