/** Creates a brand: the brand and its manager in one commit, then the manager's account. A repeated run completes an interrupted one. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import { findBrandIdBySlug } from '#db/people/brands.ts';
import { hasAccount, managersWithoutAccount } from '#db/sign-in/missing-sign-ins.ts';
import type { Accounts } from '#flows/people/accounts.ts';
import { createBrand } from '#flows/people/create-brand.ts';
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
 * Creates a brand with one manager and without a store or a policy, and returns the manager's credentials. If the brand exists
 * and its manager has no account, creates only the account. Throws `CannotStart` if there is nothing to create.
 */
export async function openBrand(deps: OpenBrandDeps, wish: BrandWish): Promise<Credentials> {
  const { email } = wish.manager;
  const waiting = await waitingManager(deps, wish.slug);
  if (waiting === 'none') throw slugTaken(wish.slug);
  if (await hasAccount(deps.auth, email)) throw emailTaken(email);
  const manager = waiting === 'no_brand' ? await createBrandWithManager(deps, wish) : waiting;
  const given = await createPersonAccount(deps.accounts, { ...manager, email });
  if (given === null) throw emailTaken(email);
  return given;
}

interface Manager {
  readonly brandId: string;
  readonly personId: string;
  readonly name: string;
}

/** Returns a manager without an account of the brand with this slug; `none` if all have one, `no_brand` if there is no such brand. */
async function waitingManager({ db, auth }: OpenBrandDeps, slug: string): Promise<Manager | 'none' | 'no_brand'> {
  const [found] = await db.readOutside((reads) => reads.run(findBrandIdBySlug, { slug }));
  if (!found?.brandId) return 'no_brand';
  const { brandId } = found;
  const [manager] = await managersWithoutAccount(db, auth, brandId);
  return manager ? { brandId, personId: manager.id, name: manager.name } : 'none';
}

async function createBrandWithManager(
  deps: OpenBrandDeps,
  { manager: { name }, ...brand }: BrandWish,
): Promise<Manager> {
  const personId = deps.newId();
  const creation = { brand, manager: { id: personId, name }, author: null };
  const answer = await createBrand({ ...deps, hostNow: deps.now }, creation);
  if (answer.kind === 'slug_taken') throw slugTaken(brand.slug);
  if (answer.kind === 'faulty') throw new Error('The brand is faulty: readAdminArguments checks slug and zone first.');
  return { brandId: answer.brandId, personId, name };
}

function slugTaken(slug: string): CannotStart {
  return new CannotStart(`There is a brand “${slug}” already. Nothing was created.`);
}

function emailTaken(email: string): CannotStart {
  return new CannotStart(`${email} has an account already: give the brand’s manager another e-mail (--manager EMAIL).`);
}
