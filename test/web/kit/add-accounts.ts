/** Adds to a running product what no screen can add yet, or not so many of: the manager of a brand, a further support person, stores and people by the hundred. */
import pg from 'pg';
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

/** Fills the demo's brand up to 200 stores and 2,000 people, without accounts and PINs. */
export async function fillAurora({ logins }: Installed): Promise<void> {
  const client = new pg.Client({ connectionString: logins.ownerUrl });
  await client.connect();
  await client.query(
    `insert into stores (brand_id, id, code, name, city, state, zone, created_at)
     select b.brand_id, uuidv7(), 'T' || n, 'Loja ' || to_char(n, 'FM000'), 'Cidade ' || n % 60, 'SP', b.zone, now()
     from brands b, generate_series(1, 200 - (select count(*)::int from stores where brand_id = b.brand_id)) n
     where b.slug = 'aurora'`,
  );
  await client.query(
    `insert into people (brand_id, id, code, role, store_id, name, created_at)
     select s.brand_id, uuidv7(), 'T' || n, 'seller', s.id, 'Pessoa ' || to_char(n, 'FM0000'), now()
     from brands b
     cross join generate_series(1, 2000 - (select count(*)::int from people where brand_id = b.brand_id)) n
     join (
       select brand_id, id, row_number() over (partition by brand_id order by code) - 1 as nr from stores
     ) s on s.brand_id = b.brand_id and s.nr = n % 200
     where b.slug = 'aurora'`,
  );
  await client.end();
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
