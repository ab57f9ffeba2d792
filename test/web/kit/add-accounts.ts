/** Adds to a running product what no screen can add yet: the manager of a brand, and a further support person. */
import { uuidv7 } from 'uuidv7';
import type { Database } from '#db/core/db.ts';
import { type Logins, urlOf } from '#db/core/installation/roles.ts';
import { createBrand } from '#flows/people/create-brand.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { createPersonAccount, createSupportAccount } from '#main/sign-in/accounts.ts';
import { createAuth } from '#main/sign-in/auth.ts';

interface Installed {
  readonly db: Database;
  readonly logins: Logins;
  readonly now: () => number;
}

/** Creates a brand without stores, whose manager Lia signs in as `gestao@SLUG.example` with the password `SLUG-demo`. */
export async function addBrand({ db, logins, now }: Installed, slug: string): Promise<void> {
  const manager = { id: uuidv7(), name: 'Lia Reis' };
  const brand = {
    slug,
    name: 'Lume',
    article: 'a',
    plan: 'growth',
    zone: 'America/Sao_Paulo',
    portfolioOnly: false,
  } as const;
  const deps = { db, now, hostNow: now, newId: uuidv7 };
  const answer = await createBrand(deps, { brand, manager, author: null });
  if (answer.kind !== 'created') throw new Error(`the brand was not created: ${answer.kind}`);
  await withAccounts({ db, logins, now }, (accounts) =>
    createPersonAccount(accounts, {
      ...{ brandId: answer.brandId, personId: manager.id, name: manager.name },
      ...{ email: `gestao@${slug}.example`, password: `${slug}-demo` },
    }),
  );
}

/** Creates the support person `NAME@oto.example`, with the password of the demo's support. */
export async function addSupport(installed: Installed, name: string): Promise<void> {
  const email = `${name.toLowerCase()}@oto.example`;
  await withAccounts(installed, (accounts) =>
    createSupportAccount(accounts, { name, email, password: 'suporte-demo' }),
  );
}

async function withAccounts(
  { logins, now }: Installed,
  add: (accounts: ReturnType<typeof createAuth>['accounts']) => Promise<unknown>,
): Promise<void> {
  const { accounts, close } = createAuth({
    url: urlOf('oto_auth', logins),
    cookieKeys: [keysOf(secret).sessions],
    hostNow: now,
    onError: () => undefined,
  });
  try {
    await add(accounts);
  } finally {
    await close();
  }
}
