/** Creates accounts for new stores and PINs for new sellers after an import; each is valid for one sign-in and shown once. */
import type { AuthDb } from '#db/core/auth-db.ts';
import { readBrandCard } from '#db/people/brands.ts';
import { findPeopleWithoutPin, storesWithExpiredPassword, storesWithoutAccount } from '#db/sign-in/missing-sign-ins.ts';
import { deleteLeftAccounts } from '#flows/import/upload/delete-left-accounts.ts';
import type { Accounts } from '#flows/people/accounts.ts';
import type { SetPinDeps } from '#flows/sign-in/pins/set-pin.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { signInKeys } from '#main/core/secrets/keys.ts';
import { ONE_TIME_MS } from '#rules/sign-in/one-time-life.ts';
import { createStoreAccount, giveOneTimePassword, giveOneTimePin } from './accounts.ts';
import { createAuth } from './auth.ts';
import { pinDigestsBy } from './pin-digests.ts';

interface Brand {
  readonly brandId: string;
  readonly slug: string;
}

interface FirstSignInDeps extends SetPinDeps {
  readonly auth: AuthDb;
  readonly accounts: Accounts;
}

/**
 * Creates an account for every store without one, or a PIN for every active seller without one, including those of an import
 * that was interrupted earlier. A one-time password or PIN that expired unused is replaced. Returns the lines to print; passwords and PINs are stored only as hashes.
 */
export async function createFirstSignIns(
  installation: Installation,
  brand: Brand,
  to: 'stores' | 'sellers',
): Promise<string[]> {
  const { sessions: cookieKeys, pins } = signInKeys(installation.secret, installation.config.previousSecret);
  const hostNow = () => installation.hostClock.now();
  const onError = (error: Error) => installation.log.error({ err: error }, 'an account or a PIN could not be created');
  const auth = createAuth({ url: installation.authUrl, naming: installation.naming, cookieKeys, hostNow, onError });
  const pinDigests = pinDigestsBy(pins);
  const deps = { db: installation.database, auth: auth.db, accounts: auth.accounts, pinDigests, hostNow };
  try {
    const lines =
      to === 'stores' ? storeLines(await accountsFor(deps, brand)) : personLines(await pinsFor(deps, brand.brandId));
    return lines.length === 0 ? [] : [HEADINGS[to], ...lines];
  } finally {
    await auth.close();
  }
}

const HEADINGS = {
  stores: 'Contas novas (a senha vale para a primeira entrada):',
  sellers: 'PINs novos (valem para a primeira entrada):',
} as const;

/**
 * Creates some of the accounts and PINs that the brand lacks, for an import in the browser: a PIN costs a hash of 25 ms, so
 * that all of them at once would take longer than a request. `left`: how many are still missing.
 */
export async function createSomeSignIns(deps: FirstSignInDeps, brandId: string) {
  // The e-mail of a store that an undo deleted is free for a new store with the same code.
  await deleteLeftAccounts(deps, brandId);
  const [brand] = await deps.db.read(brandId, (reads) => reads.run(readBrandCard, { brandId }));
  const stores = await accountsFor(deps, { brandId, slug: brand?.slug ?? brandId }, AT_ONCE);
  const people = await pinsFor(deps, brandId, AT_ONCE - stores.length);
  const missing = await Promise.all([
    storesWithoutAccount(deps.db, deps.auth, brandId),
    peopleWithoutPin(deps, brandId),
  ]);
  return {
    stores: stores.map(({ name: store, ...made }) => ({ ...made, store })),
    people: people.map(({ storeName: store, ...made }) => ({ ...made, store })),
    // Where nothing was made, asking again makes nothing either: an e-mail that another brand has, for example.
    left: stores.length + people.length === 0 ? 0 : missing.flat().length,
  };
}

/** How many accounts and PINs one request makes. */
const AT_ONCE = 50;

interface StoreSignIn {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface PersonSignIn {
  readonly storeName: string;
  readonly name: string;
  readonly code: string | null;
  readonly pin: string;
}

/** Creates at most `most` accounts. The e-mail is made of the store's code and the brand's slug, under the reserved domain `.example`. */
async function accountsFor(
  { db, auth, accounts, hostNow }: FirstSignInDeps,
  { brandId, slug }: Brand,
  most = Number.POSITIVE_INFINITY,
): Promise<StoreSignIn[]> {
  const made: StoreSignIn[] = [];
  for (const { id, code, name } of (await storesWithoutAccount(db, auth, brandId)).slice(0, most)) {
    const mailbox = code.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    for (const email of [`${mailbox}@${slug}.example`, `${mailbox}-${id.slice(-6)}@${slug}.example`]) {
      const account = await createStoreAccount(accounts, { brandId, storeId: id, name, email });
      if (account === null) continue;
      made.push({ code, name, email: account.email, password: account.password });
      break;
    }
  }
  const expired = await storesWithExpiredPassword(auth, brandId, hostNow() - ONE_TIME_MS);
  for (const { accountId, email } of expired.slice(0, Math.max(0, most - made.length))) {
    const { password } = await giveOneTimePassword(accounts, { accountId, email });
    made.push({ code: '', name: '', email, password });
  }
  return made;
}

function storeLines(made: readonly StoreSignIn[]): string[] {
  return made.map(({ code, name, email, password }) =>
    code === '' ? `  ${email}  senha ${password}` : `  ${code} ${name}: ${email}  senha ${password}`,
  );
}

/**
 * Sets PINs. The command (`most` null) sets those of all stores concurrently, because each PIN costs a hash of 25 ms. A
 * server sets at most `most`, one after the other, so that sign-ins are not delayed.
 */
async function pinsFor(deps: FirstSignInDeps, brandId: string, most: number | null = null): Promise<PersonSignIn[]> {
  const people = (await peopleWithoutPin(deps, brandId)).slice(0, most === null ? undefined : Math.max(0, most));
  const stores = [...Map.groupBy(people, ({ storeId }) => storeId).values()];
  const giveIn = async (colleagues: typeof people) => {
    const given: PersonSignIn[] = [];
    for (const { personId, storeId, storeName, name, code } of colleagues) {
      const pin = await giveOneTimePin(deps, { brandId, storeId, personId });
      given.push({ storeName, name, code, pin });
    }
    return given;
  };
  if (most === null) return (await Promise.all(stores.map(giveIn))).flat();
  const given: PersonSignIn[] = [];
  for (const colleagues of stores) given.push(...(await giveIn(colleagues)));
  return given;
}

function peopleWithoutPin({ db, hostNow }: Pick<FirstSignInDeps, 'db' | 'hostNow'>, brandId: string) {
  const before = hostNow() - ONE_TIME_MS;
  return db.read(brandId, (reads) => reads.run(findPeopleWithoutPin, { brandId, before }));
}

function personLines(given: readonly PersonSignIn[]): string[] {
  return given.map(({ storeName, name, code, pin }) => `  ${storeName}, ${name} (${code ?? '–'}): PIN ${pin}`);
}
