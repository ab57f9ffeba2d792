/** Creates accounts for new stores and PINs for new sellers after an import; each is valid for one sign-in and shown once. */
import type { AuthDb } from '#db/core/auth-db.ts';
import { findPeopleWithoutPin, storesWithExpiredPassword, storesWithoutAccount } from '#db/sign-in/missing-sign-ins.ts';
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
    const lines = to === 'stores' ? await accountsFor(deps, brand) : await pinsFor(deps, brand.brandId);
    return lines.length === 0 ? [] : [HEADINGS[to], ...lines];
  } finally {
    await auth.close();
  }
}

const HEADINGS = {
  stores: 'Contas novas (a senha vale para a primeira entrada):',
  sellers: 'PINs novos (valem para a primeira entrada):',
} as const;

/** Creates the accounts. The e-mail is made of the store's code and the brand's slug, under the reserved domain `.example`. */
async function accountsFor(
  { db, auth, accounts, hostNow }: FirstSignInDeps,
  { brandId, slug }: Brand,
): Promise<string[]> {
  const lines: string[] = [];
  for (const { id, code, name } of await storesWithoutAccount(db, auth, brandId)) {
    const mailbox = code.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    for (const email of [`${mailbox}@${slug}.example`, `${mailbox}-${id.slice(-6)}@${slug}.example`]) {
      const made = await createStoreAccount(accounts, { brandId, storeId: id, name, email });
      if (made === null) continue;
      lines.push(`  ${code} ${name}: ${made.email}  senha ${made.password}`);
      break;
    }
  }
  for (const { accountId, email } of await storesWithExpiredPassword(auth, brandId, hostNow() - ONE_TIME_MS)) {
    const { password } = await giveOneTimePassword(accounts, { accountId, email });
    lines.push(`  ${email}  senha ${password}`);
  }
  return lines;
}

/** Sets the PINs of all stores concurrently, because each PIN costs a hash of 25 ms. */
async function pinsFor(deps: FirstSignInDeps, brandId: string): Promise<string[]> {
  const before = deps.hostNow() - ONE_TIME_MS;
  const people = await deps.db.read(brandId, (reads) => reads.run(findPeopleWithoutPin, { brandId, before }));
  const stores = [...Map.groupBy(people, ({ storeId }) => storeId).values()];
  const lines = stores.map(async (colleagues) => {
    const given: string[] = [];
    for (const { personId, storeId, storeName, name, code } of colleagues) {
      const pin = await giveOneTimePin(deps, { brandId, storeId, personId });
      given.push(`  ${storeName}, ${name} (${code ?? '–'}): PIN ${pin}`);
    }
    return given;
  });
  return (await Promise.all(lines)).flat();
}
